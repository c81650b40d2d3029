import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { abilityToSql } from '../../platform/authz/ability-to-sql.js';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { abilityOf, type MemberPrincipal } from '../../platform/tenancy/principal.js';
import { type RoundRow, roundOf } from './ranking-result.js';
import { LIST, pageJson, TODAY } from './ranking-sql.js';
import type { RankingRoundSummaryType, RankingRoundType, RankingStateEnum } from './ranking.type.js';

export interface RankingFilter {
  readonly search: string | null;
  readonly states: readonly RankingStateEnum[] | null;
  readonly waitingForMe: boolean;
}

/** Rounds, the latest first, and one with everything that whoever asks may see of it: one statement each. */
@Injectable()
export class RankingReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    member: MemberPrincipal,
    { search, states, waitingForMe }: RankingFilter,
    first: number,
    after: string | null,
  ): Promise<Connection<RankingRoundSummaryType>> {
    const page = pageOf(first, after, ['instant', 'id']);
    const [answer] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ total: number; rows: RankingRoundSummaryType[] | null }>(LIST, [
        organizationId,
        member.membershipId,
        searchPattern(search),
        states,
        waitingForMe,
        page.after?.[0] ?? null,
        page.after?.[1] ?? null,
        page.first,
      ]),
    );
    const key = ({ createdAt, id }: RankingRoundSummaryType) => [createdAt as unknown as string, id];
    return connectionFrom<RankingRoundSummaryType>(answer?.rows ?? [], page, answer?.total ?? 0, key);
  }

  one(member: MemberPrincipal, id: string): Promise<RankingRoundType> {
    return this.unitOfWork.read(member, (transaction) => this.oneIn(transaction, member, id));
  }

  async oneIn({ query, organizationId }: Transaction, member: MemberPrincipal, id: string): Promise<RankingRoundType> {
    const may = abilityToSql(abilityOf(member), 'update', 'Ranking', {}, 4);
    const [row] = await query<{ round: RoundRow }>(
      `SELECT ${pageJson(may.sql)} AS round FROM ranking_round r ${TODAY} WHERE r.organization_id = $1 AND r.id = $3`,
      [organizationId, member.membershipId, rowId(id, 'RankingRound'), ...may.parameters],
    );
    if (!row) throw new NotFoundError('RankingRound');
    return roundOf(row.round);
  }
}
