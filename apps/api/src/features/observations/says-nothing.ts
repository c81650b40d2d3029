import { plainName } from './observation-plan.js';

/** How files say that there is no value, where they do not leave the cell empty. */
const NOTHING = new Set(['na', 'n/a', '#n/a', 'n.a.', 'nan', 'null', 'none', '-', '–', '—', '不适用', '无', '未评价']);

export const saysNothing = (cell: string): boolean => NOTHING.has(plainName(cell));
