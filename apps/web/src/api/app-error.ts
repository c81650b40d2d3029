import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'VALIDATION',
  'REFUSED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'OFFLINE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface FieldError {
  path: string;
  /** Stable name of what is wrong; pages translate by it. */
  code: string;
  /** The same in English, for programs. */
  message: string;
  params?: Record<string, string | number>;
}

/** An error as a page needs it: what kind, and what helps the reader go on. */
export interface AppError {
  code: ErrorCode;
  /** For a refusal by a rule of the domain: the rule's own code, such as `ACCOUNT_LOCKED`. */
  rule?: string;
  /** The server's own sentence, in the reader's language; more exact than ours where there is one. */
  message?: string;
  fields?: FieldError[];
  /** After a lost race: the object as it stands now. */
  current?: unknown;
  retryAfterSeconds?: number;
  logId?: string;
}

const known = new Set<string>(errorCodes);
/** Codes of the GraphQL server itself: a page that causes one is wrong, and its sentence would help no reader. */
const ofTheServer = /^(GRAPHQL_|PERSISTED_|BAD_|INTERNAL)/;

export function toAppError(error: unknown): AppError {
  if (CombinedGraphQLErrors.is(error)) return fromExtensions(error.errors[0]?.message, error.errors[0]?.extensions);
  if (ServerError.is(error)) return fromStatus(error);
  // fetch rejects with a TypeError when nothing answered at all.
  if (error instanceof TypeError) return { code: 'OFFLINE' };
  return { code: 'INTERNAL' };
}

function fromExtensions(message: string | undefined, extensions: Record<string, unknown> | undefined): AppError {
  const code = String(extensions?.code ?? 'INTERNAL');
  const logId = typeof extensions?.logId === 'string' ? extensions.logId : undefined;
  if (ofTheServer.test(code)) return { code: 'INTERNAL', logId };
  return {
    ...(known.has(code) ? { code: code as ErrorCode } : { code: 'REFUSED', rule: code }),
    message,
    logId,
    fields: Array.isArray(extensions?.fields) ? (extensions.fields as FieldError[]) : undefined,
    current: extensions?.current,
    retryAfterSeconds: typeof extensions?.retryAfterSeconds === 'number' ? extensions.retryAfterSeconds : undefined,
  };
}

function fromStatus(error: ServerError): AppError {
  const retryAfter = Number(error.response.headers.get('retry-after'));
  if (error.statusCode === 429) {
    return { code: 'RATE_LIMITED', retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined };
  }
  if (error.statusCode === 401) return { code: 'UNAUTHENTICATED' };
  if (error.statusCode === 403) return { code: 'FORBIDDEN' };
  return error.statusCode >= 502 && error.statusCode <= 504 ? { code: 'UNAVAILABLE' } : { code: 'INTERNAL' };
}
