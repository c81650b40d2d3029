import { type FieldProblem, ValidationError } from '@touchstone/domain';
import { LOCALES } from '../identity/index.js';
import { isTimeZone } from './time-zone.js';

export interface OrganizationSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly weekStart: number;
  readonly locales: readonly string[];
  readonly minimumGroupSize: number;
}

const LONGEST_NAME = 200;
/** Below three, a member of a group could work out what the others said. */
const GROUP_SIZE = { minimum: 3, maximum: 100 };

/** The settings as they will be kept, or every field that cannot be accepted, at once. */
export function checkedSettings(input: OrganizationSettings): OrganizationSettings {
  const settings = {
    ...input,
    name: input.name.trim(),
    locales: LOCALES.filter((each) => input.locales.includes(each)),
  };
  const problems: FieldProblem[] = [];
  const refuse = (path: string, code: string, message: string, params?: FieldProblem['params']) =>
    void problems.push({ path, code, message, params });

  if (!settings.name) refuse('name', 'required', 'Give the organisation a name.');
  if (settings.name.length > LONGEST_NAME) {
    refuse('name', 'too_long', `Use at most ${LONGEST_NAME} characters.`, { maximum: LONGEST_NAME });
  }
  if (!isTimeZone(settings.timeZone)) {
    refuse('timeZone', 'isTimeZone', 'Use a zone of the IANA database, e.g. Europe/London.');
  }
  if (!Number.isInteger(settings.weekStart) || settings.weekStart < 1 || settings.weekStart > 7) {
    refuse('weekStart', 'out_of_range', 'Use 1 for Monday to 7 for Sunday.', { minimum: 1, maximum: 7 });
  }
  if (input.locales.length === 0) refuse('locales', 'required', 'Choose at least one language.');
  if (settings.locales.length !== input.locales.length) {
    refuse('locales', 'isIn', `Choose among ${LOCALES.join(' and ')}, each once.`);
  }
  const size = settings.minimumGroupSize;
  if (!Number.isInteger(size) || size < GROUP_SIZE.minimum || size > GROUP_SIZE.maximum) {
    refuse('minimumGroupSize', 'out_of_range', 'Use a number from 3 to 100.', GROUP_SIZE);
  }
  if (problems.length > 0) throw new ValidationError(problems);
  return settings;
}
