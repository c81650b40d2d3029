import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AccountabilityReadModel } from './accountability.read-model.js';
import { FindingKindEnum, FindingsType, MatrixRowConnection, type MatrixRowType } from './ownership.type.js';

const dayType = { type: () => DateOnly, nullable: true, description: 'Absent: today.' };
const firstType = { type: () => Int, nullable: true, defaultValue: 50 };
const textType = { type: () => String, nullable: true };

@Resolver()
export class AccountabilityResolver {
  constructor(private readonly read: AccountabilityReadModel) {}

  @Query(() => MatrixRowConnection, { description: 'Touchpoint × metric × team, on any day.' })
  @Allow('read', 'Ownership')
  accountabilityMatrix(
    @CurrentMember() member: MemberPrincipal,
    @Args('on', dayType) on: string | null,
    @Args('first', firstType) first: number | null,
    @Args('after', textType) after: string | null,
    @Args('search', textType) search: string | null,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
  ): Promise<Connection<MatrixRowType>> {
    return this.read.matrix(
      member,
      { on: on ?? null, search: search ?? null, teamId: teamId ?? null },
      first ?? 50,
      after,
    );
  }

  @Query(() => FindingsType, { description: 'What is missing, double or in conflict on a day.' })
  @Allow('read', 'Ownership')
  accountabilityFindings(
    @CurrentMember() member: MemberPrincipal,
    @Args('on', dayType) on: string | null,
    @Args('kind', { type: () => FindingKindEnum, nullable: true }) kind: FindingKindEnum | null,
    @Args('first', firstType) first: number | null,
    @Args('after', textType) after: string | null,
  ): Promise<FindingsType> {
    return this.read.findings(member, on ?? null, kind ?? null, first ?? 50, after);
  }
}
