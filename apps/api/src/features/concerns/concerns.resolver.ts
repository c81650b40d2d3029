import { Args, Mutation, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ConcernsType } from './concern.type.js';
import { ConcernsReadModel } from './concerns.read-model.js';
import { DigestPreferenceService } from './digest-preference.service.js';

enum DigestCadenceEnum {
  WEEKLY = 'weekly',
  WORKING_DAYS = 'working_days',
  NONE = 'none',
}
registerEnumType(DigestCadenceEnum, { name: 'DigestCadence' });

@Resolver()
export class ConcernsResolver {
  constructor(
    private readonly reads: ConcernsReadModel,
    private readonly preference: DigestPreferenceService,
  ) {}

  @Query(() => ConcernsType, { description: 'What waits for the reader, and what has come of what they answer for.' })
  @Allow('read', 'Initiative')
  concerns(@CurrentMember() member: MemberPrincipal): Promise<ConcernsType> {
    return this.reads.mine(member);
  }

  @Query(() => DigestCadenceEnum, { description: 'How often the reader is written to about what concerns them.' })
  @Allow('read', 'Profile')
  digestCadence(@CurrentMember() member: MemberPrincipal): Promise<`${DigestCadenceEnum}`> {
    return this.preference.read(member);
  }

  @Mutation(() => DigestCadenceEnum)
  @Allow('update', 'Profile')
  setDigestCadence(
    @CurrentMember() member: MemberPrincipal,
    @Args('cadence', { type: () => DigestCadenceEnum }) cadence: DigestCadenceEnum,
  ): Promise<`${DigestCadenceEnum}`> {
    return this.preference.prefer(member, cadence);
  }
}
