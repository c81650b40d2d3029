import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { FINDING_KINDS } from './ownership-words.js';
import type { AccountabilityFindingKind } from './ownership.generated.js';

export interface AccountabilitySearch {
  /** The day that is looked at; absent: today. */
  on?: string;
  q?: string;
  team?: string;
  kind?: AccountabilityFindingKind;
  /** The re-organisation dialog is open, begun with a team that hands over and perhaps one touchpoint. */
  reorganise?: true;
  from?: string;
  touchpoint?: string;
}

const dayParam = (value: unknown): string | undefined => {
  const text = textParam(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
};

export const ownershipRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/accountability',
    staticData: { requires: ['read', 'Ownership'] },
    validateSearch: (search: Record<string, unknown>): AccountabilitySearch => ({
      on: dayParam(search.on),
      q: textParam(search.q),
      team: textParam(search.team),
      kind: choiceParam(FINDING_KINDS)(search.kind),
      reorganise: flagParam(search.reorganise),
      from: textParam(search.from),
      touchpoint: textParam(search.touchpoint),
    }),
    component: lazyPage(() => import('./AccountabilityPage.js'), 'ownership'),
  }),
] as const;
