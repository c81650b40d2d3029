import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { BenefitService } from './benefit.service.js';
import { BenefitInput, BenefitType } from './benefit.type.js';
import { BenefitsReadModel } from './benefits.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@Resolver()
export class BenefitsResolver {
  constructor(
    private readonly read: BenefitsReadModel,
    private readonly service: BenefitService,
  ) {}

  @Query(() => [BenefitType])
  @Allow('read', 'Benefit')
  initiativeBenefits(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
  ): Promise<BenefitType[]> {
    return this.read.ofInitiative(member, initiativeId);
  }

  @Mutation(() => BenefitType)
  @Allow('create', 'Benefit')
  addBenefit(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('input') input: BenefitInput,
  ): Promise<BenefitType> {
    return this.service.add(member, initiativeId, input);
  }

  @Mutation(() => BenefitType, { description: 'Until it is locked.' })
  @Allow('update', 'Benefit')
  updateBenefit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: BenefitInput,
  ): Promise<BenefitType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => BenefitType, { description: 'From then on target and forecast stay.' })
  @Allow('update', 'Benefit')
  lockBenefit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<BenefitType> {
    return this.service.lock(member, id, version, true);
  }

  @Mutation(() => BenefitType, { description: 'What is opened again has to be checked again.' })
  @Allow('archive', 'Benefit')
  unlockBenefit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<BenefitType> {
    return this.service.lock(member, id, version, false);
  }

  @Mutation(() => BenefitType, { description: 'Finance has looked at it; never who entered or locked it.' })
  @Allow('verify', 'Benefit')
  checkBenefit(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<BenefitType> {
    return this.service.check(member, id, version);
  }
}
