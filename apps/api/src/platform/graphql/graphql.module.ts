import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { GraphqlContext } from '../http/request-of.js';
import { compiledExecution } from './compiled-execution.plugin.js';
import { outageStatus } from './outage-status.plugin.js';
import { GRAPHQL_LIMITS, limitRules } from './limits.js';
import { mapGraphqlError } from './map-errors.js';

/** The GraphQL endpoint with its limits, error mapping, and compiled execution. Subscriptions: see live-endpoint.ts. */
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
    validationRules: limitRules(),
    // Its own check asks the whole schema once at every start; a test does so once instead.
    buildSchemaOptions: { numberScalarMode: 'float', skipCheck: true },
    // Otherwise every answer that was executed would be 200, also the one that says that the database is away.
    preserveHttpStatusForExecutionErrors: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), compiledExecution(logger), outageStatus()],
    formatError: (formatted, error) => ({ ...formatted, ...mapGraphqlError(error, 'en', logger) }),
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({ request, reply }),
  });
}
