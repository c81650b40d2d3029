import type { Sort } from './DataTable.js';

/** Readers for the search params of list pages; what does not fit is dropped, a mangled link still opens. */
export const textParam = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const flagParam = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

export const oneOf = <Choice extends string>(choices: readonly Choice[], value: unknown): Choice | undefined =>
  choices.find((choice) => choice === value);

/** `sort=name` ascends, `sort=-name` descends. */
export const sortOf = (param: string | undefined): Sort =>
  param ? { by: param.replace(/^-/, ''), descending: param.startsWith('-') } : null;

export const sortParam = (sort: Sort): string | undefined =>
  sort ? `${sort.descending ? '-' : ''}${sort.by}` : undefined;
