import { hash, verify } from '@node-rs/argon2';
import { ValidationError } from '@touchstone/domain';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SHORTEST = 10;
const LONGEST = 200;

export function checkPassword(password: string, path: string): void {
  if (password.length < SHORTEST) {
    throw ValidationError.of(path, 'too_short', `Use at least ${SHORTEST} characters.`, { minimum: SHORTEST });
  }
  if (password.length > LONGEST) {
    throw ValidationError.of(path, 'too_long', `Use at most ${LONGEST} characters.`, { maximum: LONGEST });
  }
  if (new Set(password).size < 4) {
    throw ValidationError.of(path, 'too_simple', 'Use more than three different characters.');
  }
}

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

export const passwordMatches = (stored: string, password: string): Promise<boolean> => verify(stored, password);

/** Checked when the account does not exist, so that an answer takes as long as for one that does. */
export const NOBODYS_PASSWORD = hashPassword('nobody has this password');
