import { type Outlook, OUTLOOKS } from '@touchstone/domain';
import type { OutlookCountType } from '../standings/index.js';

/** How many stand how; what nobody has is left out. */
export const outlookCounts = (outlooks: readonly Outlook[]): OutlookCountType[] =>
  OUTLOOKS.map((outlook) => ({
    outlook: outlook as OutlookCountType['outlook'],
    count: outlooks.filter((each) => each === outlook).length,
  })).filter(({ count }) => count > 0);
