import type { PersonasSearch } from './routes.js';

const PAGE = 50;

/** The same for the list and its panel, so that both read one answer. */
export const personasVariables = ({ q, kind, archived }: PersonasSearch) => ({
  first: PAGE,
  search: q,
  kind,
  includeArchived: archived ?? false,
});
