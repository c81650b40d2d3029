import { ValidationError } from '@touchstone/domain';

/** Addresses are compared and kept in lower case, without blanks around them. */
export const normalisedEmail = (email: string): string => email.trim().toLowerCase();

const LONGEST = 254;

export function checkedEmail(email: string, path = 'email'): string {
  const normalised = normalisedEmail(email);
  if (!/^[^\s@]+@[^\s@]+$/.test(normalised) || normalised.length > LONGEST) {
    throw ValidationError.of(path, 'invalid_email', 'Write an address such as name@example.org.');
  }
  return normalised;
}
