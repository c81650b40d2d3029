/**
 * The errors a person or a program can do something about. Every one has a stable `code` that interfaces branch on and
 * that the API translates; `params` fill the translated sentence and never hold answers, tokens or personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The row does not exist, belongs to another organisation, or may not be read: callers cannot tell which. */
export class NotFoundError extends DomainError {
  constructor(what: string) {
    super('NOT_FOUND', `${what} was not found.`, { what });
  }
}

/** Nobody is signed in, or the credential is not one of ours. */
export class UnauthenticatedError extends DomainError {
  constructor(message = 'Sign in first.') {
    super('UNAUTHENTICATED', message);
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = 'Your role does not allow this.') {
    super('FORBIDDEN', message);
  }
}

/** Somebody else saved first; `current` is the state that won, for the person to compare with. */
export class ConflictError extends DomainError {
  constructor(
    what: string,
    readonly current: unknown,
  ) {
    super('CONFLICT', `${what} was changed by somebody else in the meantime.`, { what });
  }
}

export interface FieldProblem {
  /** Dotted path of the field in the input, e.g. `raterGroups.2.expectedSize`. */
  readonly path: string;
  /** Stable name of what is wrong, e.g. `too_small`. */
  readonly code: string;
  /** What is wrong and how to put it right, in English; interfaces translate by `code`. */
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Input that was understood but cannot be accepted; names every field at once. */
export class ValidationError extends DomainError {
  constructor(readonly fields: readonly FieldProblem[]) {
    super('VALIDATION', fields.map((field) => `${field.path}: ${field.message}`).join('; '));
  }

  static of(path: string, code: string, message: string, params?: FieldProblem['params']): ValidationError {
    return new ValidationError([{ path, code, message, params }]);
  }
}

/** A rule of the domain stands against the act, e.g. closing a wave that is not open. */
export class RuleError extends DomainError {}

export class RateLimitedError extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('RATE_LIMITED', `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
  }
}

/** Something we stand on (database, queue, mail) does not answer; trying again later is right. */
export class UnavailableError extends DomainError {
  constructor(what: string) {
    super('UNAVAILABLE', `${what} is not available at the moment. Nothing was saved; try again shortly.`, { what });
  }
}

/** Makes a switch exhaustive: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
