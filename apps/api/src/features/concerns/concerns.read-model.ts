import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import type { ConcernsType, ConcernType } from './concern.type.js';
import { concernsOf } from './concerns-sql.js';

type Row = Omit<ConcernType, 'at'> & { readonly at: string };

/** What concerns whoever asks, in one statement. */
@Injectable()
export class ConcernsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async mine(member: MemberPrincipal): Promise<ConcernsType> {
    const [found] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ waiting: Row[]; news: Row[] }>(MINE, [organizationId, member.membershipId]),
    );
    return { waiting: dated(found?.waiting), news: dated(found?.news) };
  }
}

const dated = (rows: readonly Row[] = []): ConcernType[] => rows.map((row) => ({ ...row, at: new Date(row.at) }));

const MINE = `
  SELECT ${concernsOf(`now() - interval '14 days'`)}
  FROM membership p JOIN organization o ON o.id = p.organization_id
  CROSS JOIN LATERAL (SELECT o.time_zone, ${todayOf('$1')} AS today) d
  WHERE p.organization_id = $1 AND p.id = $2`;
