import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { Json } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { EffectInput } from './effect.input.js';
import { EffectService } from './effect.service.js';
import { EffectRegistrationType, EffectTallyType, PlannedEffectType } from './effect.type.js';
import { EffectsReadModel } from './effects.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@Resolver()
export class EffectsResolver {
  constructor(
    private readonly read: EffectsReadModel,
    private readonly service: EffectService,
  ) {}

  @Query(() => [EffectRegistrationType], { description: 'What an initiative promised, withdrawn promises included.' })
  @Allow('read', 'Effect')
  initiativeEffects(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
  ): Promise<EffectRegistrationType[]> {
    return this.read.ofInitiative(member, initiativeId);
  }

  @Query(() => EffectTallyType)
  @Allow('read', 'Effect')
  effectTally(@CurrentMember() member: MemberPrincipal): Promise<EffectTallyType> {
    return this.read.tally(member);
  }

  @Query(() => Json, {
    description:
      'Everything to compute a verdict again elsewhere: what was sealed, the series, and the regression as it was run (y, x, weights, contrast).',
  })
  @Allow('read', 'Effect')
  effectVerdictInputs(
    @CurrentMember() member: MemberPrincipal,
    @Args('verdictId', idType) verdictId: string,
  ): Promise<unknown> {
    return this.read.inputs(member, verdictId);
  }

  @Query(() => PlannedEffectType, { description: 'The sample that a promise needs, and what stands against it.' })
  @Allow('read', 'Effect')
  planEffect(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('input') input: EffectInput,
    @Args('id', { type: () => ID, nullable: true, description: 'The registration that is being changed.' })
    id: string | null,
  ): Promise<PlannedEffectType> {
    return this.service.plan(member, initiativeId, id ?? null, input);
  }

  @Mutation(() => EffectRegistrationType)
  @Allow('create', 'Effect')
  registerEffect(
    @CurrentMember() member: MemberPrincipal,
    @Args('initiativeId', idType) initiativeId: string,
    @Args('input') input: EffectInput,
  ): Promise<EffectRegistrationType> {
    return this.service.register(member, initiativeId, input);
  }

  @Mutation(() => EffectRegistrationType, { description: 'Until the launch seals it.' })
  @Allow('update', 'Effect')
  updateEffect(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: EffectInput,
  ): Promise<EffectRegistrationType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => EffectRegistrationType, { description: 'It stays to be read, with the reason.' })
  @Allow('update', 'Effect')
  withdrawEffect(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason') reason: string,
  ): Promise<EffectRegistrationType> {
    return this.service.withdraw(member, id, version, reason);
  }

  @Mutation(() => ID, { description: 'Has it judged now, where its day has come. Gives the job to follow.' })
  @Allow('run', 'Effect')
  judgeEffect(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<string> {
    return this.service.judgeNow(member, id);
  }
}
