import { ValidationError } from '@touchstone/domain';

const LONGEST = 200;

/** A name as it will be kept, of a unit, a team, a person or a token. */
export function checkedName(name: string, path = 'name'): string {
  const trimmed = name.trim();
  if (!trimmed) throw ValidationError.of(path, 'required', 'Give it a name.');
  if (trimmed.length > LONGEST) {
    throw ValidationError.of(path, 'too_long', `Use at most ${LONGEST} characters.`, { maximum: LONGEST });
  }
  return trimmed;
}
