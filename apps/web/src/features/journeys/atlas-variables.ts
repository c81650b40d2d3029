import type { AtlasSearch } from './routes.js';

/** The variables both the list and its panel ask with, so that they share one answer. */
export const atlasVariables = (search: AtlasSearch) => ({
  first: 50,
  search: search.q,
  state: search.state,
  includeArchived: search.archived ?? false,
});
