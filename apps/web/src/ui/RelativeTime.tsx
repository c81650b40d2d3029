import { useEffect, useState } from 'react';
import { useFormats } from '../i18n/format.js';

/** "3 hours ago", with the exact moment in the organisation's time zone behind it; keeps itself true. */
export function RelativeTime({ at }: { at: string }) {
  const formats = useFormats();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="ts-whole" dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, now)}
    </time>
  );
}
