import type { AnswerInput, Answers, Draft, RespondentSession, RespondentState } from './contract.js';
import { openSession } from './questionnaire.fixture.js';

interface PlayedResponse {
  state: RespondentState;
  begins: boolean;
  draft: Draft | null;
  submitted: AnswerInput[] | null;
}

/** What happens to a request on its way: it is answered, never arrives, or its answer gets lost. */
export type Line = 'up' | 'down' | 'answers-get-lost' | 'unavailable';

/**
 * The other side of the wire, by the contract: compare-and-set drafts, one submission. It plays the network's part in
 * the tests; that the real API keeps the same contract is proven end to end in a browser.
 */
export class PlayedServer {
  line: Line = 'up';
  readonly requests: { operation: string; token: string; variables: Record<string, unknown> }[] = [];
  /** Called while a request is under way, e.g. to let another tab act in between. */
  meanwhile: (() => void) | null = null;
  refusal: object | null = null;
  private readonly responses = new Map<string, PlayedResponse>();
  private begun = 0;

  issue(token: string, begins = false): PlayedResponse {
    const response: PlayedResponse = { state: 'OPEN', begins, draft: null, submitted: null };
    this.responses.set(token, response);
    return response;
  }

  response(token: string): PlayedResponse {
    const response = this.responses.get(token);
    if (!response) throw new Error(`No response for ${token}`);
    return response;
  }

  count(operation: string): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  readonly fetch: typeof fetch = async (_input, init) => {
    const headers = new Headers(init?.headers);
    const token = headers.get('authorization')?.replace(/^Respondent /, '') ?? '';
    const { query, variables } = JSON.parse(String(init?.body)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    this.requests.push({ operation, token, variables });
    await Promise.resolve();
    if (this.line === 'down') throw new TypeError('Failed to fetch');
    if (this.line === 'unavailable') return Response.json(refusal('UNAVAILABLE'), { status: 503 });
    if (headers.get('x-touchstone-csrf') !== '1') return Response.json(refusal('FORBIDDEN'), { status: 403 });
    const answer = this.refusal ?? this.handle(operation, token, variables);
    this.meanwhile?.();
    if (this.line === 'answers-get-lost') throw new TypeError('Failed to fetch');
    return Response.json(answer);
  };

  private handle(operation: string, token: string, variables: Record<string, unknown>): object {
    const response = this.responses.get(token);
    if (!response) return refusal('UNAUTHENTICATED');
    if (operation === 'RespondentSession') return { data: { respondentSession: this.session(response) } };
    if (response.state === 'SUBMITTED') return refusal('ALREADY_SUBMITTED');
    if (response.state === 'CLOSED') return refusal('ASSESSMENT_CLOSED');
    if (response.state === 'REVOKED') return refusal('LINK_REVOKED');
    if (response.state === 'EXPIRED') return refusal('LINK_EXPIRED');
    switch (operation) {
      case 'BeginResponse': {
        const own = `own-token-${++this.begun}`;
        this.issue(own);
        return { data: { beginResponse: { token: own } } };
      }
      case 'SaveDraft': {
        const known = response.draft?.revision ?? 0;
        if (variables.revision !== known) return refusal('CONFLICT', { current: response.draft });
        this.saveElsewhere(token, variables.answers as Answers);
        return { data: { saveDraft: { revision: known + 1, savedAt: response.draft?.savedAt } } };
      }
      default: {
        response.state = 'SUBMITTED';
        response.submitted = variables.answers as AnswerInput[];
        response.draft = null;
        return {
          data: { submitAnswers: { submittedOn: '2026-11-21', answered: response.submitted.length, total: 4 } },
        };
      }
    }
  }

  /** Another device of the same person saves. */
  saveElsewhere(token: string, answers: Answers): void {
    const response = this.response(token);
    response.draft = {
      answers,
      revision: (response.draft?.revision ?? 0) + 1,
      savedAt: new Date(Date.now()).toISOString(),
    };
  }

  private session(response: PlayedResponse): RespondentSession {
    const questionnaire = response.begins || response.state !== 'OPEN' ? null : openSession.questionnaire;
    return { ...openSession, state: response.state, begins: response.begins, questionnaire, draft: response.draft };
  }
}

function refusal(code: string, more: object = {}): object {
  return { errors: [{ message: code, extensions: { code, ...more } }] };
}
