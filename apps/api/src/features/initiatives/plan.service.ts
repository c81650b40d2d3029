import { Injectable } from '@nestjs/common';
import {
  ConflictError,
  cycleThrough,
  type Dependency,
  ForbiddenError,
  NotFoundError,
  RuleError,
  ValidationError,
} from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { demandChoosable } from './demand.js';
import type { ActionStateEnum } from './initiative.enums.js';
import type { ActionInput, MilestoneInput, RiskInput, StatusUpdateInput } from './initiative.input.js';
import { Problems } from './initiative-values.js';
import type { InitiativeType } from './initiative.type.js';
import { InitiativesReadModel } from './initiatives.read-model.js';
import { lockedInitiative } from './locked-initiative.js';

/** Something that was there already: its id and the version that was seen; null for something new. */
export type Seen = { readonly id: string; readonly version: number } | null;

/** Steps, risks, reports and dependencies of an initiative. Each act answers with the initiative as it stands then. */
@Injectable()
export class PlanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativesReadModel,
  ) {}

  milestone(member: MemberPrincipal, initiativeId: string, seen: Seen, input: MilestoneInput): Promise<InitiativeType> {
    const problems = new Problems();
    const name = problems.text('name', input.name, 200, true);
    problems.throwIfAny();
    const values = { name, due_on: input.dueOn, reached_on: input.reachedOn ?? null };
    return this.part(member, initiativeId, 'milestone', seen, values);
  }

  risk(member: MemberPrincipal, initiativeId: string, seen: Seen, input: RiskInput): Promise<InitiativeType> {
    const problems = new Problems();
    const values = {
      text: problems.text('text', input.text, 1000, true),
      likelihood: problems.grade('likelihood', input.likelihood),
      impact: problems.grade('impact', input.impact),
      answer: problems.text('answer', input.answer, 2000),
      state: input.state ?? 'open',
    };
    problems.throwIfAny();
    return this.part(member, initiativeId, 'risk', seen, values);
  }

  action(member: MemberPrincipal, initiativeId: string, seen: Seen, input: ActionInput): Promise<InitiativeType> {
    const problems = new Problems();
    const text = problems.text('text', input.text, 1000, true);
    problems.throwIfAny();
    const values = { text, owner_id: input.ownerId ?? null, due_on: input.dueOn ?? null };
    return this.part(member, initiativeId, 'action', seen, values);
  }

  /** Ticked off, dropped or taken up again, by those who look after the initiative and by whom it was given to. */
  actionState(member: MemberPrincipal, id: string, version: number, state: ActionStateEnum): Promise<InitiativeType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const columns = { teamId: 'i.team_id', membershipId: 'a.owner_id' };
      const may = abilityToSql(abilityOf(member), 'update', 'Action', columns, 3);
      const [row] = await transaction.query<{ initiativeId: string; archived: boolean; may: boolean | null }>(
        `SELECT i.id AS "initiativeId", i.archived_at IS NOT NULL AS archived, ${may.sql} AS may FROM action a
         JOIN initiative i ON i.organization_id = a.organization_id AND i.id = a.initiative_id
         WHERE a.organization_id = $1 AND a.id = $2 FOR UPDATE OF a`,
        [transaction.organizationId, rowId(id, 'Action'), ...may.parameters],
      );
      if (!row) throw new NotFoundError('Action');
      if (row.may !== true) throw new ForbiddenError('This action was given to somebody else.');
      if (row.archived) throw new RuleError('ARCHIVED', 'The initiative is archived.');
      const finished = state === 'open' ? null : new Date();
      await changeRow(transaction, 'action', 'Action', id, version, { state, finished_at: finished });
      transaction.audit({ act: `action.${state}`, objectKind: 'Action', objectId: id });
      return this.initiatives.oneIn(transaction, row.initiativeId);
    });
  }

  /** `at` is said where a report is taken in that was given earlier. */
  report(
    member: MemberPrincipal,
    initiativeId: string,
    input: StatusUpdateInput,
    at = new Date(),
  ): Promise<InitiativeType> {
    const problems = new Problems();
    const text = problems.text('text', input.text, 4000, true);
    problems.throwIfAny();
    return this.change(member, initiativeId, 'update', async (transaction) => {
      const row = { id: newId(), initiative_id: initiativeId, health: input.health, text };
      await insertRow(transaction, 'status_update', { ...row, created_by: member.membershipId, created_at: at });
      const changes = { health: input.health };
      transaction.audit({ act: 'initiative.reported', objectKind: 'Initiative', objectId: initiativeId, changes });
    });
  }

  need(member: MemberPrincipal, initiativeId: string, needsId: string, note: string): Promise<InitiativeType> {
    const problems = new Problems();
    const text = problems.text('note', note, 1000);
    problems.throwIfAny();
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      // Two that are added at once could close a circle together that neither closes alone. Before anything is locked:
      // a dependency holds both of its ends, and each could wait for the other's.
      await query(`SELECT pg_advisory_xact_lock(hashtextextended('dependencies ' || $1::text, 0))`, [organizationId]);
      await lockedInitiative(transaction, initiativeId, 'update');
      const known = await query<{ id: string; number: number }>(
        'SELECT id, number FROM initiative WHERE organization_id = $1',
        [organizationId],
      );
      if (!isUuid(needsId) || !known.some(({ id }) => id === needsId))
        throw ValidationError.of('needsId', 'unknown', 'This initiative does not exist. Choose another one.');
      const existing = await query<Dependency>(
        `SELECT initiative_id AS "initiativeId", needs_id AS "needsId" FROM initiative_dependency WHERE organization_id = $1`,
        [organizationId],
      );
      const circle = cycleThrough({ initiativeId, needsId }, existing);
      if (circle) {
        const path = circle.map((each) => `I-${known.find(({ id }) => id === each)?.number}`).join(' → ');
        throw new RuleError('DEPENDENCY_CYCLE', `This would close a circle: ${path}.`, { path });
      }
      await query(
        `INSERT INTO initiative_dependency (organization_id, initiative_id, needs_id, note) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organization_id, initiative_id, needs_id) DO UPDATE SET note = excluded.note`,
        [organizationId, initiativeId, needsId, text],
      );
      const changes = { needsId };
      transaction.audit({ act: 'initiative.need_added', objectKind: 'Initiative', objectId: initiativeId, changes });
      return this.initiatives.oneIn(transaction, initiativeId);
    });
  }

  needNoMore(member: MemberPrincipal, initiativeId: string, needsId: string): Promise<InitiativeType> {
    return this.change(member, initiativeId, 'update', async (transaction) => {
      const removed = await transaction.query(
        `DELETE FROM initiative_dependency WHERE organization_id = $1 AND initiative_id = $2 AND needs_id = $3 RETURNING needs_id`,
        [transaction.organizationId, initiativeId, rowId(needsId, 'Dependency')],
      );
      if (removed.length === 0) throw new NotFoundError('Dependency');
      const changes = { needsId };
      transaction.audit({ act: 'initiative.need_removed', objectKind: 'Initiative', objectId: initiativeId, changes });
    });
  }

  /** What it was stays in the audit trail. Actions are dropped instead: somebody was given them. */
  remove(
    member: MemberPrincipal,
    initiativeId: string,
    table: 'milestone' | 'risk',
    seen: { readonly id: string; readonly version: number },
  ): Promise<InitiativeType> {
    return this.change(member, initiativeId, 'update', async (transaction) => {
      const { query, organizationId } = transaction;
      const before = await partIn(transaction, table, initiativeId, seen.id);
      const removed = await query(
        `DELETE FROM ${table} WHERE organization_id = $1 AND id = $2 AND version = $3 RETURNING id`,
        [organizationId, seen.id, seen.version],
      );
      if (removed.length === 0) throw new ConflictError(KIND[table], { id: seen.id, version: before['version'] });
      const { name, text, due_on: dueOn } = before;
      const changes = { initiativeId, ...(table === 'milestone' ? { name, dueOn } : { text }) };
      transaction.audit({ act: `${table}.removed`, objectKind: KIND[table], objectId: seen.id, changes });
    });
  }

  private part(
    member: MemberPrincipal,
    initiativeId: string,
    table: 'milestone' | 'action' | 'risk',
    seen: Seen,
    values: Record<string, unknown>,
  ): Promise<InitiativeType> {
    const subject = table === 'action' ? 'Action' : 'Initiative';
    const create = table === 'action' ? 'create' : 'update';
    const kind = KIND[table];
    return this.change(
      member,
      initiativeId,
      create,
      async (transaction) => {
        const before = seen && (await partIn(transaction, table, initiativeId, seen.id));
        if (seen && before && before['version'] !== seen.version)
          throw new ConflictError(kind, { id: seen.id, ...asInput(before) });
        if (table === 'action' && before?.['owner_id'] !== values['owner_id'])
          await demandChoosable(transaction, 'membership', 'ownerId', [values['owner_id'] as string | null]);
        const id = seen?.id ?? newId();
        if (seen) await changeRow(transaction, table, kind, id, seen.version, values);
        else await insertRow(transaction, table, { id, initiative_id: initiativeId, ...values });
        const act = `${table}.${seen ? 'updated' : 'created'}`;
        transaction.audit({ act, objectKind: kind, objectId: id, changes: { initiativeId } });
      },
      subject,
    );
  }

  private change(
    member: MemberPrincipal,
    initiativeId: string,
    action: 'update' | 'create',
    act: (transaction: Transaction) => Promise<void>,
    subject: 'Initiative' | 'Action' = 'Initiative',
  ): Promise<InitiativeType> {
    return this.unitOfWork.write(member, async (transaction) => {
      await lockedInitiative(transaction, initiativeId, action, subject);
      await act(transaction);
      return this.initiatives.oneIn(transaction, initiativeId);
    });
  }
}

const KIND = { milestone: 'Milestone', action: 'Action', risk: 'Risk' } as const;

/** As a form that lost the race shows what won. */
function asInput({
  name,
  text,
  due_on: dueOn,
  reached_on: reachedOn,
  owner_id: ownerId,
  ...row
}: Record<string, unknown>) {
  const { likelihood, impact, answer, version } = row;
  const state = typeof row['state'] === 'string' ? row['state'].toUpperCase() : undefined;
  return { name, text, dueOn, reachedOn, ownerId, likelihood, impact, answer, state, version };
}

async function partIn(
  { query, organizationId }: Transaction,
  table: keyof typeof KIND,
  initiativeId: string,
  id: string,
) {
  const [row] = await query<{ part: Record<string, unknown> }>(
    `SELECT to_jsonb(p) AS part FROM ${table} p WHERE organization_id = $1 AND id = $2 AND initiative_id = $3`,
    [organizationId, rowId(id, KIND[table]), initiativeId],
  );
  if (!row) throw new NotFoundError(KIND[table]);
  return row.part;
}
