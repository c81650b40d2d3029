import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';

export const GRAPHQL_LIMITS = { depth: 10, aliases: 15, tokens: 2000, cost: 6000 } as const;

/** Thrown, a refusal would pass for a fault of ours, and over a WebSocket end the connection. */
const REPORTED = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** What one operation may ask for, whichever way it comes in. */
export const limitRules = (): ValidationRule[] => [
  maxDepthRule({ n: GRAPHQL_LIMITS.depth, ...REPORTED }),
  maxAliasesRule({ n: GRAPHQL_LIMITS.aliases, ...REPORTED }),
  costLimitRule({ maxCost: GRAPHQL_LIMITS.cost, ...REPORTED }),
];
