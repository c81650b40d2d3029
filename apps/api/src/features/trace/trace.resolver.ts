import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { TraceDirectionEnum, TraceKindEnum } from './trace.enums.js';
import { BROADEST, DEEPEST, TraceReadModel } from './trace.read-model.js';
import { TraceableType, TraceType } from './trace.type.js';

const USUAL_DEPTH = 14;
const USUAL_BREADTH = 50;

@ArgsType()
class TraceArgs {
  @Field(() => TraceKindEnum) kind: TraceKindEnum;
  @Field(() => ID) id: string;
  @Field(() => DateOnly, { nullable: true, description: 'Absent: today.' }) on: string | null;
  @Field(() => TraceDirectionEnum, { nullable: true, defaultValue: TraceDirectionEnum.BOTH })
  direction: TraceDirectionEnum | null;
  @Field(() => Int, { nullable: true, defaultValue: USUAL_DEPTH, description: `Joints, up to ${DEEPEST}.` })
  depth: number | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_BREADTH,
    description: `Neighbours of one kind that an object shows, up to ${BROADEST}; of the others it says how many.`,
  })
  breadth: number | null;
}

@Resolver()
export class TraceResolver {
  constructor(private readonly read: TraceReadModel) {}

  @Query(() => TraceType, { description: 'The thread through an object: what it is for, and what came of it.' })
  @Allow('read', 'Initiative')
  trace(@CurrentMember() member: MemberPrincipal, @Args() args: TraceArgs): Promise<TraceType> {
    return this.read.trace(member, {
      kind: args.kind,
      id: args.id,
      on: args.on ?? null,
      direction: args.direction ?? TraceDirectionEnum.BOTH,
      depth: args.depth ?? USUAL_DEPTH,
      breadth: args.breadth ?? USUAL_BREADTH,
    });
  }

  @Query(() => [TraceableType], { description: 'Objects by name or number that a trace can begin at.' })
  @Allow('read', 'Initiative')
  traceables(
    @CurrentMember() member: MemberPrincipal,
    @Args('search') search: string,
    @Args('kinds', { type: () => [TraceKindEnum], nullable: true }) kinds: TraceKindEnum[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
  ): Promise<TraceableType[]> {
    return this.read.find(member, search, kinds ?? null, first ?? 20);
  }
}
