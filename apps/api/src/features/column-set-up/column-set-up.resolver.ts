import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ColumnSetUpInput, ColumnSetUpType } from './column-set-up.input.js';
import { ColumnSetUpService } from './column-set-up.service.js';

@Resolver()
export class ColumnSetUpResolver {
  constructor(private readonly service: ColumnSetUpService) {}

  @Mutation(() => ColumnSetUpType, {
    description:
      'Makes metrics for columns of a file and, where asked for, the touchpoints they speak about: in their stages, linked, with an owner from today. All of it or nothing.',
  })
  @Allow('create', 'Metric')
  setUpColumns(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: ColumnSetUpInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key?: string | null,
  ): Promise<ColumnSetUpType> {
    return this.service.setUp(member, input, key ?? null);
  }
}
