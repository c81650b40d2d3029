import { useState } from 'react';

/** The secret of a mailed link. It rides behind the #, which browsers keep to themselves: no log or proxy sees it. */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  return token;
}
