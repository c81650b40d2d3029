import { getRouteApi } from '@tanstack/react-router';
import type { InitiativesSearch } from '../initiatives/index.js';
import type { PortfolioSearch } from './routes.js';

const route = getRouteApi('/app/portfolio');

/** The list of the initiatives behind a figure: narrowed down as the page is, and to the figure. */
export function useDrill(): (to: InitiativesSearch) => InitiativesSearch {
  const { team, sponsor, goal }: PortfolioSearch = route.useSearch();
  return (to) => ({ view: 'list', team, sponsor, goal, ...to });
}

/** The same of what was launched, within the period that is looked at. */
export function useDrillLaunched(): (to: InitiativesSearch) => InitiativesSearch {
  const { from, to: until }: PortfolioSearch = route.useSearch();
  const drill = useDrill();
  return (to) => drill({ launchedFrom: from, launchedTo: until, ...to });
}
