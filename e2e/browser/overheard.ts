import type { Page, Response } from 'playwright-core';

export interface Exchange {
  readonly operation: string;
  readonly body: string;
}

/** What a page received from the API and what went wrong in it, kept while it lives. */
export class Overheard {
  readonly exchanges: Exchange[] = [];
  readonly errors: string[] = [];
  readonly strangers: string[] = [];
  private readonly reading = new Set<Promise<void>>();

  constructor(
    private readonly page: Page,
    origin: string,
  ) {
    page.on('response', (response) => {
      const reading = this.note(response).finally(() => this.reading.delete(reading));
      this.reading.add(reading);
    });
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.exchanges.push({ operation: 'live', body: payload.toString() })),
    );
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) this.strangers.push(request.url());
    });
  }

  /** Everything that the API answered to this page so far. */
  async received(): Promise<readonly Exchange[]> {
    await Promise.all(this.reading);
    return this.exchanges;
  }

  get url(): string {
    return this.page.url();
  }

  private async note(response: Response): Promise<void> {
    if (!response.url().endsWith('/graphql')) return;
    const { operationName } = (response.request().postDataJSON() ?? {}) as { operationName?: string };
    try {
      this.exchanges.push({ operation: operationName ?? '?', body: await response.text() });
    } catch {
      // The page went elsewhere before the answer was read: it never saw it either.
    }
  }
}
