import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

export const GRAPHQL_LIMITS = { depth: 10, aliases: 15, tokens: 2000, cost: 6000 } as const;

/** Thrown, a refusal would pass for a fault of ours, and over a WebSocket end the connection. */
const REPORTED = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** One of these walks much of what an organisation has, whatever little is selected of its answer. */
const WALKS = new Set(['trace', 'portfolio', 'brokenThreads']);
const MOST_WALKS = 3;

const maxWalksRule: ValidationRule = (context) => {
  let walks = 0;
  return {
    Field(node) {
      if (context.getParentType() !== context.getSchema().getQueryType() || !WALKS.has(node.name.value)) return;
      walks += 1;
      if (walks !== MOST_WALKS + 1) return;
      const most = `Limit of ${MOST_WALKS} exceeded: ask for ${[...WALKS].join(', ')} one after the other.`;
      context.reportError(new GraphQLError(most, { nodes: node }));
    },
  };
};

/** What one operation may ask for, whichever way it comes in. */
export const limitRules = (): ValidationRule[] => [
  maxDepthRule({ n: GRAPHQL_LIMITS.depth, ...REPORTED }),
  maxAliasesRule({ n: GRAPHQL_LIMITS.aliases, ...REPORTED }),
  costLimitRule({ maxCost: GRAPHQL_LIMITS.cost, ...REPORTED }),
  maxWalksRule,
];
