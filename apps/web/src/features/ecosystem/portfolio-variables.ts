import type { ProductsSearch } from './routes.js';

const PAGE = 50;

/** The same for the list and its panel, so that both read one answer. */
export const portfolioVariables = ({ q, archived }: ProductsSearch) => ({
  first: PAGE,
  search: q,
  includeArchived: archived ?? false,
});
