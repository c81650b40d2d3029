import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import type { ValidationRule } from 'graphql';

export const GRAPHQL_LIMITS = { depth: 10, aliases: 15, tokens: 2000, cost: 6000 } as const;

/** What one operation may ask for, whichever way it comes in. */
export const limitRules = (): ValidationRule[] =>
  [
    maxDepthRule({ n: GRAPHQL_LIMITS.depth, exposeLimits: true }),
    maxAliasesRule({ n: GRAPHQL_LIMITS.aliases, exposeLimits: true }),
    costLimitRule({ maxCost: GRAPHQL_LIMITS.cost, exposeLimits: true }),
  ] as unknown as ValidationRule[];
