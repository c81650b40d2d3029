import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notifications } from '../database/notifications.js';
import type { Transaction } from '../database/unit-of-work.js';
import { EventFeed } from './event-feed.js';

const CHANNEL = 'touchstone_live';
/** PostgreSQL refuses messages of 8,000 bytes and more. */
const LARGEST_MESSAGE_BYTES = 7_900;

/** Ids and numbers: what changed, not the change itself. Whoever listens reads what they may see. */
export type LivePayload = Readonly<Record<string, string | number | boolean | null>>;

interface Message {
  readonly organization: string;
  readonly topic: string;
  readonly payload: LivePayload;
}

/** Tells every process that something happened, once it is committed. Events never cross from one organisation to another. */
@Injectable()
export class LiveEvents implements OnModuleInit {
  private readonly feeds = new Map<string, Set<EventFeed>>();

  constructor(private readonly notifications: Notifications) {}

  onModuleInit(): void {
    this.notifications.listen(CHANNEL, {
      notified: (text) => this.deliver(JSON.parse(text) as Message),
      connected: () => this.catchUp(),
    });
  }

  /** How many are listening in this process. */
  get readers(): number {
    return new Set([...this.feeds.values()].flatMap((feeds) => [...feeds])).size;
  }

  /** Leaves with the transaction: nothing is told where it rolls back. */
  async publish(transaction: Transaction, topic: string, payload: LivePayload): Promise<void> {
    const message: Message = { organization: transaction.organizationId, topic, payload };
    const text = JSON.stringify(message);
    if (Buffer.byteLength(text) > LARGEST_MESSAGE_BYTES) {
      throw new Error(`An event on "${topic}" is too large to be told; send ids and let listeners read.`);
    }
    await transaction.query(`SELECT pg_notify('${CHANNEL}', $1)`, [text]);
  }

  /**
   * The events of a topic, or of several, in one organisation, from now on. An event with `missed: true` and no payload
   * means that the connection was interrupted: read the present state.
   */
  asyncIterator(topics: string | readonly string[], organizationId: string): EventFeed {
    const keys = [topics].flat().map((topic) => keyOf(organizationId, topic));
    const feed = new EventFeed(() => {
      for (const key of keys) {
        const feeds = this.feeds.get(key);
        feeds?.delete(feed);
        if (feeds?.size === 0) this.feeds.delete(key);
      }
    });
    for (const key of keys) {
      const feeds = this.feeds.get(key) ?? new Set<EventFeed>();
      this.feeds.set(key, feeds.add(feed));
    }
    return feed;
  }

  private deliver({ organization, topic, payload }: Message): void {
    for (const feed of this.feeds.get(keyOf(organization, topic)) ?? []) feed.push({ payload, missed: false });
  }

  private catchUp(): void {
    const listening = new Set([...this.feeds.values()].flatMap((feeds) => [...feeds]));
    for (const feed of listening) feed.push({ payload: {}, missed: true });
  }
}

const keyOf = (organizationId: string, topic: string): string => `${organizationId} ${topic}`;
