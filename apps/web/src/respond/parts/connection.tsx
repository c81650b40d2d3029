/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answering } from '../answering.js';
import { usePage } from '../page-context.js';
import { CheckIcon, OfflineIcon } from './icons.js';

/** How many answers wait, in sight. It is not a live region: a count that is read out at every answer is noise. */
export function ConnectionBanner({ answering }: { answering: Answering }): JSX.Element | null {
  const { respondent, t } = usePage();
  const waiting = answering.unsentCount;
  if (!answering.durable && waiting > 0) {
    return (
      <div class="r-banner" data-testid="not-durable">
        <OfflineIcon />
        <p>{t('notDurable')}</p>
      </div>
    );
  }
  if (!answering.offline) return null;
  return (
    <div class="r-banner" data-testid="offline">
      <OfflineIcon />
      <p>
        <strong>{t(answering.online ? 'waitingTitle' : 'offlineTitle')}</strong>{' '}
        {waiting === 0 ? t('offlineNone') : t.count('offlineSome', waiting)}
      </p>
      <button type="button" class="r-text-button" onClick={() => respondent.tryNow()}>
        {t('tryNow')}
      </button>
    </div>
  );
}

/** "Saved" in one quiet place. */
export function SavedState({ answering }: { answering: Answering }): JSX.Element {
  const { t } = usePage();
  return (
    <span class="r-saved">
      {answering.saved && (
        <>
          <CheckIcon />
          {t('saved')}
        </>
      )}
      {!answering.saved && answering.offline && answering.unsentCount > 0 && answering.durable && t('savedOnDevice')}
    </span>
  );
}

/** Says to a screen reader what changed about the connection, each thing once. */
export function Announcer({ answering }: { answering: Answering | null }): JSX.Element {
  const { t } = usePage();
  const [message, setMessage] = useState('');
  const beforeRef = useRef({ offline: false, everSaved: false });
  const offline = answering?.offline ?? false;
  const saved = answering?.saved ?? false;
  useEffect(() => {
    const { offline: wasOffline, everSaved } = beforeRef.current;
    if (offline && !wasOffline) setMessage(t('offlineNone'));
    else if (!offline && wasOffline && saved) setMessage(t('onlineAgain'));
    else if (saved && !everSaved && !offline) setMessage(t('announceSaved'));
    // Coming back is said once what waited has been sent, not at the first sign of life.
    if (offline || saved) beforeRef.current = { offline, everSaved: everSaved || saved };
  }, [offline, saved, t]);
  return (
    <div class="r-hidden" role="status">
      {message}
    </div>
  );
}
