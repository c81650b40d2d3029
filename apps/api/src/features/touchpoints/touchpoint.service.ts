import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { graphqlName } from '../../platform/graphql/enum-names.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { checkedName } from '../identity/index.js';
import { TouchpointEntity } from './touchpoint.entity.js';
import {
  ChannelEnum,
  DontCheckEnum,
  ExistenceEnum,
  RemovalOutcomeEnum,
  ResponsibilityEnum,
  ServiceLevelEnum,
} from './touchpoint.enums.js';
import type { TouchpointInput } from './touchpoint.input.js';
import type { TouchpointRemovalType, TouchpointType } from './touchpoint.type.js';
import { TouchpointsReadModel } from './touchpoints.read-model.js';

type Changes = Partial<Omit<TouchpointEntity, 'organizationId' | 'id' | 'version' | 'createdBy' | 'createdAt'>>;

/** Keeps the library of touchpoints. */
@Injectable()
export class TouchpointService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly touchpoints: TouchpointsReadModel,
    private readonly idempotency: Idempotency,
  ) {}

  create(principal: Principal, input: TouchpointInput, key: string | null = null): Promise<TouchpointType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const make = () => this.createIn(transaction, input);
      const id = key
        ? await this.idempotency.run(transaction, { operation: 'createTouchpoint', key, request: input }, make)
        : await make();
      return this.touchpoints.oneIn(transaction, id);
    });
  }

  /** For whoever makes a touchpoint as part of something larger, such as drawing a map. */
  async createIn(transaction: Transaction, input: TouchpointInput): Promise<string> {
    const values = valuesOf(input);
    const { organizationId, principal } = transaction;
    const id = newId();
    const createdBy = principal.kind === 'member' ? principal.membershipId : null;
    await nameOnce(() =>
      transaction.manager.getRepository(TouchpointEntity).insert({ organizationId, id, ...values, createdBy }),
    );
    transaction.audit({ act: 'touchpoint.created', objectKind: 'Touchpoint', objectId: id, changes: values });
    return id;
  }

  update(principal: Principal, id: string, version: number, input: TouchpointInput): Promise<TouchpointType> {
    const values = valuesOf(input);
    return this.change(principal, id, version, 'touchpoint.updated', async (transaction, before) => {
      if (!(await this.touchpoints.oneIn(transaction, id)).mayUpdate) {
        throw new ForbiddenError('Another team answers for this touchpoint today.');
      }
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The touchpoint is archived.');
      return values;
    });
  }

  /** It leaves the library and the matrix; journeys, owners and metrics go on remembering it. */
  archive(principal: Principal, id: string, version: number): Promise<TouchpointType> {
    return this.change(principal, id, version, 'touchpoint.archived', async (_, before) => {
      if (before.archivedAt) throw new RuleError('ARCHIVED', 'The touchpoint is archived.');
      return { archivedAt: new Date() };
    });
  }

  restore(principal: Principal, id: string, version: number): Promise<TouchpointType> {
    return this.change(principal, id, version, 'touchpoint.restored', async () => ({ archivedAt: null }));
  }

  /** Gone for good where nothing remembers it; archived instead where something does. */
  remove(principal: Principal, id: string, version: number): Promise<TouchpointRemovalType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.seen(transaction, id, version);
      const { organizationId } = transaction;
      if ((await this.touchpoints.oneIn(transaction, id)).hasHistory) {
        if (!before.archivedAt) {
          const changes = { archivedAt: new Date() };
          await compareAndSet(transaction, TouchpointEntity, 'Touchpoint', id, version, changes);
          transaction.audit({ act: 'touchpoint.archived', objectKind: 'Touchpoint', objectId: id, changes });
        }
        return { outcome: RemovalOutcomeEnum.ARCHIVED, touchpoint: await this.touchpoints.oneIn(transaction, id) };
      }
      await transaction.manager.getRepository(TouchpointEntity).delete({ organizationId, id });
      const changes = { name: before.name };
      transaction.audit({ act: 'touchpoint.deleted', objectKind: 'Touchpoint', objectId: id, changes });
      return { outcome: RemovalOutcomeEnum.DELETED, touchpoint: null };
    });
  }

  /** Held until the end of the transaction, so that owners and facts are not changed past each other. */
  async locked({ query, organizationId }: Transaction, id: string): Promise<void> {
    const found = await query('SELECT FROM touchpoint WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      organizationId,
      rowId(id, 'Touchpoint'),
    ]);
    if (found.length === 0) throw new NotFoundError('Touchpoint');
  }

  private change(
    principal: Principal,
    id: string,
    version: number,
    act: string,
    decide: (transaction: Transaction, before: TouchpointEntity) => Promise<Changes>,
  ): Promise<TouchpointType> {
    return this.unitOfWork.write(principal, async (transaction) => {
      const before = await this.seen(transaction, id, version);
      const changes = await decide(transaction, before);
      await nameOnce(() => compareAndSet(transaction, TouchpointEntity, 'Touchpoint', id, version, changes));
      const changed = changedFields<Changes>(before, changes);
      transaction.audit({ act, objectKind: 'Touchpoint', objectId: id, changes: changed });
      return this.touchpoints.oneIn(transaction, id);
    });
  }

  /** The touchpoint in the version the caller has seen; a lost race is answered with the one that won. */
  private async seen(transaction: Transaction, id: string, version: number): Promise<TouchpointEntity> {
    await this.locked(transaction, id);
    const { organizationId, manager } = transaction;
    const before = await manager.getRepository(TouchpointEntity).findOneByOrFail({ organizationId, id });
    if (before.version !== version) {
      throw new ConflictError('Touchpoint', spoken(await this.touchpoints.oneIn(transaction, id)));
    }
    return before;
  }
}

function valuesOf(input: TouchpointInput) {
  return {
    name: checkedName(input.name),
    description: input.description?.trim() ?? '',
    existence: input.existence,
    channel: input.channel,
    noWaiting: input.noWaiting ?? null,
    noAnnoyance: input.noAnnoyance ?? null,
    noPuzzling: input.noPuzzling ?? null,
    noRepeating: input.noRepeating ?? null,
    serviceLevel: input.serviceLevel ?? null,
  };
}

/** As GraphQL would say it: what travels in an error passes the schema by. */
export function spoken(touchpoint: TouchpointType): object {
  const dont = (value: string | null) => value && graphqlName(DontCheckEnum, value);
  return {
    ...touchpoint,
    existence: graphqlName(ExistenceEnum, touchpoint.existence),
    channel: graphqlName(ChannelEnum, touchpoint.channel),
    noWaiting: dont(touchpoint.noWaiting),
    noAnnoyance: dont(touchpoint.noAnnoyance),
    noPuzzling: dont(touchpoint.noPuzzling),
    noRepeating: dont(touchpoint.noRepeating),
    serviceLevel: touchpoint.serviceLevel && graphqlName(ServiceLevelEnum, touchpoint.serviceLevel),
    ownership: touchpoint.ownership.map((period) => ({
      ...period,
      responsibility: graphqlName(ResponsibilityEnum, period.responsibility),
    })),
  };
}

const nameOnce = <T>(work: () => Promise<T>): Promise<T> =>
  unlessTaken(
    'touchpoint_name_once',
    () => ValidationError.of('name', 'taken', 'Another touchpoint of the library has this name.'),
    work,
  );
