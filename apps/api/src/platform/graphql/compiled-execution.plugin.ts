import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Logger } from 'pino';
import type { GraphqlContext } from '../http/request-of.js';
import { preferredLocale } from '../auth/authentication.js';
import { mapGraphqlError } from './map-errors.js';

type Compiled = Extract<ReturnType<typeof compileQuery>, { query: unknown }>;

const CACHED_OPERATIONS = 500;

/**
 * Runs each operation as code compiled for it, which roughly doubles throughput on large lists. A response given here
 * skips Apollo's own error formatting, so errors are mapped in this place. What cannot be compiled runs as usual.
 */
export function compiledExecution(logger: Logger): ApolloServerPlugin<GraphqlContext> {
  const compiled = new Map<string, Compiled | null>();

  const compile = (
    key: string,
    schema: GraphQLSchema,
    document: DocumentNode,
    name: string | undefined,
  ): Compiled | null => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const result = compileQuery(schema, document, name);
    const usable = isCompiledQuery(result) ? (result as Compiled) : null;
    if (compiled.size >= CACHED_OPERATIONS) compiled.delete(compiled.keys().next().value as string);
    compiled.set(key, usable);
    return usable;
  };

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ queryHash, operationName, operation, schema, document, request, contextValue }) {
          if (operation.operation === 'subscription') return null;
          const query = compile(`${queryHash} ${operationName ?? ''}`, schema, document, operationName ?? undefined);
          if (!query) return null;
          const result = await query.query(undefined, contextValue, request.variables ?? {});
          const locale = preferredLocale(contextValue.request.headers['accept-language']);
          return {
            http: { headers: new HeaderMap() },
            body: {
              kind: 'single',
              singleResult: {
                data: result.data as Record<string, unknown> | null,
                ...(result.errors
                  ? { errors: result.errors.map((error) => mapGraphqlError(error, locale, logger)) }
                  : {}),
              },
            },
          };
        },
      };
    },
  };
}
