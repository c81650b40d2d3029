import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationError } from '@touchstone/domain';
import { searchPattern } from '../../platform/database/search-pattern.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { TraceDirectionEnum, TraceKindEnum } from './trace.enums.js';
import { traceStatement } from './trace.sql.js';
import type { TraceableType, TraceType } from './trace.type.js';
import { traceableStatement } from './traceable.sql.js';

export interface TraceQuestion {
  readonly kind: TraceKindEnum;
  readonly id: string;
  /** Absent: today in the organisation's calendar. */
  readonly on: string | null;
  readonly direction: TraceDirectionEnum;
  readonly depth: number;
  /** How many neighbours of a kind one object shows at most. */
  readonly breadth: number;
}

type Answer = TraceType & { readonly origin: { readonly readable: boolean; readonly existed: boolean } | null };

const WAYS: Readonly<Record<TraceDirectionEnum, readonly number[]>> = { down: [1], up: [-1], both: [1, -1] };
export const DEEPEST = 20;
export const BROADEST = 500;
const MOST_FOUND = 50;

/** The thread through one object on a day, and what it can begin at: one statement each. */
@Injectable()
export class TraceReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async trace(principal: Principal, question: TraceQuestion): Promise<TraceType> {
    demandWithin('depth', question.depth, DEEPEST);
    demandWithin('breadth', question.breadth, BROADEST);
    const [id, part] = endOf(question);
    const statement = traceStatement(principal);
    const answer = await this.unitOfWork.read(principal, async ({ prepared, organizationId }) => {
      const [row] = await prepared<Answer>(statement.sql, [
        organizationId,
        question.kind,
        id,
        part,
        question.on,
        WAYS[question.direction],
        question.depth,
        question.breadth,
        ...statement.parameters,
      ]);
      return row;
    });
    if (!answer?.origin?.readable) throw new NotFoundError(question.kind);
    if (!answer.origin.existed) {
      throw ValidationError.of('on', 'before_it_was', 'It did not exist yet on this day. Choose a later one.');
    }
    return answer;
  }

  /** What answers to some words, the kinds in the order of the thread. */
  async find(
    principal: Principal,
    search: string,
    kinds: readonly TraceKindEnum[] | null,
    first: number,
  ): Promise<TraceableType[]> {
    demandWithin('first', first, MOST_FOUND);
    const statement = traceableStatement(principal);
    return this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<TraceableType>(statement.sql, [
        organizationId,
        searchPattern(search),
        kinds,
        first,
        ...statement.parameters,
      ]),
    );
  }
}

/** A gap is a part of its assessment and named by both. */
function endOf({ kind, id }: TraceQuestion): readonly [string, string] {
  if (kind !== TraceKindEnum.GAP) return [rowId(id, kind), ''];
  const [assessmentId = '', ...node] = id.split(':');
  return [rowId(assessmentId, kind), node.join(':')];
}

function demandWithin(path: string, value: number, maximum: number): void {
  if (value >= 1 && value <= maximum) return;
  throw ValidationError.of(path, 'out_of_range', `Ask for 1 to ${maximum}.`, { minimum: 1, maximum });
}
