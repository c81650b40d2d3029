import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  enterPainPointState,
  ForbiddenError,
  type PainPointFacts,
  type PainPointState,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { compareAndSet } from '../../platform/database/compare-and-set.js';
import { nextNumber } from '../../platform/database/next-number.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { PainPointEntity } from './pain-point.entity.js';
import { PainPointKindEnum, PainPointStateEnum } from './pain-point.enums.js';
import { INITIATIVES_JSON } from './pain-point-sql.js';
import type { PainPointInput } from './pain-point.input.js';
import type { PainPointType } from './pain-point.type.js';
import { factsOf, PainPointsReadModel } from './pain-points.read-model.js';
import { spokenPainPoint } from './spoken-pain-point.js';

type Values = ReturnType<typeof valuesOf>;

/** Keeps pain points. Every change names the version that its author has seen. */
@Injectable()
export class PainPointService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: PainPointsReadModel,
    private readonly idempotency: Idempotency,
  ) {}

  async create(principal: Principal, input: PainPointInput, key: string | null = null): Promise<PainPointType> {
    const id = await this.unitOfWork.write(principal, (transaction) => {
      const make = () => this.createIn(transaction, input);
      return key
        ? this.idempotency.run(transaction, { operation: 'createPainPoint', key, request: input }, make)
        : make();
    });
    return this.painPoints.one(principal, id);
  }

  /** For whoever makes one as part of something else, such as linking feedback. */
  async createIn(transaction: Transaction, input: PainPointInput): Promise<string> {
    const values = valuesOf(input);
    const { organizationId, principal, manager } = transaction;
    const id = newId();
    const number = await nextNumber(transaction, 'pain_point');
    const createdBy = principal.kind === 'member' ? principal.membershipId : null;
    const row = { organizationId, id, number, ...values, createdBy };
    await manager.getRepository(PainPointEntity).insert(row);
    await this.place(transaction, id, input);
    const changes = { number: row.number, ...values };
    transaction.audit({ act: 'painPoint.created', objectKind: 'PainPoint', objectId: id, changes });
    return id;
  }

  update(principal: Principal, id: string, version: number, input: PainPointInput): Promise<PainPointType> {
    const values = valuesOf(input);
    return this.change(principal, id, version, async (transaction, before) => {
      if (values.kind === PainPointKindEnum.FALSE_HIGHLIGHT && before.kind !== values.kind)
        throw ValidationError.of('kind', 'reason_missing', 'Classify it as a false highlight, and say why.');
      demandKind(before, values.kind);
      await this.place(transaction, id, input);
      const changes: Record<string, unknown> = changedFields<Values>(before as unknown as Values, values);
      const places = { touchpointIds: input.touchpointIds, personaIds: input.personaIds };
      const were = { touchpointIds: before.touchpoints, personaIds: before.personas };
      for (const name of ['touchpointIds', 'personaIds'] as const) {
        const [was, is] = [were[name].map((each) => each.id).sort(), [...new Set(places[name] ?? [])].sort()];
        if (places[name] && was.join() !== is.join()) changes[name] = { before: was, after: is };
      }
      const kindReason = values.kind === before.kind ? before.kindReason : '';
      return { act: 'painPoint.updated', set: { ...values, kindReason }, changes };
    });
  }

  /** What kind it is; a false highlight with the reason why it is one. */
  classify(
    principal: Principal,
    id: string,
    version: number,
    kind: PainPointKindEnum,
    reason: string,
  ): Promise<PainPointType> {
    const said = reason.trim();
    if (said.length > 2000)
      throw ValidationError.of('reason', 'too_long', 'Use at most 2000 characters.', { maximum: 2000 });
    return this.change(principal, id, version, async (_, before) => {
      const proud = kind === PainPointKindEnum.FALSE_HIGHLIGHT;
      if (proud && !said) throw ValidationError.of('reason', 'required', 'Say why customers do not care for it.');
      demandKind(before, kind);
      const changes = { kind: { before: before.kind, after: kind }, ...(said ? { reason: said } : {}) };
      return { act: 'painPoint.classified', set: { kind, kindReason: proud ? said : '' }, changes };
    });
  }

  /** From state to state, as the machine allows; what stands against it is on the page already. */
  move(
    principal: Principal,
    id: string,
    version: number,
    to: PainPointStateEnum,
    reason: string,
  ): Promise<PainPointType> {
    if (reason.length > 2000)
      throw ValidationError.of('reason', 'too_long', 'Use at most 2000 characters.', { maximum: 2000 });
    return this.change(principal, id, version, async (_, before) => {
      const step = enterPainPointState(factsOf(before, reason), to);
      if (!step.allowed) {
        const first = step.unmet[0]!;
        if (first.code === 'REASON_MISSING') throw ValidationError.of('reason', 'required', first.remedy);
        throw new RuleError(`PAIN_POINT_${first.code}`, first.remedy);
      }
      const set = { state: to, dismissedReason: to === PainPointStateEnum.DISMISSED ? reason.trim() : null };
      const said = reason.trim() ? { reason: reason.trim() } : {};
      return { act: 'painPoint.moved', set, changes: { state: { before: before.state, after: to }, ...said } };
    });
  }

  /** Those that an initiative answers, wherever a verdict lets them enter a state and nothing stands against it. */
  async follow(
    transaction: Transaction,
    initiativeId: string,
    to: 'verified' | 'confirmed',
    reason: string,
  ): Promise<void> {
    const { query, organizationId, manager } = transaction;
    const rows = await query<{ id: string; state: PainPointState; version: number; initiatives: unknown }>(
      `SELECT p.id, p.state, p.version, ${INITIATIVES_JSON} AS initiatives FROM pain_point p
       WHERE p.organization_id = $1 AND p.archived_at IS NULL AND p.state = $3 AND p.id IN (
         SELECT l.pain_point_id FROM initiative_pain_point l WHERE l.organization_id = $1 AND l.initiative_id = $2)
       ORDER BY p.id FOR UPDATE OF p`,
      [organizationId, initiativeId, to === 'verified' ? 'fixed' : 'verified'],
    );
    for (const { id, state, version, initiatives } of rows) {
      const nothing = { severity: null, frequency: null, evidence: 0, touchpoints: 0 };
      const facts = { ...nothing, state, reason, initiatives: initiatives as PainPointFacts['initiatives'] };
      if (!enterPainPointState(facts, to).allowed) continue;
      await manager.update(PainPointEntity, { organizationId, id }, { state: to, version: version + 1 });
      const changes = { state: { before: state, after: to }, reason };
      transaction.audit({ act: 'painPoint.moved', objectKind: 'PainPoint', objectId: id, changes });
    }
  }

  archive(principal: Principal, id: string, version: number, archived: boolean): Promise<PainPointType> {
    const act = archived ? 'painPoint.archived' : 'painPoint.restored';
    const set = { archivedAt: archived ? new Date() : null };
    const decide = async (_: Transaction, before: PainPointType): Promise<Decision> => {
      if (archived && before.archivedAt) throw new RuleError('ARCHIVED', 'The pain point is archived.');
      return { act, set, changes: set };
    };
    return this.change(principal, id, version, decide, true);
  }

  /** Under the row's lock, for whoever may, in the version that was seen. */
  async change(
    principal: Principal,
    id: string,
    version: number,
    decide: (transaction: Transaction, before: PainPointType) => Promise<Decision>,
    ofArchived = false,
  ): Promise<PainPointType> {
    await this.unitOfWork.write(principal, async (transaction) => {
      const { organizationId, query } = transaction;
      await query('SELECT FROM pain_point WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
        organizationId,
        rowId(id, 'PainPoint'),
      ]);
      const before = await this.painPoints.oneIn(transaction, id);
      if (!before.mayUpdate) throw new ForbiddenError('Another team answers for where this happens.');
      if (before.version !== version) throw new ConflictError('PainPoint', spokenPainPoint(before));
      if (before.mergedInto)
        throw new RuleError('PAIN_POINT_MERGED', 'It was merged.', { number: before.mergedInto.number });
      if (before.archivedAt && !ofArchived) throw new RuleError('ARCHIVED', 'The pain point is archived.');
      const { act, set, changes } = await decide(transaction, before);
      await compareAndSet(transaction, PainPointEntity, 'PainPoint', id, version, set);
      transaction.audit({ act, objectKind: 'PainPoint', objectId: id, changes });
    });
    // Its history has this change only once the chain was written, at the end of the transaction.
    return this.painPoints.one(principal, id);
  }

  /** Where nothing is said, what was said before stays. */
  private async place(transaction: Transaction, id: string, input: PainPointInput): Promise<void> {
    await replace(transaction, id, 'touchpoint', 'touchpointIds', input.touchpointIds);
    await replace(transaction, id, 'persona', 'personaIds', input.personaIds);
  }
}

export interface Decision {
  readonly act: string;
  readonly set: Partial<PainPointEntity>;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** What is gathered is single, and what gathers is common. */
function demandKind(before: PainPointType, kind: `${PainPointKindEnum}`): void {
  if (kind !== 'single' && before.common)
    throw ValidationError.of('kind', 'gathered', 'It belongs to a common pain point. Take it out of that one first.');
  if (kind !== 'common' && before.gatheredCount > 0)
    throw ValidationError.of('kind', 'gathers', 'It gathers others. Let them go first.');
}

async function replace(
  { query, organizationId }: Transaction,
  id: string,
  table: 'touchpoint' | 'persona',
  path: string,
  given: readonly string[] | null | undefined,
): Promise<void> {
  if (!given) return;
  const ids = [...new Set(given.map((each) => rowId(each, table === 'touchpoint' ? 'Touchpoint' : 'Persona')))];
  const known = await query(`SELECT FROM ${table} WHERE organization_id = $1 AND id = ANY($2)`, [organizationId, ids]);
  if (known.length < ids.length) throw ValidationError.of(path, 'unknown', 'One of these does not exist any more.');
  await query(
    `DELETE FROM pain_point_${table} WHERE organization_id = $1 AND pain_point_id = $2 AND ${table}_id <> ALL($3)`,
    [organizationId, id, ids],
  );
  await query(
    `INSERT INTO pain_point_${table} (organization_id, pain_point_id, ${table}_id)
     SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
    [organizationId, id, ids],
  );
}

function valuesOf(input: PainPointInput) {
  const title = input.title.trim();
  if (!title) throw ValidationError.of('title', 'required', 'Say in a few words what goes wrong.');
  const [count, base] = [input.frequencyCount ?? null, input.frequencyBase ?? null];
  if ((count === null) !== (base === null))
    throw ValidationError.of(
      count === null ? 'frequencyCount' : 'frequencyBase',
      'required',
      'Say how many of how many meet it.',
    );
  if (count !== null && base !== null && count > base)
    throw ValidationError.of('frequencyCount', 'too_large', `At most ${base}.`, { maximum: base });
  return {
    title,
    description: input.description?.trim() ?? '',
    kind: input.kind ?? PainPointKindEnum.SINGLE,
    severity: input.severity ?? null,
    severityEvidence: input.severityEvidence?.trim() ?? '',
    frequencyCount: count,
    frequencyBase: base,
    frequencyEvidence: input.frequencyEvidence?.trim() ?? '',
  };
}
