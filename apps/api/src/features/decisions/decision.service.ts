import { Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenError, NotFoundError, RuleError, ValidationError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { nextNumber } from '../../platform/database/next-number.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { demandChoosable, type GatedStageEnum, lockedInitiative, Problems } from '../initiatives/index.js';
import type { DecidingInput, DecisionInput, DecisionType } from './decision.type.js';
import { DecisionsReadModel } from './decisions.read-model.js';

export interface DecisionTarget {
  readonly initiativeId: string | null;
  readonly opensStage: GatedStageEnum | null;
}

interface LockedDecision {
  readonly asked_by: string;
  readonly decider_id: string;
  readonly decided_by: string | null;
  readonly state: string;
  readonly forecast: string | null;
  readonly version: number;
  /** Who owns the initiative that it is about. */
  readonly owner_id: string | null;
}

/** Asks for decisions, takes them with a rationale, and says later what became of their forecasts. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsReadModel,
  ) {}

  /** `at` is said where something is taken in that was asked, decided or found out earlier. */
  ask(member: MemberPrincipal, target: DecisionTarget, input: DecisionInput, at = new Date()): Promise<DecisionType> {
    const { initiativeId, opensStage } = target;
    return this.unitOfWork.write(member, async (transaction) => {
      const initiative = initiativeId && (await lockedInitiative(transaction, initiativeId, 'create', 'Decision'));
      if (!initiative) demandAllowedWithoutInitiative(member);
      await demandChoosable(transaction, 'membership', 'deciderId', [input.deciderId]);
      const values = valuesOf(input, initiative ? initiative.owner_id : null, member.membershipId);
      if (opensStage && !initiativeId)
        throw ValidationError.of('opensStage', 'without_initiative', 'Only an initiative enters a stage.');
      const id = newId();
      const row = {
        id,
        initiative_id: initiativeId,
        opens_stage: opensStage,
        asked_by: member.membershipId,
        created_at: at,
        ...values,
      };
      const number = await nextNumber(transaction, 'decision');
      await unlessTaken(
        'decision_one_gate',
        () => ValidationError.of('opensStage', 'taken', 'This initiative waits for a decision already.'),
        () => insertRow(transaction, 'decision', { ...row, number }),
      );
      await setOptions(transaction, id, input);
      const changes = { number, initiativeId, opensStage, deciderId: input.deciderId };
      transaction.audit({ act: 'decision.asked', objectKind: 'Decision', objectId: id, changes });
      return this.decisions.oneIn(transaction, member, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: DecisionInput): Promise<DecisionType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await this.locked(transaction, member, id, version, 'update');
      const values = valuesOf(input, before.owner_id, before.asked_by, member.membershipId);
      if (before.state !== 'waiting') throw kept();
      if (input.deciderId !== before.decider_id)
        await demandChoosable(transaction, 'membership', 'deciderId', [input.deciderId]);
      await changeRow(transaction, 'decision', 'Decision', id, version, values);
      await setOptions(transaction, id, input);
      const changes = { deciderId: { before: before.decider_id, after: input.deciderId } };
      transaction.audit({ act: 'decision.updated', objectKind: 'Decision', objectId: id, changes });
      return this.decisions.oneIn(transaction, member, id);
    });
  }

  /** Nobody waits for it any more; a gate that it should have opened may be asked about anew. */
  takeBack(member: MemberPrincipal, id: string, version: number, why: string): Promise<DecisionType> {
    const problems = new Problems();
    const reason = problems.text('reason', why, 2000, true);
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await this.locked(transaction, member, id, version, 'update');
      problems.throwIfAny();
      if (before.state !== 'waiting') throw kept();
      await changeRow(transaction, 'decision', 'Decision', id, version, {
        state: 'taken_back',
        taken_back_at: new Date(),
        taken_back_reason: reason,
      });
      transaction.audit({ act: 'decision.taken_back', objectKind: 'Decision', objectId: id, changes: { reason } });
      return this.decisions.oneIn(transaction, member, id);
    });
  }

  /** Said once. Whoever comes second, from another window or by another hand, is told what was decided. */
  decide(
    member: MemberPrincipal,
    id: string,
    version: number,
    input: DecidingInput,
    at = new Date(),
  ): Promise<DecisionType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await this.locked(transaction, member, id, version, 'run');
      if (before.state !== 'waiting') throw kept();
      // It may have become theirs since they were asked.
      if (before.owner_id === member.membershipId)
        throw new RuleError('OWN_INITIATIVE', 'You own the initiative. Let who asked name somebody else to decide.');
      const { query, organizationId } = transaction;
      const options = await query<{ id: string }>(
        'SELECT id FROM decision_option WHERE organization_id = $1 AND decision_id = $2',
        [organizationId, id],
      );
      const optionIds = options.map((option) => option.id);
      const { rationale, optionId, probability } = decidingValues(input, before, optionIds);
      if (optionId)
        await query('UPDATE decision_option SET chosen = true WHERE organization_id = $1 AND id = $2', [
          organizationId,
          optionId,
        ]);
      await changeRow(transaction, 'decision', 'Decision', id, version, {
        state: input.outcome,
        rationale,
        forecast_probability: probability,
        decided_by: member.membershipId,
        decided_at: at,
      });
      const changes = { outcome: input.outcome, optionId, forecastProbability: probability };
      transaction.audit({ act: 'decision.taken', objectKind: 'Decision', objectId: id, changes });
      return this.decisions.oneIn(transaction, member, id);
    });
  }

  /** What became of the forecast, said by somebody else than who made it. */
  score(
    member: MemberPrincipal,
    id: string,
    version: number,
    cameTrue: boolean,
    at = new Date(),
  ): Promise<DecisionType> {
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await this.locked(transaction, member, id, version, 'update');
      if (before.decided_by === null || before.forecast === null)
        throw new RuleError('FORECAST_NOT_MADE', 'There is no forecast to look back on.');
      if (before.decided_by === member.membershipId)
        throw new ForbiddenError('Let somebody else say what became of your forecast.');
      await changeRow(transaction, 'decision', 'Decision', id, version, {
        forecast_came_true: cameTrue,
        forecast_known_at: at,
      });
      const changes = { cameTrue };
      transaction.audit({ act: 'decision.forecast_scored', objectKind: 'Decision', objectId: id, changes });
      return this.decisions.oneIn(transaction, member, id);
    });
  }

  private async locked(
    transaction: Transaction,
    member: MemberPrincipal,
    id: string,
    version: number,
    action: 'update' | 'run',
  ): Promise<LockedDecision> {
    const columns: Record<string, string> =
      action === 'run' ? { membershipId: 'c.decider_id' } : { teamId: 'i.team_id' };
    const may = abilityToSql(abilityOf(member), action, 'Decision', columns, 3);
    const [row] = await transaction.query<{ decision: LockedDecision; may: boolean | null }>(
      `SELECT to_jsonb(c) || jsonb_build_object('owner_id', i.owner_id) AS decision, ${may.sql} AS may FROM decision c
       LEFT JOIN initiative i ON i.organization_id = c.organization_id AND i.id = c.initiative_id
       WHERE c.organization_id = $1 AND c.id = $2 FOR UPDATE OF c`,
      [transaction.organizationId, rowId(id, 'Decision'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('Decision');
    if (row.may !== true) throw new ForbiddenError('This is for somebody else to decide.');
    if (row.decision.version !== version) {
      const { state, question, rationale, ...current } = await this.decisions.oneIn(transaction, member, id);
      throw new ConflictError('Decision', {
        id,
        state: state.toUpperCase(),
        question,
        rationale,
        decidedByName: current.decidedByName,
        version: current.version,
      });
    }
    return row.decision;
  }
}

const kept = (): RuleError =>
  new RuleError('DECISION_KEPT', 'A decision that was taken stays as it is. Ask for a new one.');

/** Leads ask for what their teams do; a question that belongs to no initiative is the programme office's. */
function demandAllowedWithoutInitiative(member: MemberPrincipal): void {
  const everywhere = abilityOf(member)
    .rulesFor('create', 'Decision')
    .some(({ conditions }) => !conditions);
  if (!everywhere) throw new ForbiddenError('Ask for a decision on one of your initiatives.');
}

/** `ownerId`: of the initiative that it is about; `authors`: whoever asked, and whoever words it anew. */
function valuesOf(input: DecisionInput, ownerId: string | null, ...authors: readonly string[]) {
  const problems = new Problems();
  const values = {
    question: problems.text('question', input.question, 1000, true),
    evidence: problems.text('evidence', input.evidence, 4000),
    decider_id: input.deciderId,
    due_on: input.dueOn ?? null,
    forecast: problems.text('forecast', input.forecast, 1000) || null,
  };
  if (authors.includes(input.deciderId))
    problems.add('deciderId', 'four_eyes', 'Nobody decides what they asked for. Choose somebody else.');
  else if (input.deciderId === ownerId)
    problems.add('deciderId', 'own_initiative', 'Nobody decides about their own initiative. Choose somebody else.');
  if (input.options.length === 1)
    problems.add('options', 'too_few', 'One option is none. Name the alternatives too.', { minimum: 2 });
  if (input.options.length > 20) problems.add('options', 'too_many', 'Use at most 20 options.', { maximum: 20 });
  input.options.forEach(({ title, description }, index) => {
    problems.text(`options.${index}.title`, title, 200, true);
    problems.text(`options.${index}.description`, description, 4000);
  });
  problems.throwIfAny();
  return values;
}

/** Only an approval chooses and forecasts; whatever else was filled in then says nothing. */
function decidingValues(input: DecidingInput, { forecast }: LockedDecision, optionIds: readonly string[]) {
  const problems = new Problems();
  const rationale = problems.text('rationale', input.rationale, 4000, true);
  const approves = input.outcome === 'approved';
  const optionId = approves ? (input.optionId ?? null) : null;
  const probability = approves && forecast !== null ? (input.forecastProbability ?? null) : null;
  if (approves && optionIds.length > 0 && optionId === null)
    problems.add('optionId', 'required', 'Choose one of the options.');
  if (optionId !== null && !optionIds.includes(optionId))
    problems.add('optionId', 'unknown', 'This is not one of the options.');
  if (approves && forecast !== null && probability === null)
    problems.add('forecastProbability', 'required', 'Say how likely you hold the forecast to come true.');
  if (probability !== null && !(probability >= 0 && probability <= 1))
    problems.add('forecastProbability', 'out_of_range', 'Use a number from 0 to 1.', { minimum: 0, maximum: 1 });
  problems.throwIfAny();
  return { rationale, optionId, probability };
}

async function setOptions(transaction: Transaction, id: string, { options }: DecisionInput): Promise<void> {
  await transaction.query('DELETE FROM decision_option WHERE organization_id = $1 AND decision_id = $2', [
    transaction.organizationId,
    id,
  ]);
  for (const [position, { title, description }] of options.entries()) {
    const texts = { title: title.trim(), description: description?.trim() ?? '' };
    await insertRow(transaction, 'decision_option', { id: newId(), decision_id: id, position, ...texts });
  }
}
