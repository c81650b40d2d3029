/**
 * The lists whose filters can be kept under a name, and which words of the address are filters there. What else stands in
 * the address (a panel that is open, the view that was chosen) is no part of a view.
 */
export const VIEW_FILTERS = {
  alerts: ['q', 'state', 'rule', 'severity', 'team', 'metric', 'mine'],
  metrics: ['q', 'class', 'category', 'team', 'archived', 'sort'],
  touchpoints: ['q', 'channel', 'existence', 'team', 'archived', 'sort'],
  journeys: ['q', 'state', 'archived'],
  pain_points: ['q', 'state', 'kind', 'journey', 'touchpoint', 'severity', 'untaken', 'archived', 'sort'],
} as const satisfies Record<string, readonly string[]>;

/** Filters that are on or off; all others are texts, even where somebody searches for "true". */
const SWITCHES: readonly string[] = ['mine', 'archived', 'untaken'];

export type ViewPage = keyof typeof VIEW_FILTERS;
export const VIEW_PAGES = Object.keys(VIEW_FILTERS) as ViewPage[];

export const LONGEST_VIEW_NAME = 80;
export const LONGEST_FILTER = 200;
/** How many views one person keeps of one list, and how many of it all together share: a menu is read from top to bottom. */
export const MOST_OWN_VIEWS = 30;
export const MOST_SHARED_VIEWS = 100;

export type ViewQuery =
  { readonly query: string } | { readonly problem: 'required' | 'unknown' | 'twice' | 'too_long' };

/** The filters of a page as they are kept: each once, in the page's own order, so that equal filters are equal texts. */
export function viewQuery(page: ViewPage, text: string): ViewQuery {
  const known: readonly string[] = VIEW_FILTERS[page];
  const given = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  const names = given.map(([name]) => name);
  if (given.length === 0) return { problem: 'required' };
  if (names.some((name) => !known.includes(name))) return { problem: 'unknown' };
  if (new Set(names).size < names.length) return { problem: 'twice' };
  if (given.some(([, value]) => value.length > LONGEST_FILTER)) return { problem: 'too_long' };
  given.sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  return { query: new URLSearchParams(given).toString() };
}

/** The same from what a page knows of its address; empty where nothing is filtered. */
export function queryOfFilters(page: ViewPage, search: object): string {
  const values = new Map(Object.entries(search));
  const set = VIEW_FILTERS[page].flatMap((name): [string, string][] => {
    const value: unknown = values.get(name);
    return typeof value === 'string' || value === true ? [[name, String(value)]] : [];
  });
  return new URLSearchParams(set).toString();
}

/** Every filter of the page as a view has it; those it does not have are to be taken away. */
export function filtersOfQuery(page: ViewPage, query: string): Record<string, string | true | undefined> {
  const kept = new URLSearchParams(query);
  const value = (name: string) => (SWITCHES.includes(name) && kept.has(name) ? true : (kept.get(name) ?? undefined));
  return Object.fromEntries(VIEW_FILTERS[page].map((name) => [name, value(name)]));
}
