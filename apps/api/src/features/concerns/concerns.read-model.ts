import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import type { DecisionStateEnum } from '../decisions/index.js';
import type { EffectVerdictEnum } from '../effects/index.js';
import { ConcernKindEnum, type ConcernsType, type ConcernType } from './concern.type.js';
import { concernsOf } from './concerns-sql.js';

type Row = Omit<ConcernType, 'at' | 'verdict' | 'outcome' | 'text'> & {
  readonly at: string;
  readonly detail: string | null;
};

/** What concerns whoever asks, in one statement. */
@Injectable()
export class ConcernsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async mine(member: MemberPrincipal): Promise<ConcernsType> {
    const [found] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ waiting: Row[]; news: Row[] }>(MINE, [organizationId, member.membershipId]),
    );
    return { waiting: typed(found?.waiting), news: typed(found?.news) };
  }
}

const typed = (rows: readonly Row[] = []): ConcernType[] =>
  rows.map(({ detail, at, ...row }) => ({
    ...row,
    at: new Date(at),
    verdict: row.kind === ConcernKindEnum.VERDICT ? (detail as EffectVerdictEnum) : null,
    outcome: row.kind === ConcernKindEnum.DECIDED ? (detail as DecisionStateEnum) : null,
    text: NAMED.has(row.kind) ? detail : null,
  }));
const NAMED: ReadonlySet<ConcernKindEnum> = new Set([ConcernKindEnum.ACTION, ConcernKindEnum.BENEFIT_CHECK]);

const MINE = `
  SELECT ${concernsOf(`now() - interval '14 days'`)}
  FROM membership p JOIN organization o ON o.id = p.organization_id
  CROSS JOIN LATERAL (SELECT o.time_zone, ${todayOf('$1')} AS today) d
  WHERE p.organization_id = $1 AND p.id = $2`;
