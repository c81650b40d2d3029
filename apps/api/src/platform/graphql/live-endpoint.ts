import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { preferredLocale } from '../auth/authentication.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { parseCookieHeader } from '../http/cookies.js';
import type { GraphqlContext } from '../http/request-of.js';
import { LOGGER } from '../logging/logger.js';
import { GRAPHQL_LIMITS, limitRules } from './limits.js';
import { mapGraphqlError } from './map-errors.js';

const PATH = '/graphql';
const LARGEST_MESSAGE_BYTES = 64 * 1024;
/** A connection outlives the session it began with by no more than this; clients connect anew by themselves. */
const LONGEST_CONNECTION_MS = 15 * 60_000;
const SERVICE_RESTART = 1012;

/**
 * Subscriptions over WebSocket, under the same permissions, limits and error mapping as everything else. Queries and
 * mutations do not come this way: they would go around what stands before them on HTTP.
 */
@Injectable()
export class LiveEndpoint implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES });
  private close: (() => Promise<void>) | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly adapter: HttpAdapterHost,
    private readonly schema: GraphQLSchemaHost,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.adapter.httpAdapter?.getHttpServer() as Server | undefined;
    // A process that only runs jobs has no HTTP server and no schema.
    if (!server) return;
    const rules = [...specifiedRules, ...limitRules(), subscriptionsOnly];
    const mapped = (upgrade: IncomingMessage, errors: readonly GraphQLError[]) => {
      const locale = preferredLocale(upgrade.headers['accept-language']);
      return errors.map((error) => mapGraphqlError(error, locale, this.logger));
    };
    const disposable = useServer(
      {
        schema: this.schema.schema,
        // A context per subscription, not per connection: a session that has ended opens no further one.
        context: ({ extra }) => contextOf(extra.request),
        parse: (source) => parse(source, { maxTokens: GRAPHQL_LIMITS.tokens }),
        validate: (schema: GraphQLSchema, document: DocumentNode) => validate(schema, document, rules),
        onError: ({ extra }, _id, _payload, errors) => mapped(extra.request, errors),
        onNext: ({ extra }, _id, _payload, _args, result) =>
          result.errors ? { ...result, errors: mapped(extra.request, result.errors) } : undefined,
      },
      this.sockets,
    );
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head);
    server.on('upgrade', upgrade);
    this.close = async () => {
      server.off('upgrade', upgrade);
      await disposable.dispose();
    };
  }

  /** Before the HTTP server closes: it would wait for these connections. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.close?.();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.refusalOf(request);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (connection: WebSocket) => {
      const end = setTimeout(() => connection.close(SERVICE_RESTART), LONGEST_CONNECTION_MS);
      end.unref();
      connection.on('close', () => clearTimeout(end));
      this.sockets.emit('connection', connection, request);
    });
  }

  private refusalOf(request: IncomingMessage): string | null {
    if (request.url?.split('?')[0] !== PATH) return '404 Not Found';
    if (!request.headers['sec-websocket-protocol']?.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL)) return '400 Bad Request';
    return this.sameOrigin(request) ? null : '403 Forbidden';
  }

  /** A page of another site could open a WebSocket with our cookie: browsers send the origin, and it must be ours. */
  private sameOrigin(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    if (!origin) return true;
    const allowed = new Set([new URL(this.config.publicUrl).host, request.headers.host]);
    return URL.canParse(origin) && allowed.has(new URL(origin).host);
  }
}

const contextOf = (upgrade: IncomingMessage): GraphqlContext => ({
  request: { headers: upgrade.headers, method: 'GET', cookies: parseCookieHeader(upgrade.headers.cookie) },
});

const subscriptionsOnly: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (operation.operation !== 'subscription') {
      context.reportError(
        new GraphQLError(`Send a ${operation.operation} over HTTP; this connection carries subscriptions.`, {
          nodes: operation,
        }),
      );
    }
  },
});
