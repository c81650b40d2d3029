import { Injectable } from '@nestjs/common';
import { brierScore, NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import type { DecisionStateEnum, DecisionType } from './decision.type.js';

export interface DecisionFilter {
  readonly search: string | null;
  readonly states: readonly DecisionStateEnum[] | null;
  readonly initiativeId: string | null;
  /** That wait for whoever asks. */
  readonly waitingForMe: boolean;
  /** Decided, with a forecast whose end is not known yet. */
  readonly forecastOpen: boolean;
}

type Row = Omit<DecisionType, 'forecastScore'>;

/** Decisions, the latest first: one statement each. */
@Injectable()
export class DecisionsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    member: MemberPrincipal,
    filter: DecisionFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<DecisionType>> {
    const page = pageOf(first, after, ['number']);
    const may = mayUpdate(member, 10);
    const [answer] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ total: number; rows: Row[] | null }>(listOf(may.sql), [
        member.organizationId,
        member.membershipId,
        searchPattern(filter.search),
        filter.states,
        filter.initiativeId ? rowId(filter.initiativeId, 'Initiative') : null,
        filter.waitingForMe,
        filter.forecastOpen,
        page.after?.[0] ?? null,
        page.first,
        ...may.parameters,
      ]),
    );
    const rows = (answer?.rows ?? []).map(scored);
    return connectionFrom<DecisionType>(rows, page, answer?.total ?? 0, ({ number }) => [number]);
  }

  one(member: MemberPrincipal, id: string): Promise<DecisionType> {
    return this.unitOfWork.read(member, (transaction) => this.oneIn(transaction, member, id));
  }

  async oneIn({ query, organizationId }: Transaction, member: MemberPrincipal, id: string): Promise<DecisionType> {
    const may = mayUpdate(member, 4);
    const [row] = await query<{ decision: Row }>(
      `SELECT ${decisionJson(may.sql)} AS decision FROM decision c ${AROUND} WHERE c.organization_id = $1 AND c.id = $3`,
      [organizationId, member.membershipId, rowId(id, 'Decision'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('Decision');
    return scored(row.decision);
  }
}

const mayUpdate = (member: MemberPrincipal, firstParameter: number) =>
  abilityToSql(abilityOf(member), 'update', 'Decision', { teamId: 'i.team_id' }, firstParameter);

const scored = (row: Row): DecisionType => ({
  ...row,
  forecastScore:
    row.forecastProbability === null || row.forecastCameTrue === null
      ? null
      : brierScore(row.forecastProbability, row.forecastCameTrue),
});

const AROUND = `
  CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
  LEFT JOIN initiative i ON i.organization_id = c.organization_id AND i.id = c.initiative_id`;

const nameOf = (column: string): string =>
  `(SELECT m.name FROM membership m WHERE m.organization_id = c.organization_id AND m.id = c.${column})`;

const decisionJson = (may: string): string => `json_build_object(
  'id', c.id, 'number', c.number, 'initiativeId', i.id, 'initiativeNumber', i.number, 'initiativeTitle', i.title,
  'opensStage', c.opens_stage, 'question', c.question, 'evidence', c.evidence,
  'options', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'description', o.description,
      'chosen', o.chosen) ORDER BY o.position), '[]')
    FROM decision_option o WHERE o.organization_id = c.organization_id AND o.decision_id = c.id),
  'askedById', c.asked_by, 'askedByName', ${nameOf('asked_by')}, 'deciderId', c.decider_id, 'deciderName', ${nameOf('decider_id')},
  'dueOn', c.due_on, 'overdue', coalesce(c.state = 'waiting' AND c.due_on < d.today, false), 'state', c.state,
  'rationale', c.rationale, 'decidedById', c.decided_by, 'decidedByName', ${nameOf('decided_by')}, 'decidedAt', c.decided_at,
  'forecast', c.forecast, 'forecastProbability', c.forecast_probability, 'forecastCameTrue', c.forecast_came_true,
  'takenBackAt', c.taken_back_at, 'takenBackReason', c.taken_back_reason, 'forecastKnownAt', c.forecast_known_at,
  'mayDecide', c.state = 'waiting' AND c.decider_id = $2 AND i.owner_id IS DISTINCT FROM $2,
  'mayUpdate', c.state = 'waiting' AND coalesce(${may}, false),
  'mayScore', c.decided_by IS NOT NULL AND c.forecast IS NOT NULL AND c.decided_by <> $2 AND coalesce(${may}, false),
  'createdAt', c.created_at, 'version', c.version)`;

const listOf = (may: string): string => `
  WITH matching AS (
    SELECT c.id, c.number FROM decision c
    WHERE c.organization_id = $1
      AND ($3::text IS NULL OR c.question ILIKE $3 OR c.evidence ILIKE $3 OR 'D-' || c.number ILIKE $3)
      AND ($4::text[] IS NULL OR c.state = ANY($4))
      AND ($5::uuid IS NULL OR c.initiative_id = $5)
      AND (NOT $6 OR c.state = 'waiting' AND c.decider_id = $2::uuid)
      AND (NOT $7 OR c.state = 'approved' AND c.forecast IS NOT NULL AND c.forecast_came_true IS NULL)
  ), page AS (
    SELECT id FROM matching WHERE $8::int IS NULL OR number < $8 ORDER BY number DESC LIMIT $9 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${decisionJson(may)} ORDER BY c.number DESC)
     FROM page JOIN decision c ON c.organization_id = $1 AND c.id = page.id ${AROUND}) AS rows`;
