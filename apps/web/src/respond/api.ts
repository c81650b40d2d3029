import {
  BEGIN_MUTATION,
  SAVE_MUTATION,
  SESSION_QUERY,
  SUBMIT_MUTATION,
  type AnswerInput,
  type Answers,
  type Draft,
  type RespondentSession,
  type SubmittedAnswers,
} from './contract.js';

/** `NO_ANSWER` is ours: the request may or may not have arrived. The others are the API's. */
export type ApiCode =
  | 'NO_ANSWER'
  | 'UNAVAILABLE'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'UNAUTHENTICATED'
  | 'LINK_REVOKED'
  | 'LINK_EXPIRED'
  | 'ASSESSMENT_CLOSED'
  | 'ALREADY_SUBMITTED'
  | 'VALIDATION'
  | 'CONFLICT';

export interface RefusedField {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export class ApiError extends Error {
  constructor(
    readonly code: ApiCode,
    readonly fields: readonly RefusedField[] = [],
    readonly current: Draft | null = null,
  ) {
    super(code);
  }
}

const KNOWN_CODES: ReadonlySet<string> = new Set<ApiCode>([
  'UNAVAILABLE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'LINK_REVOKED',
  'LINK_EXPIRED',
  'ASSESSMENT_CLOSED',
  'ALREADY_SUBMITTED',
  'VALIDATION',
  'CONFLICT',
]);

/** Trying again later can help. */
export function isTransient(code: ApiCode): boolean {
  return code === 'NO_ANSWER' || code === 'UNAVAILABLE' || code === 'RATE_LIMITED' || code === 'INTERNAL';
}

interface GraphqlError {
  readonly extensions?: { readonly code?: string; readonly fields?: RefusedField[]; readonly current?: Draft };
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

function errorOf(status: number, body: GraphqlAnswer | null): ApiError {
  const extensions = body?.errors?.[0]?.extensions;
  if (extensions?.code !== undefined && KNOWN_CODES.has(extensions.code)) {
    return new ApiError(extensions.code as ApiCode, extensions.fields, extensions.current ?? null);
  }
  if (status === 429) return new ApiError('RATE_LIMITED');
  return new ApiError(status === 502 || status === 503 || status === 504 ? 'UNAVAILABLE' : 'INTERNAL');
}

const TIMEOUT_MS = 20_000;

export class RespondentApi {
  /** How far the server's clock is ahead of this device's: answers are stamped in the server's time. */
  private ahead = 0;

  constructor(
    private readonly token: string,
    private readonly fetchIt: typeof fetch,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  now(): number {
    return Date.now() + this.ahead;
  }

  async session(): Promise<RespondentSession> {
    const { respondentSession } = await this.ask<{ respondentSession: RespondentSession }>(SESSION_QUERY, {});
    return respondentSession;
  }

  async begin(): Promise<string> {
    const { beginResponse } = await this.ask<{ beginResponse: { token: string } }>(BEGIN_MUTATION, {});
    return beginResponse.token;
  }

  /** `leaving` lets the request outlive the page. */
  async save(answers: Answers, revision: number, leaving = false): Promise<number> {
    const { saveDraft } = await this.ask<{ saveDraft: { revision: number } }>(
      SAVE_MUTATION,
      { answers, revision },
      leaving,
    );
    return saveDraft.revision;
  }

  async submit(answers: readonly AnswerInput[], locale: string): Promise<SubmittedAnswers> {
    const { submitAnswers } = await this.ask<{ submitAnswers: SubmittedAnswers }>(SUBMIT_MUTATION, { answers, locale });
    return submitAnswers;
  }

  private async ask<T>(query: string, variables: object, keepalive = false): Promise<T> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.timeoutMs);
    let response: Response;
    let body: GraphqlAnswer | null;
    try {
      response = await this.fetchIt('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Respondent ${this.token}`,
          'x-touchstone-csrf': '1',
        },
        body: JSON.stringify({ query, variables }),
        // The link is the whole identity here: a signed-in colleague's cookie must not ride along.
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
        // Browsers refuse to keep more than 64 kB alive; a larger draft goes the ordinary way.
        keepalive: keepalive && JSON.stringify(variables).length < 50_000,
      });
      body = await response.json().catch((reason: unknown) => {
        if (abort.signal.aborted) throw reason;
        return null;
      });
    } catch {
      throw new ApiError('NO_ANSWER');
    } finally {
      clearTimeout(timer);
    }
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(date)) this.ahead = date - Date.now();
    if (body?.data === undefined || body.data === null || body.errors?.length) throw errorOf(response.status, body);
    return body.data as T;
  }
}
