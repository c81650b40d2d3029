import type { Sort } from './DataTable.js';

/** In the address `sort=name` ascends and `sort=-name` descends. */
export const sortOf = (param: string | undefined): Sort =>
  param ? { by: param.replace(/^-/, ''), descending: param.startsWith('-') } : null;

export const sortParam = (sort: Sort): string | undefined =>
  sort ? `${sort.descending ? '-' : ''}${sort.by}` : undefined;
