import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  NotFoundError,
  RuleError,
  ValidationError,
  journeyTemplate,
  templateText,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { JourneyChanges } from './journey-changes.js';
import { JourneyEntity } from './journey.entity.js';
import { LifecycleEnum } from './journey.enums.js';
import type { JourneyInput } from './journey.input.js';
import { demandPlace, lockAtlas } from './journey-place.js';
import type { JourneyType } from './journey.type.js';
import { JourneysReadModel } from './journeys.read-model.js';
import { actorOf } from './open-map.js';

type Changes = Partial<
  Pick<JourneyEntity, 'name' | 'summary' | 'parentId' | 'personaId' | 'productId' | 'lifecycle' | 'archivedAt'>
>;

/** Starts journeys, empty or from a template, and keeps what the atlas says of them. */
@Injectable()
export class JourneyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journeys: JourneysReadModel,
    private readonly changes: JourneyChanges,
  ) {}

  create(principal: Principal, input: JourneyInput, templateId: string | null, locale: string): Promise<JourneyType> {
    return this.unitOfWork.write(principal, async (transaction) =>
      this.journeys.oneIn(transaction, await this.createIn(transaction, input, templateId, locale)),
    );
  }

  /** For whoever starts a journey as part of something larger. */
  async createIn(
    transaction: Transaction,
    input: JourneyInput,
    templateId: string | null,
    locale: string,
  ): Promise<string> {
    const journey = checked(input);
    const template = templateId === null ? null : journeyTemplate(templateId);
    if (template === undefined) throw ValidationError.of('template', 'unknown', 'There is no such template.');
    await lockAtlas(transaction);
    await demandPlace(transaction, null, journey);
    const id = newId();
    const { organizationId, manager, query } = transaction;
    const row = { organizationId, id, ...journey, template: templateId, createdBy: actorOf(transaction) };
    await nameOnce(() => manager.getRepository(JourneyEntity).insert(row));
    const stages = (template?.stages ?? []).map(({ name, lifecycle }, position) => ({
      id: newId(),
      position,
      name: templateText(name, locale),
      lifecycle,
    }));
    await query(
      `INSERT INTO journey_stage (organization_id, id, journey_id, position, name, lifecycle)
         SELECT $1, s.id, $2, s.position, s.name, s.lifecycle
         FROM json_to_recordset($3) AS s (id uuid, position integer, name text, lifecycle text)`,
      [organizationId, id, JSON.stringify(stages)],
    );
    const changes = { ...journey, template: templateId, stages: stages.length };
    transaction.audit({ act: 'journey.created', objectKind: 'Journey', objectId: id, changes });
    return id;
  }

  update(principal: Principal, id: string, version: number, input: JourneyInput): Promise<JourneyType> {
    const journey = checked(input);
    return this.change(principal, id, version, 'journey.updated', async (transaction, before) => {
      refuseArchived(before);
      await demandPlace(transaction, before, journey);
      return journey;
    });
  }

  /** It leaves the atlas with all that stands in it, and can come back. */
  archive(principal: Principal, id: string, version: number): Promise<JourneyType> {
    return this.change(principal, id, version, 'journey.archived', (_, before) => {
      refuseArchived(before);
      return Promise.resolve({ archivedAt: new Date() });
    });
  }

  restore(principal: Principal, id: string, version: number): Promise<JourneyType> {
    return this.change(principal, id, version, 'journey.restored', (_, before) => {
      if (!before.archivedAt) throw new RuleError('NOT_ARCHIVED', 'The journey is not archived.');
      return Promise.resolve({ archivedAt: null });
    });
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    decide: (transaction: Transaction, before: JourneyEntity) => Promise<Changes>,
  ): Promise<JourneyType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      await lockAtlas(transaction);
      const { organizationId, manager } = transaction;
      const before = await manager.getRepository(JourneyEntity).findOneBy({ organizationId, id: rowId(id, 'Journey') });
      if (!before) throw new NotFoundError('Journey');
      if (before.version !== version) throw await this.lostRace(transaction, id);
      const changes = await decide(transaction, before);
      await nameOnce(() => compareAndSet(transaction, JourneyEntity, 'Journey', id, version, changes));
      const changed = changedFields<Changes>(before, changes);
      transaction.audit({ act, objectKind: 'Journey', objectId: id, changes: changed });
      await this.changes.tell(transaction, id);
      return this.journeys.oneIn(transaction, id);
    });
  }

  private async lostRace(transaction: Transaction, id: string): Promise<ConflictError> {
    const current = await this.journeys.oneIn(transaction, id);
    const lifecycle = current.lifecycle && graphqlName(LifecycleEnum, current.lifecycle);
    return new ConflictError('Journey', { ...current, lifecycle });
  }
}

function checked(input: JourneyInput) {
  return {
    name: checkedName(input.name),
    summary: input.summary?.trim() ?? '',
    parentId: input.parentId ?? null,
    personaId: input.personaId ?? null,
    productId: input.productId ?? null,
    lifecycle: input.lifecycle ?? null,
  };
}

function refuseArchived({ archivedAt }: JourneyEntity): void {
  if (archivedAt) throw new RuleError('ARCHIVED', 'The journey is archived.');
}

/** A name, and a future state, stands once among the journeys of the atlas; restoring one finds out as well. */
export const nameOnce = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'journey_one_future',
    () => new RuleError('FUTURE_EXISTS', 'The journey has a future state already.'),
    () =>
      unlessTaken(
        'journey_name_once',
        () => ValidationError.of('name', 'taken', 'Another journey of the atlas has this name.'),
        work,
      ),
  );
