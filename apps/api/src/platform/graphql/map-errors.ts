import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { presentError } from '../errors/present-error.js';

/** Turns an error of execution into what the response carries. Errors of parsing and validation are about the query and pass. */
export function mapGraphqlError(error: unknown, locale: string, logger: Logger): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const cause = error.originalError;
    if (!cause || cause instanceof GraphQLError) {
      // Errors in variables come from the compiled operation, which gives them no extensions.
      const code = (error.extensions as GraphQLError['extensions'] | undefined)?.['code'];
      return { ...error.toJSON(), extensions: { code: code ?? 'BAD_USER_INPUT' } };
    }
    return { ...format(cause, locale, logger), path: error.path };
  }
  return format(error, locale, logger);
}

function format(cause: unknown, locale: string, logger: Logger): GraphQLFormattedError {
  const { message, code, details } = presentError(cause, locale, logger);
  return { message, extensions: { code, ...details } };
}
