import { Injectable } from '@nestjs/common';
import { type InitiativeStage, type LaunchOutcome, NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { type PortfolioFacts, portfolioOf } from './portfolio-answer.js';
import { FIRST_CONDITION, type PortfolioConditions, portfolioStatement, rowsStatement } from './portfolio-sql.js';
import type { PortfolioType } from './portfolio.type.js';

export interface PortfolioFilter {
  readonly teamId: string | null;
  readonly sponsorId: string | null;
  readonly goalId: string | null;
  /** Of what was launched: from this day on, and before that one. */
  readonly launchedFrom: string | null;
  readonly launchedTo: string | null;
}

/** How many of each list a page shows; a file has them all. */
export const SHOWN = 10;

/** Everything that is undertaken, on one page: one statement, however much that is. */
@Injectable()
export class PortfolioReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async portfolio(member: MemberPrincipal, filter: PortfolioFilter, limit = SHOWN): Promise<PortfolioType> {
    const { conditions, parameters } = conditionsOf(member);
    const [row] = await this.unitOfWork.read(member, ({ prepared }) =>
      prepared<{ portfolio: string; missing: string | null }>(portfolioStatement(conditions), [
        member.organizationId,
        filter.teamId && rowId(filter.teamId, 'Team'),
        filter.sponsorId && rowId(filter.sponsorId, 'Person'),
        filter.goalId && rowId(filter.goalId, 'Goal'),
        filter.launchedFrom,
        filter.launchedTo,
        limit,
        ...parameters,
      ]),
    );
    if (row!.missing) throw new NotFoundError(row!.missing);
    return { asOf: new Date(), ...portfolioOf(JSON.parse(row!.portfolio) as PortfolioFacts, limit) };
  }

  /** Every one of them, as a table has it. */
  rows(member: MemberPrincipal, filter: PortfolioFilter): Promise<PortfolioRow[]> {
    const may = abilityToSql(abilityOf(member), 'read', 'Initiative', { teamId: 'i.team_id' }, 5);
    return this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<PortfolioRow>(rowsStatement(may.sql), [
        organizationId,
        filter.teamId && rowId(filter.teamId, 'Team'),
        filter.sponsorId && rowId(filter.sponsorId, 'Person'),
        filter.goalId && rowId(filter.goalId, 'Goal'),
        ...may.parameters,
      ]),
    );
  }
}

export interface PortfolioRow {
  readonly number: number;
  readonly title: string;
  readonly stage: InitiativeStage;
  readonly days: number;
  readonly teamName: string | null;
  readonly ownerName: string | null;
  readonly sponsorName: string | null;
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly launchedOn: string | null;
  readonly value: number | null;
  readonly effort: number | null;
  readonly currency: string | null;
  readonly costPlannedMinor: number | null;
  readonly costActualMinor: number | null;
  readonly outcome: LaunchOutcome | null;
  readonly faded: boolean;
  readonly confounded: boolean;
  readonly late: boolean;
}

function conditionsOf(member: MemberPrincipal): { conditions: PortfolioConditions; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const may = (subject: 'Initiative' | 'Effect' | 'Benefit'): string => {
    const first = FIRST_CONDITION + parameters.length;
    const condition = abilityToSql(abilityOf(member), 'read', subject, { teamId: 'i.team_id' }, first);
    parameters.push(...condition.parameters);
    return condition.sql;
  };
  const conditions = {
    mayReadInitiative: may('Initiative'),
    mayReadEffect: may('Effect'),
    mayReadBenefit: may('Benefit'),
  };
  return { conditions, parameters };
}
