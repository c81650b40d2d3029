import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { BrokenThreadKindEnum, BrokenThreadsType } from './broken-thread.type.js';
import { BrokenThreadsReadModel } from './broken-threads.read-model.js';

@Resolver()
export class BrokenThreadsResolver {
  constructor(private readonly read: BrokenThreadsReadModel) {}

  @Query(() => BrokenThreadsType, { description: 'Where threads break today: counted by kind, and one kind listed.' })
  @Allow('read', 'Initiative')
  brokenThreads(
    @CurrentMember() member: MemberPrincipal,
    @Args('kind', { type: () => BrokenThreadKindEnum }) kind: BrokenThreadKindEnum,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<BrokenThreadsType> {
    return this.read.list(member, kind, first ?? 25, after ?? null);
  }
}
