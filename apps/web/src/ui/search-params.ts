/** Reads what stands in the address: whatever somebody typed there, a page gets a value it knows or nothing. */
export const textParam = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const choiceParam =
  <Choice extends string>(choices: readonly Choice[]) =>
  (value: unknown): Choice | undefined =>
    choices.find((choice) => choice === value);

/** A number to count by: 1, 2, 3 … */
export const countParam = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
};

export const flagParam = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

/** A day as YYYY-MM-DD that there is. */
export const dayParam = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** Several texts, in the order of the address; nothing chosen is a choice as well. */
export const textsParam = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.flatMap((each) => textParam(each) ?? []) : undefined;
