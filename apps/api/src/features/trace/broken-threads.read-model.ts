import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { connectionFrom, pageOf } from '../../platform/graphql/connection.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { AccountabilityReadModel } from '../ownership/index.js';
import { BrokenThreadKindEnum, type BrokenThreadsType, type BrokenThreadType } from './broken-thread.type.js';
import { brokenStatement, type StoredKind } from './broken-threads.sql.js';
import { TraceKindEnum } from './trace.enums.js';

const KINDS = Object.values(BrokenThreadKindEnum);
const OWNERLESS = BrokenThreadKindEnum.TOUCHPOINT_WITHOUT_OWNER;

export type BrokenRow = BrokenThreadType & { readonly kind: BrokenThreadKindEnum };
interface Stored {
  readonly counts: Partial<Record<StoredKind, number>>;
  readonly rows: BrokenRow[];
}

/**
 * Where threads break: one statement for what the tables say, and one for the accountability findings, which stay the only place
 * that says who answers for what.
 */
@Injectable()
export class BrokenThreadsReadModel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accountability: AccountabilityReadModel,
  ) {}

  async list(
    principal: Principal,
    kind: BrokenThreadKindEnum,
    first: number,
    after: string | null,
  ): Promise<BrokenThreadsType> {
    const page = pageOf(first, after, ['number']);
    const begin = page.after ? Number(page.after[0]) + 1 : 0;
    const stored = await this.stored(principal, kind, begin, page.first + 1);
    const ownerless = await this.ownerless(principal);
    const counts = KINDS.map((each) => ({
      kind: each,
      count: each === OWNERLESS ? ownerless.length : (stored.counts[each] ?? 0),
    }));
    const rows = kind === OWNERLESS ? ownerless.slice(begin, begin + page.first + 1) : stored.rows;
    const places = new Map(rows.map(({ id }, index) => [id, begin + index]));
    const total = counts.find((each) => each.kind === kind)?.count ?? 0;
    return {
      counts,
      found: connectionFrom<BrokenThreadType>(rows, page, total, ({ id }) => [places.get(id) ?? begin]),
    };
  }

  /** Everything, the kinds in their order: for a file. */
  async all(principal: Principal, kind: BrokenThreadKindEnum | null): Promise<BrokenRow[]> {
    const stored = await this.stored(principal, kind, 0, null);
    const ownerless = kind === null || kind === OWNERLESS ? await this.ownerless(principal) : [];
    return [...stored.rows, ...ownerless].toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
  }

  private async stored(
    principal: Principal,
    kind: BrokenThreadKindEnum | null,
    offset: number,
    limit: number | null,
  ): Promise<Stored> {
    const statement = brokenStatement(principal);
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<Stored>(statement.sql, [organizationId, kind, offset, limit, ...statement.parameters]),
    );
    return row as Stored;
  }

  private async ownerless(principal: Principal): Promise<BrokenRow[]> {
    const found = await this.accountability.foundOf(principal, 'no_accountable_team');
    const mayMend = abilityOf(principal).can('create', 'Ownership');
    return found.map(({ touchpointId, touchpointName, from }) => ({
      kind: OWNERLESS,
      objectKind: TraceKindEnum.TOUCHPOINT,
      id: touchpointId,
      number: null,
      name: touchpointName,
      localizedName: null,
      state: null,
      partOf: null,
      since: from,
      mayMend,
    }));
  }
}
