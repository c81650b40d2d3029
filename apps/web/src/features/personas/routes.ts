import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { PERSONA_KINDS } from './persona-words.js';
import type { PersonaKind } from './personas.generated.js';

export interface PersonasSearch {
  q?: string;
  kind?: PersonaKind;
  archived?: true;
  /** What the side panel shows: a persona's id, or `new`. */
  persona?: string;
}

export const personaRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/personas',
    staticData: { requires: ['read', 'Journey'] },
    validateSearch: (search: Record<string, unknown>): PersonasSearch => ({
      q: textParam(search.q),
      kind: choiceParam(PERSONA_KINDS)(search.kind),
      archived: flagParam(search.archived),
      persona: textParam(search.persona),
    }),
    component: lazyPage(() => import('./PersonasPage.js'), 'personas'),
  }),
] as const;
