import { type FieldPolicy, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** One list per set of filters; only the place in it is not part of its name. */
const byFilters: FieldPolicy['keyArgs'] = (args, { fieldName }) => {
  const filters = Object.entries(args ?? {})
    .filter(([name, value]) => name !== 'first' && name !== 'after' && value !== undefined && value !== null)
    .sort(([a], [b]) => a.localeCompare(b));
  return `${fieldName}:${JSON.stringify(filters)}`;
};

const connection = () => relayStylePagination(byFilters);

/** Types whose `id` means something only inside their parent; keyed globally they would overwrite each other. */
const embedded = [
  'ViewerOrganization',
  'PersonTeam',
  'ModelLevel',
  'ModelDimension',
  'ModelPractice',
  'ModelItem',
  'ResultGroup',
  // The same metric has another owner on another day.
  'MatrixMetric',
  // One metric stands under several objectives, and stands differently there.
  'CascadeMetric',
  // One name of a metric, beside the import that touched it.
  'ImportedMetric',
  // Another rank in another round; and what a closed round rests on is kept, while the open one's goes on.
  'RankedItem',
  'WeighedPainPoint',
  'WeighedTouchpoint',
];

interface Found {
  found?: { edges: unknown[] };
}

/** A list inside what is said about it: the next page's rows follow those that are there. */
function mergeFound(existing: Found | undefined, incoming: Found, { args }: { args: Record<string, unknown> | null }) {
  if (!args?.['after'] || !existing?.found || !incoming.found) return incoming;
  return { ...incoming, found: { ...incoming.found, edges: [...existing.found.edges, ...incoming.found.edges] } };
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Viewer: { keyFields: ['membershipId'] },
      ...Object.fromEntries(embedded.map((type) => [type, { keyFields: false as const }])),
      // Stages and cells that are gone are gone: the list that arrives is the whole of it.
      JourneyMap: { fields: { stages: { merge: false }, metrics: { merge: false } } },
      JourneyStage: { fields: { cells: { merge: false }, placements: { merge: false } } },
      Query: {
        fields: {
          teams: connection(),
          journeys: connection(),
          people: connection(),
          auditEvents: connection(),
          jobs: connection(),
          assessments: connection(),
          metrics: connection(),
          alerts: connection(),
          invitations: connection(),
          comments: connection(),
          importProblems: connection(),
          observationImports: connection(),
          observationImportProblems: connection(),
          feedback: connection(),
          painPoints: connection(),
          opportunities: connection(),
          initiatives: connection(),
          decisions: connection(),
          personas: connection(),
          productPortfolio: connection(),
          touchpoints: connection(),
          touchpointHistory: connection(),
          objectHistory: connection(),
          rankingRounds: connection(),
          accountabilityMatrix: connection(),
          accountabilityFindings: { keyArgs: byFilters, merge: mergeFound },
        },
      },
    },
  });
}
