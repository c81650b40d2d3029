import type { APIRequestContext } from 'playwright-core';

export interface ApiProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

export class ApiRefusal extends Error {
  constructor(readonly problems: readonly ApiProblem[]) {
    super(problems.map(({ message, extensions }) => `${extensions?.code ?? '?'}: ${message}`).join('\n'));
  }

  get code(): string | undefined {
    return this.problems[0]?.extensions?.code;
  }
}

/**
 * The API as this browser's session may use it. Scenarios prepare with it what is not their subject, and ask it what
 * a page must not have been told.
 */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly authorization?: string,
  ) {}

  // Each caller names the shape it asked for; the query beside it is the proof.
  async ask<Answer = Record<string, never>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.request.post('/graphql', {
      headers: { 'x-touchstone-csrf': '1', ...(this.authorization && { authorization: this.authorization }) },
      data: { query, variables },
    });
    const { data, errors } = (await response.json()) as { data: Answer; errors?: ApiProblem[] };
    if (errors) throw new ApiRefusal(errors);
    return data;
  }
}
