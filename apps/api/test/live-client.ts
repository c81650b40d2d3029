import type { AddressInfo } from 'node:net';
import { type Client, createClient, type FormattedExecutionResult } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestApplication } from './test-application.js';

export interface LiveClient {
  /** Everything that a subscription delivers until it ends; rejects with the errors that ended it. */
  all<Data>(query: string, variables?: Record<string, unknown>): Promise<FormattedExecutionResult<Data>[]>;
  each<Data>(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<FormattedExecutionResult<Data>>;
  close(): void;
}

/** Listens to live updates as a browser does: over a WebSocket, with a cookie. The application must be listening. */
export function liveClient(application: TestApplication, headers: Record<string, string>): LiveClient {
  const { port } = application.app.getHttpServer().address() as AddressInfo;
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  const client: Client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazy: true,
  });
  const each = <Data>(query: string, variables: Record<string, unknown> = {}) =>
    client.iterate<Data>({ query, variables }) as AsyncIterableIterator<FormattedExecutionResult<Data>>;
  return {
    each,
    all: async (query, variables) => {
      const results = [];
      for await (const result of each(query, variables)) results.push(result);
      return results as never;
    },
    close: () => void client.dispose(),
  };
}
