import type { Page, Request, Response } from 'playwright-core';

export interface Exchange {
  readonly operation: string;
  readonly body: string;
}

/** What a page received from the API and what went wrong in it, kept while it lives. */
export class Overheard {
  readonly exchanges: Exchange[] = [];
  readonly errors: string[] = [];
  readonly strangers: string[] = [];
  /** Requests on their way, and when the last of them ended. */
  private readonly underWay = new Set<Request>();
  private lastAt = Date.now();
  private readonly reading = new Set<Promise<void>>();

  constructor(page: Page, origin: string) {
    page.on('response', (response) => {
      const reading = this.note(response).finally(() => this.reading.delete(reading));
      this.reading.add(reading);
    });
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.exchanges.push({ operation: 'live', body: payload.toString() })),
    );
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    const ended = (request: Request) => {
      this.underWay.delete(request);
      this.lastAt = Date.now();
    };
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
    page.on('request', (request) => {
      this.underWay.add(request);
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) this.strangers.push(request.url());
    });
  }

  /** Everything that the API answered to this page so far. */
  async received(): Promise<readonly Exchange[]> {
    await Promise.all(this.reading);
    return this.exchanges;
  }

  /** For how long the page has asked for nothing, in milliseconds. */
  get quietFor(): number {
    return this.underWay.size > 0 ? 0 : Date.now() - this.lastAt;
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
