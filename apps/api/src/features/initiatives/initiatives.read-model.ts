import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal, type Principal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import type { InitiativeStageEnum, LateKindEnum, LaunchMarkEnum, LaunchOutcomeEnum } from './initiative.enums.js';
import { LATEST_REPORT, pagePairs, summaryPairs } from './initiative-sql.js';
import type { InitiativeSummaryType, InitiativeType, MyActionType } from './initiative.type.js';
import { narrowedTo } from './narrow-initiatives.js';
import { IS_PAST_DUE } from './portfolio-sql.js';
import { type GatheredFacts, stepsOf } from './stage-steps.js';

export interface InitiativeFilter {
  readonly search: string | null;
  readonly stages: readonly InitiativeStageEnum[] | null;
  readonly teamId: string | null;
  /** Owned or sponsored by whoever asks. */
  readonly mine: boolean;
  readonly late: boolean;
  readonly includeArchived: boolean;
  readonly narrowed: PortfolioNarrowing;
}

/** What a figure of the portfolio stands for. */
export interface PortfolioNarrowing {
  readonly sponsorId: string | null;
  readonly goalId: string | null;
  readonly outcome: LaunchOutcomeEnum | null;
  readonly mark: LaunchMarkEnum | null;
  readonly lateBy: LateKindEnum | null;
  readonly value: number | null;
  readonly effort: number | null;
  readonly unestimated: boolean;
  /** Launched from this day on, and before that one. */
  readonly launchedFrom: string | null;
  readonly launchedTo: string | null;
}

type Row<Type extends InitiativeSummaryType> = Omit<Type, 'steps'> & { readonly facts: GatheredFacts };

/** Lists and the page of an initiative: one statement each, conditions of the next stages included. */
@Injectable()
export class InitiativesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    member: MemberPrincipal,
    filter: InitiativeFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<InitiativeSummaryType>> {
    const page = pageOf(first, after, ['number']);
    const narrowed = narrowedTo(filter.narrowed, 10);
    const may = conditionsOf(member, 10 + narrowed.parameters.length, ['mayUpdate', 'mayRun']);
    const [answer] = await this.unitOfWork.read(member, (transaction) =>
      transaction.query<{ total: number; rows: Row<InitiativeSummaryType>[] | null }>(
        listOf(narrowed.sql, may.mayUpdate, may.mayRun),
        [
          member.organizationId,
          searchPattern(filter.search),
          filter.stages,
          filter.teamId ? rowId(filter.teamId, 'Team') : null,
          filter.mine ? member.membershipId : null,
          filter.late,
          filter.includeArchived,
          page.after?.[0] ?? null,
          page.first,
          ...narrowed.parameters,
          ...may.parameters,
        ],
      ),
    );
    const rows = (answer?.rows ?? []).map(withSteps);
    return connectionFrom<InitiativeSummaryType>(rows, page, answer?.total ?? 0, ({ number }) => [number]);
  }

  /** Open actions that were given to whoever asks, what is due first at the top. */
  myActions(member: MemberPrincipal): Promise<MyActionType[]> {
    return this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<MyActionType>(MY_ACTIONS, [organizationId, member.membershipId]),
    );
  }

  one(principal: Principal, id: string): Promise<InitiativeType> {
    return this.unitOfWork.read(principal, (transaction) => this.oneIn(transaction, id));
  }

  async oneIn(transaction: Transaction, id: string): Promise<InitiativeType> {
    const may = conditionsOf(transaction.principal, 3, [
      'mayUpdate',
      'mayRun',
      'mayPlan',
      'mayFinish',
      'mayReadAssessment',
    ]);
    const [row] = await transaction.query<{ initiative: Row<InitiativeType> }>(
      `SELECT (${json(summaryPairs(may.mayUpdate, may.mayRun))}::jsonb || ${json(pagePairs(may))}::jsonb) AS initiative
       FROM initiative i CROSS JOIN (SELECT ${todayOf('$1')} AS today) d ${LATEST_REPORT}
       WHERE i.organization_id = $1 AND i.id = $2`,
      [transaction.organizationId, rowId(id, 'Initiative'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('Initiative');
    return withSteps<InitiativeType>(row.initiative);
  }
}

const json = (pairs: string): string => `json_build_object(${pairs})`;

const withSteps = <Type extends InitiativeSummaryType>({ facts, ...row }: Row<Type>): Type =>
  ({ ...row, steps: stepsOf(facts) }) as unknown as Type;

/** What the principal may do with `i`, its action `a` and the assessment `a` of a gap, as SQL; only what a statement uses. */
function conditionsOf<Name extends keyof typeof CONDITIONS>(
  principal: Principal,
  firstParameter: number,
  names: readonly Name[],
): Record<Name, string> & { parameters: unknown[] } {
  const parameters: unknown[] = [];
  const compiled = names.map((name) => {
    const [action, subject, columns] = CONDITIONS[name];
    const condition = abilityToSql(abilityOf(principal), action, subject, columns, firstParameter + parameters.length);
    parameters.push(...condition.parameters);
    return [name, condition.sql];
  });
  return { ...(Object.fromEntries(compiled) as Record<Name, string>), parameters };
}

const teamId = 'i.team_id';
const CONDITIONS = {
  mayUpdate: ['update', 'Initiative', { teamId }],
  mayRun: ['run', 'Initiative', { teamId }],
  mayPlan: ['create', 'Action', { teamId }],
  mayFinish: ['update', 'Action', { teamId, membershipId: 'a.owner_id' }],
  mayReadAssessment: ['read', 'Assessment', { state: 'a.state' }],
} as const;

const MY_ACTIONS = `
  SELECT a.id, a.text, a.due_on::text AS "dueOn", coalesce(a.due_on < d.today, false) AS overdue, a.version,
    i.id AS "initiativeId", i.number AS "initiativeNumber", i.title AS "initiativeTitle"
  FROM action a JOIN initiative i ON i.organization_id = a.organization_id AND i.id = a.initiative_id
  CROSS JOIN (SELECT ${todayOf('$1')} AS today) d
  WHERE a.organization_id = $1 AND a.owner_id = $2 AND a.state = 'open' AND i.archived_at IS NULL AND i.stage <> 'withdrawn'
  ORDER BY a.due_on NULLS LAST, a.created_at, a.id LIMIT 200`;

const listOf = (narrowed: string, mayUpdate: string, mayRun: string): string => `
  WITH matching AS (
    SELECT i.id, i.number FROM initiative i CROSS JOIN (SELECT ${todayOf('$1')} AS today, (SELECT time_zone FROM organization WHERE id = $1) AS zone) d
    WHERE i.organization_id = $1
      AND ($2::text IS NULL OR i.title ILIKE $2 OR i.hypothesis_change ILIKE $2 OR 'I-' || i.number ILIKE $2)
      AND ($3::text[] IS NULL OR i.stage = ANY($3))
      AND ($4::uuid IS NULL OR i.team_id = $4)
      AND ($5::uuid IS NULL OR $5 IN (i.owner_id, i.sponsor_id))
      AND (NOT $6 OR ${IS_PAST_DUE})
      AND ($7 OR i.archived_at IS NULL)${narrowed}
  ), page AS (
    SELECT id FROM matching WHERE $8::int IS NULL OR number < $8 ORDER BY number DESC LIMIT $9 + 1
  )
  SELECT (SELECT count(*)::int FROM matching) AS total,
    (SELECT json_agg(${json(summaryPairs(mayUpdate, mayRun))} ORDER BY i.number DESC)
     FROM page JOIN initiative i ON i.organization_id = $1 AND i.id = page.id
     CROSS JOIN (SELECT ${todayOf('$1')} AS today) d ${LATEST_REPORT}) AS rows`;
