import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { PortfolioReadModel } from './portfolio.read-model.js';
import { PortfolioType } from './portfolio.type.js';

@ArgsType()
class PortfolioArgs {
  @Field(() => ID, { nullable: true }) teamId: string | null;
  @Field(() => ID, { nullable: true }) sponsorId: string | null;
  @Field(() => ID, { nullable: true, description: 'That work for a metric of this goal.' }) goalId: string | null;
  @Field(() => DateOnly, {
    nullable: true,
    description: 'Narrows down what was launched, and its effects and benefits.',
  })
  launchedFrom: string | null;
  @Field(() => DateOnly, { nullable: true, description: 'The day after the last.' }) launchedTo: string | null;
}

@Resolver()
export class PortfolioResolver {
  constructor(private readonly read: PortfolioReadModel) {}

  @Query(() => PortfolioType)
  @Allow('read', 'Initiative')
  portfolio(@CurrentMember() member: MemberPrincipal, @Args() args: PortfolioArgs): Promise<PortfolioType> {
    return this.read.portfolio(member, {
      teamId: args.teamId ?? null,
      sponsorId: args.sponsorId ?? null,
      goalId: args.goalId ?? null,
      launchedFrom: args.launchedFrom ?? null,
      launchedTo: args.launchedTo ?? null,
    });
  }
}
