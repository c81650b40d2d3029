import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** One polite live region for the whole application: what changed without a page change is said once, in words. */
export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('');
  // A trailing no-break space tells the region that the same sentence has been said again.
  const announce = useCallback((next: string) => setMessage((last) => (last === next ? `${next}\u00a0` : next)), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="ts-visually-hidden">
        {message}
      </div>
    </AnnounceContext>
  );
}

export const useAnnounce = () => useContext(AnnounceContext);
