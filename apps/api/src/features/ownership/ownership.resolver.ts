import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { TouchpointType } from '../touchpoints/index.js';
import { OwnershipInput, ReorganisationInput } from './ownership.input.js';
import { OwnershipService } from './ownership.service.js';
import { ReorganisationType } from './ownership.type.js';
import { ReorganisationService } from './reorganisation.service.js';

const idType = { type: () => ID };
const dayType = { type: () => DateOnly, nullable: true };

@Resolver()
export class OwnershipResolver {
  constructor(
    private readonly service: OwnershipService,
    private readonly reorganisations: ReorganisationService,
  ) {}

  @Mutation(() => TouchpointType, { description: 'Refused where another period stands in the way, which is named.' })
  @Allow('create', 'Ownership')
  assignOwnership(
    @CurrentMember() member: MemberPrincipal,
    @Args('touchpointId', idType) touchpointId: string,
    @Args('input') input: OwnershipInput,
  ): Promise<TouchpointType> {
    return this.service.assign(member, touchpointId, input);
  }

  @Mutation(() => TouchpointType, { description: 'Sets, moves or takes away the end of a period.' })
  @Allow('update', 'Ownership')
  endOwnership(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('validTo', { ...dayType, description: 'The first day on which it no longer holds; null: no end.' })
    validTo: string | null,
    @Args('seen', { ...dayType, description: 'The end you were shown: moved meanwhile, it is a CONFLICT.' })
    seen: string | null,
  ): Promise<TouchpointType> {
    return this.service.end(member, id, validTo ?? null, seen ?? null);
  }

  @Mutation(() => TouchpointType, { description: 'Takes back a period that has not held for a day yet.' })
  @Allow('archive', 'Ownership')
  withdrawOwnership(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<TouchpointType> {
    return this.service.withdraw(member, id);
  }

  @Query(() => ReorganisationType, { description: 'What a re-organisation would change, without changing it.' })
  @Allow('update', 'Ownership')
  reorganisationPreview(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: ReorganisationInput,
  ): Promise<ReorganisationType> {
    return this.reorganisations.preview(member, input);
  }

  @Mutation(() => ReorganisationType, { description: 'Carries out the plan that was previewed, whole or not at all.' })
  @Allow('update', 'Ownership')
  reorganise(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: ReorganisationInput,
    @Args('planKey') planKey: string,
  ): Promise<ReorganisationType> {
    return this.reorganisations.carryOut(member, input, planKey);
  }
}
