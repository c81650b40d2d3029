import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { ConflictError, DomainError, RateLimitedError, UnavailableError, ValidationError } from '@touchstone/domain';
import type { Logger } from 'pino';
import { isDatabaseGone } from '../database/database-gone.js';
import { keptRecord } from '../database/kept-record.js';
import { fieldMessage } from './field-messages.js';
import { loggedError } from './logged-error.js';
import { messageFor } from './messages.js';

export interface PresentedError {
  readonly message: string;
  readonly code: string;
  readonly status: number;
  /** Beside `code`, what helps the person or program to go on: `fields`, `current`, `retryAfterSeconds`, `logId`. */
  readonly details: Readonly<Record<string, unknown>>;
}

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONFLICT: 409,
  FILE_TOO_LARGE: 413,
  VALIDATION: 422,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/**
 * The one place where an error becomes what a client sees. What we know is translated; what we do not know is logged in
 * full under an id, and the client gets the id and nothing else.
 */
export function presentError(error: unknown, locale: string, logger: Logger): PresentedError {
  const known = isDatabaseGone(error) ? new UnavailableError('The database') : (keptRecord(error) ?? error);
  if (known instanceof DomainError) {
    return {
      code: known.code,
      message: messageFor(known.code, locale, known.params, known.message),
      status: STATUS[known.code] ?? 422,
      details: detailsOf(known, locale),
    };
  }
  if (known instanceof HttpException && known.getStatus() < 500) {
    return { code: 'BAD_REQUEST', message: known.message, status: known.getStatus(), details: {} };
  }
  const logId = randomUUID();
  logger.error({ logId, err: loggedError(known) }, 'unexpected error');
  return { code: 'INTERNAL', message: messageFor('INTERNAL', locale, { logId }, ''), status: 500, details: { logId } };
}

function detailsOf(error: DomainError, locale: string): Record<string, unknown> {
  const details: Record<string, unknown> = { params: error.params };
  if (error instanceof ValidationError) {
    details['fields'] = error.fields.map((field) => ({ ...field, message: fieldMessage(field, locale) }));
  }
  if (error instanceof ConflictError) details['current'] = error.current;
  if (error instanceof RateLimitedError) details['retryAfterSeconds'] = error.retryAfterSeconds;
  return details;
}
