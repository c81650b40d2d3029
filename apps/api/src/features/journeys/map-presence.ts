import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { newId, UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EventFeed } from '../../platform/live/event-feed.js';
import { follow } from '../../platform/live/follow.js';
import { LiveEvents, type LivePayload } from '../../platform/live/live-events.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import type { JourneyPresenceType } from './journey-presence.type.js';
import { JourneyMapReadModel } from './journey-map.read-model.js';
import { MapCompany, type Seat, SILENT_AFTER_MS } from './map-company.js';

const topicOf = (journeyId: string): string => `journey.${journeyId}.presence`;

const HEARTBEAT_MS = SILENT_AFTER_MS / 3;
/** How long somebody who stood up may take to sit down in the next cell before the others see them go. */
const GRACE_MS = 500;

/**
 * Who has a map open. Nothing of it is stored: those who are there tell each other, in whichever process they are
 * connected. Who comes asks the others to say where they are; who goes, or loses the connection, is said to be gone.
 */
@Injectable()
export class MapPresence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveEvents,
    private readonly maps: JourneyMapReadModel,
  ) {}

  async join(
    member: MemberPrincipal,
    journeyId: string,
    at: Pick<Seat, 'stageId' | 'lane'>,
  ): Promise<AsyncIterableIterator<JourneyPresenceType[]>> {
    const { id, stages } = await this.maps.map(member, journeyId);
    if (at.stageId && !stages.some((stage) => stage.id === at.stageId)) throw new NotFoundError('Stage');
    const seat = { membershipId: member.membershipId, stageId: at.stageId, lane: at.stageId ? at.lane : null };
    return follow(this.live.asyncIterator(topicOf(id), member.organizationId), (feed) =>
      this.sit(member, topicOf(id), seat, feed),
    );
  }

  private async *sit(
    member: MemberPrincipal,
    topic: string,
    seat: Seat,
    feed: EventFeed,
  ): AsyncGenerator<JourneyPresenceType[], void> {
    const seatId = newId();
    const company = new MapCompany(member.membershipId);
    const names = new Map<string, string>();
    const say = (more: LivePayload) => this.say(member, topic, { seatId, ...seat, ...more });
    const heartbeat = setInterval(() => {
      // A missed beat is made good by the next; the others wait for three.
      say({}).catch(() => undefined);
      look();
    }, HEARTBEAT_MS);
    const look = () => feed.push({ payload: {}, missed: false });
    let shown = '';
    try {
      await say({ asks: true });
      for await (const { payload, missed } of feed) {
        if (missed) await say({ asks: true });
        if (typeof payload['seatId'] === 'string' && payload['seatId'] !== seatId) {
          this.hear(company, payload['seatId'], payload, look);
          if (payload['asks']) await say({});
        }
        const others = company.others(Date.now());
        const now = JSON.stringify(others);
        if (now === shown) continue;
        shown = now;
        await this.learnNames(member, others, names);
        yield others.flatMap((other) => {
          const name = names.get(other.membershipId);
          return name === undefined ? [] : [{ ...other, name } as JourneyPresenceType];
        });
      }
    } finally {
      clearInterval(heartbeat);
      // Without the database nobody hears it; then the silence says it.
      await say({ left: true }).catch(() => undefined);
    }
  }

  private hear(company: MapCompany, seatId: string, payload: LivePayload, look: () => void): void {
    if (payload['left']) {
      company.leaves(seatId);
      setTimeout(() => {
        company.gone(seatId);
        look();
      }, GRACE_MS).unref();
      return;
    }
    const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : null);
    const seat = { membershipId: text('membershipId') ?? '', stageId: text('stageId'), lane: text('lane') };
    company.heard(seatId, seat, Date.now());
  }

  private say(member: MemberPrincipal, topic: string, payload: LivePayload): Promise<void> {
    return this.unitOfWork.write(member, (transaction) => this.live.publish(transaction, topic, payload));
  }

  private async learnNames(member: MemberPrincipal, others: Seat[], names: Map<string, string>): Promise<void> {
    const unknown = others.map(({ membershipId }) => membershipId).filter((id) => !names.has(id));
    if (unknown.length === 0) return;
    const rows = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ id: string; name: string }>(
        `SELECT m.id, coalesce(a.name, m.name) AS name FROM membership m LEFT JOIN account a ON a.id = m.account_id
         WHERE m.organization_id = $1 AND m.id = ANY($2::uuid[])`,
        [organizationId, unknown],
      ),
    );
    for (const { id, name } of rows) names.set(id, name);
  }
}
