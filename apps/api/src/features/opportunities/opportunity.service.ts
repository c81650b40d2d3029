import { Injectable } from '@nestjs/common';
import { NotFoundError, RICE_IMPACTS, RuleError, ValidationError } from '@touchstone/domain';
import { changedFields } from '../../platform/audit/audit-entry.js';
import { changeRow, insertRow } from '../../platform/database/change-row.js';
import { nextNumber } from '../../platform/database/next-number.js';
import { newId, type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { demandChoosable, Problems } from '../initiatives/index.js';
import { OpportunitiesReadModel } from './opportunities.read-model.js';
import type { OpportunityInput, OpportunityStateEnum, OpportunityType } from './opportunity.type.js';

type Values = ReturnType<typeof valuesOf>;

/** Keeps opportunities: what could be done about pain points, with the estimates that the lenses ask for. */
@Injectable()
export class OpportunityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunitiesReadModel,
  ) {}

  create(member: MemberPrincipal, input: OpportunityInput): Promise<OpportunityType> {
    const values = valuesOf(input);
    return this.unitOfWork.write(member, async (transaction) => {
      const id = newId();
      const number = await nextNumber(transaction, 'opportunity');
      const scores = await scoresOf(transaction, this.opportunities, input);
      await insertRow(transaction, 'opportunity', {
        id,
        number,
        ...values,
        ...scores,
        created_by: member.membershipId,
      });
      await setPainPoints(transaction, id, input);
      const changes = { number, ...values, ...scores };
      transaction.audit({ act: 'opportunity.created', objectKind: 'Opportunity', objectId: id, changes });
      return this.opportunities.oneIn(transaction, id);
    });
  }

  update(member: MemberPrincipal, id: string, version: number, input: OpportunityInput): Promise<OpportunityType> {
    const values = valuesOf(input);
    return this.unitOfWork.write(member, async (transaction) => {
      const before = await lockedOpportunity(transaction, id);
      if (before.archived_at) throw new RuleError('ARCHIVED', 'The opportunity is archived.');
      const scores = await scoresOf(transaction, this.opportunities, input);
      await changeRow(transaction, 'opportunity', 'Opportunity', id, version, { ...values, ...scores });
      await setPainPoints(transaction, id, input);
      const changes = { ...changedFields<Partial<Values>>(before, values), ...scores };
      transaction.audit({ act: 'opportunity.updated', objectKind: 'Opportunity', objectId: id, changes });
      return this.opportunities.oneIn(transaction, id);
    });
  }

  /** Parked and dismissed with a reason, or opened again. Taken it is only by an initiative. */
  setState(
    member: MemberPrincipal,
    id: string,
    version: number,
    state: OpportunityStateEnum,
    reason: string,
  ): Promise<OpportunityType> {
    return this.change(member, id, version, `opportunity.${state}`, () => {
      const problems = new Problems();
      const why = problems.text('reason', reason, 2000, state === 'parked' || state === 'dismissed');
      if (state === 'taken') problems.add('state', 'only_by_initiative', 'Start an initiative from it.');
      problems.throwIfAny();
      return { state, state_reason: why || null };
    });
  }

  archive(member: MemberPrincipal, id: string, version: number, archived: boolean): Promise<OpportunityType> {
    const act = archived ? 'opportunity.archived' : 'opportunity.restored';
    return this.change(member, id, version, act, () => ({ archived_at: archived ? new Date() : null }));
  }

  /** What is asked for is judged once it is known to be about something: of what is elsewhere nothing else is said. */
  private change(
    member: MemberPrincipal,
    id: string,
    version: number,
    act: string,
    changesAsked: () => Record<string, unknown>,
  ) {
    return this.unitOfWork.write(member, async (transaction) => {
      await lockedOpportunity(transaction, id);
      const changes = changesAsked();
      await changeRow(transaction, 'opportunity', 'Opportunity', id, version, changes);
      transaction.audit({ act, objectKind: 'Opportunity', objectId: id, changes });
      return this.opportunities.oneIn(transaction, id);
    });
  }
}

/** A score that no number holds would keep everybody from seeing any score: what lenses multiply and divide has ends. */
const LARGEST_SIZE = 1_000_000_000;
const SMALLEST_EFFORT = 0.001;

function valuesOf(input: OpportunityInput) {
  const problems = new Problems();
  const size = (path: 'reach' | 'userValue' | 'timeCriticality' | 'riskReduction') => {
    const value = input[path] ?? null;
    if (value !== null && !(value >= 0)) problems.add(path, 'too_small', 'Use a number of 0 or more.', { minimum: 0 });
    if (value !== null && value > LARGEST_SIZE)
      problems.add(path, 'out_of_range', `Use at most ${LARGEST_SIZE}.`, { minimum: 0, maximum: LARGEST_SIZE });
    return value;
  };
  const impact = input.impact ?? null;
  if (impact !== null && !RICE_IMPACTS.some((allowed) => allowed === impact))
    problems.add('impact', 'unknown', `Choose one of ${RICE_IMPACTS.join(', ')}.`);
  const confidence = input.confidence ?? null;
  if (confidence !== null && !(confidence >= 0 && confidence <= 1))
    problems.add('confidence', 'out_of_range', 'Use a share from 0 to 1.', { minimum: 0, maximum: 1 });
  const effort = input.effort ?? null;
  if (effort !== null && !(effort > 0)) problems.add('effort', 'not_positive', 'Use a number above 0.');
  else if (effort !== null && (effort < SMALLEST_EFFORT || effort > LARGEST_SIZE))
    problems.add('effort', 'out_of_range', `Use a number from ${SMALLEST_EFFORT} to ${LARGEST_SIZE}.`, {
      minimum: SMALLEST_EFFORT,
      maximum: LARGEST_SIZE,
    });
  const values = {
    title: problems.text('title', input.title, 200, true),
    description: problems.text('description', input.description, 4000),
    reach: size('reach'),
    impact,
    confidence,
    effort,
    user_value: size('userValue'),
    time_criticality: size('timeCriticality'),
    risk_reduction: size('riskReduction'),
    ease: problems.whole('ease', input.ease, 1, 10),
  };
  problems.throwIfAny();
  return values;
}

/** By criterion, each from 1 to 5; nothing where none were given. */
async function scoresOf(
  transaction: Transaction,
  opportunities: OpportunitiesReadModel,
  { scores }: OpportunityInput,
): Promise<{ scores?: Record<string, number> }> {
  if (!scores) return {};
  const { criteria } = await opportunities.criteriaIn(transaction);
  const problems = new Problems();
  scores.forEach(({ criterionId, score }, index) => {
    problems.grade(`scores.${index}`, score);
    if (!criteria.some(({ id }) => id === criterionId))
      problems.add(`scores.${index}`, 'unknown', 'This criterion is there no more.');
  });
  problems.throwIfAny();
  return { scores: Object.fromEntries(scores.map(({ criterionId, score }) => [criterionId, score])) };
}

async function lockedOpportunity({ query, organizationId }: Transaction, id: string) {
  const [row] = await query<{ opportunity: Values & { archived_at: string | null } }>(
    'SELECT to_jsonb(o) AS opportunity FROM opportunity o WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [organizationId, rowId(id, 'Opportunity')],
  );
  if (!row) throw new NotFoundError('Opportunity');
  return row.opportunity;
}

async function setPainPoints(transaction: Transaction, id: string, { painPointIds }: OpportunityInput): Promise<void> {
  if (!painPointIds) return;
  const { query, organizationId } = transaction;
  if (painPointIds.length > 100)
    throw ValidationError.of('painPointIds', 'too_many', 'Link at most 100 pain points.', { maximum: 100 });
  const there = await query<{ id: string }>(
    'SELECT pain_point_id AS id FROM opportunity_pain_point WHERE organization_id = $1 AND opportunity_id = $2',
    [organizationId, id],
  );
  const added = painPointIds.filter((each) => !there.some((old) => old.id === each));
  await demandChoosable(transaction, 'pain_point', 'painPointIds', added);
  await query(
    'DELETE FROM opportunity_pain_point WHERE organization_id = $1 AND opportunity_id = $2 AND pain_point_id <> ALL($3)',
    [organizationId, id, painPointIds],
  );
  await query(
    `INSERT INTO opportunity_pain_point (organization_id, opportunity_id, pain_point_id)
     SELECT $1::uuid, $2::uuid, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
    [organizationId, id, added],
  );
}
