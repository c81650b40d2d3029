import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logger.js';
import type { DatabaseUrls } from './database.js';
import { DATABASE_URLS } from './database.tokens.js';

export interface NotificationListener {
  /** A message on the channel. */
  notified(payload: string): void;
  /** The connection was made, or made anew: messages may have been missed. */
  connected?(): void;
}

const LONGEST_PAUSE_MS = 10_000;

/** The one connection of this process on which PostgreSQL tells what happened. Comes back by itself after a loss. */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<NotificationListener>>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;

  constructor(
    @Inject(DATABASE_URLS) private readonly urls: DatabaseUrls,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Listens until the returned function is called. Channels are names in the code, never input. */
  listen(channel: string, listener: NotificationListener): () => void {
    let listeners = this.listeners.get(channel);
    if (!listeners) {
      listeners = new Set();
      this.listeners.set(channel, listeners);
      const listening = this.client?.query(`LISTEN ${channel}`);
      // What was told before this statement ran is missed, as after a loss.
      listening?.then(
        () => listener.connected?.(),
        (error: unknown) => this.lost(error),
      );
    }
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  onApplicationBootstrap(): Promise<void> {
    return this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.urls.app,
      application_name: 'touchstone notifications',
      options: '-c role=touchstone_app',
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    client.on('error', (error) => this.lost(error));
    client.on('end', () => this.lost(new Error('The connection for notifications ended.')));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener.notified(payload ?? '');
    });
    try {
      await client.connect();
      // From here on new channels are listened to as they come; those known so far follow.
      this.client = client;
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      client.end().catch(() => undefined);
      this.lost(error);
      return;
    }
    if (this.stopped) return void client.end().catch(() => undefined);
    this.failures = 0;
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener.connected?.();
  }

  private lost(error: unknown): void {
    if (this.stopped || this.retry) return;
    this.logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'notifications interrupted');
    this.client = undefined;
    const pause = Math.min(LONGEST_PAUSE_MS, 200 * 2 ** this.failures);
    this.failures += 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, pause);
    this.retry.unref();
  }
}
