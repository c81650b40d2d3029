import { useState } from 'react';

/** The reader's own day, when the page was opened: what evidence is old by. */
export function useToday(): string {
  const [today] = useState(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  });
  return today;
}
