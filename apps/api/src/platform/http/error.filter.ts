import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { preferredLocale } from '../auth/authentication.js';
import { presentError } from '../errors/present-error.js';
import { LOGGER } from '../logging/logger.js';

/** Errors of plain HTTP routes, in the same words and codes as GraphQL's. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL maps its errors where it executes; it only needs the error itself.
    if (host.getType<string>() === 'graphql') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const presented = presentError(error, preferredLocale(request.headers['accept-language']), this.logger);
    void reply
      .status(presented.status)
      // A route that was going to send something else has said so already.
      .type('application/json; charset=utf-8')
      .send({ error: { code: presented.code, message: presented.message, ...presented.details } });
  }
}
