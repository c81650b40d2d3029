/** The token stands in the fragment, which a browser never sends: no server, proxy or log sees it in an address. */
export function tokenFromFragment(fragment: string): string | null {
  const token = fragment.replace(/^#/, '').trim();
  return /^[A-Za-z0-9._~-]{8,512}$/.test(token) ? token : null;
}

/**
 * A short name for a token, to key what this device remembers without repeating the token. It need not resist attack
 * (the token is random and the same device holds it in its history); `crypto.subtle` would, but is absent on plain
 * http, where a first trial on a local network runs.
 */
export function keyOf(token: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of token) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
