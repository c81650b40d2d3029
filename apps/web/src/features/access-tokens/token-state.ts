interface TokenDates {
  expiresAt: string;
  revokedAt: string | null;
}

export type TokenState = 'VALID' | 'EXPIRES_SOON' | 'EXPIRED' | 'REVOKED';

const day = 86_400_000;

/** Revoked says more than expired: somebody decided it. */
export function tokenState({ expiresAt, revokedAt }: TokenDates, now: number): TokenState {
  if (revokedAt) return 'REVOKED';
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return 'EXPIRED';
  return left <= 7 * day ? 'EXPIRES_SOON' : 'VALID';
}

export const daysFromNow = (days: number, now = Date.now()): string => new Date(now + days * day).toISOString();
