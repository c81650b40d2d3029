import type { IncomingMessage } from 'node:http';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { parseCookieHeader } from '../http/cookies.js';
import type { Config } from '../config/config.js';
import type { GraphqlContext } from '../http/request-of.js';
import { compiledExecution } from './compiled-execution.plugin.js';
import { mapGraphqlError } from './map-errors.js';

export const GRAPHQL_LIMITS = { depth: 10, aliases: 15, tokens: 2000, cost: 6000 } as const;

interface WebSocketConnection {
  readonly extra: { readonly request: IncomingMessage };
}

/** The GraphQL endpoint with its limits, error mapping, compiled execution and live updates over WebSocket. */
export function graphqlModule(config: Config, logger: Logger, schemaFile: string | true) {
  const production = config.environment === 'production';
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: schemaFile,
    sortSchema: true,
    playground: false,
    graphiql: false,
    introspection: !production,
    autoTransformHttpErrors: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: GRAPHQL_LIMITS.tokens },
    validationRules: [
      maxDepthRule({ n: GRAPHQL_LIMITS.depth, exposeLimits: true }),
      maxAliasesRule({ n: GRAPHQL_LIMITS.aliases, exposeLimits: true }),
      costLimitRule({ maxCost: GRAPHQL_LIMITS.cost, exposeLimits: true }),
    ] as never,
    buildSchemaOptions: { numberScalarMode: 'float' },
    plugins: [ApolloServerPluginCacheControlDisabled(), compiledExecution(logger)],
    formatError: (formatted, error) => ({ ...formatted, ...mapGraphqlError(error, 'en', logger) }),
    // Called with request and reply for HTTP, and with the connection for a subscription over WebSocket.
    context: (source: FastifyRequest | WebSocketConnection, reply: FastifyReply): GraphqlContext =>
      'extra' in source ? subscriptionContext(source.extra.request) : { request: source, reply },
    subscriptions: {
      'graphql-ws': {
        path: '/graphql',
        onConnect: (connection) => sameOrigin((connection.extra as { request: IncomingMessage }).request, config),
      },
    },
  });
}

/** A page of another site could open a WebSocket with our cookie: browsers send the origin, and it must be ours. */
function sameOrigin(upgrade: IncomingMessage, config: Config): boolean {
  const origin = upgrade.headers.origin;
  if (!origin) return true;
  const allowed = new Set([new URL(config.publicUrl).host, upgrade.headers.host]);
  return URL.canParse(origin) && allowed.has(new URL(origin).host);
}

const contexts = new WeakMap<IncomingMessage, GraphqlContext>();

function subscriptionContext(upgrade: IncomingMessage): GraphqlContext {
  let context = contexts.get(upgrade);
  if (!context) {
    context = {
      request: { headers: upgrade.headers, method: 'GET', cookies: parseCookieHeader(upgrade.headers.cookie) },
    } as GraphqlContext;
    contexts.set(upgrade, context);
  }
  return context;
}
