import { useQuery } from '@apollo/client/react';
import { filtersOfQuery, queryOfFilters, type ViewPage } from '@touchstone/domain';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SavedViewFieldsFragment, type SavedViewPage, SavedViewsDocument } from './saved-views.generated.js';

export const pageName = (page: ViewPage) => page.toUpperCase() as SavedViewPage;

/** The views of a list, the one that stands in the address, and whether the filters are still as it has them. */
export function useSavedView(page: ViewPage) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(SavedViewsDocument, { variables: { page: pageName(page) } });
  const present = queryOfFilters(page, search);
  // Without any filter nobody looks at a view, whatever the address still says.
  const chosen = present === '' ? undefined : data?.savedViews.find(({ id }) => id === search.view);
  const go = (filters: object, view: string | undefined) =>
    void navigate({ to: '.', search: (last: object) => ({ ...last, ...filters, view }) });
  return {
    views: data?.savedViews,
    error,
    retry: () => void refetch(),
    /** What the list is filtered by now, as a view would keep it; empty if by nothing. */
    present,
    chosen,
    changed: chosen !== undefined && chosen.query !== present,
    choose: (view: SavedViewFieldsFragment) => go(filtersOfQuery(page, view.query), view.id),
    /** The filters stay; the address says that they are this view's. */
    name: (id: string) => go({}, id),
    leave: () => go(filtersOfQuery(page, ''), undefined),
  };
}
