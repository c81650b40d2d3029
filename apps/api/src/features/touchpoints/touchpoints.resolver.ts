import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ChannelEnum, ExistenceEnum } from './touchpoint.enums.js';
import { TouchpointInput } from './touchpoint.input.js';
import { TouchpointService } from './touchpoint.service.js';
import {
  TouchpointConnection,
  TouchpointRemovalType,
  type TouchpointSummaryType,
  TouchpointType,
} from './touchpoint.type.js';
import { TouchpointsReadModel } from './touchpoints.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

@ArgsType()
class TouchpointListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true }) search: string | null;
  @Field(() => ChannelEnum, { nullable: true }) channel: ChannelEnum | null;
  @Field(() => ExistenceEnum, { nullable: true }) existence: ExistenceEnum | null;
  @Field(() => ID, { nullable: true, description: 'That this team answers for today.' }) teamId: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'That nobody answers for today.' })
  unowned: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) includeArchived: boolean | null;
}

@Resolver()
export class TouchpointsResolver {
  constructor(
    private readonly read: TouchpointsReadModel,
    private readonly service: TouchpointService,
  ) {}

  @Query(() => TouchpointConnection)
  @Allow('read', 'Touchpoint')
  touchpoints(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: TouchpointListArgs,
  ): Promise<Connection<TouchpointSummaryType>> {
    const filter = {
      search: args.search ?? null,
      channel: args.channel ?? null,
      existence: args.existence ?? null,
      teamId: args.teamId ?? null,
      unowned: args.unowned ?? false,
      includeArchived: args.includeArchived ?? false,
    };
    return this.read.list(member, filter, args.first ?? 25, args.after ?? null);
  }

  @Query(() => TouchpointType)
  @Allow('read', 'Touchpoint')
  touchpoint(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<TouchpointType> {
    return this.read.one(member, id);
  }

  @Mutation(() => TouchpointType)
  @Allow('create', 'Touchpoint')
  createTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: TouchpointInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<TouchpointType> {
    return this.service.create(member, input, key);
  }

  @Mutation(() => TouchpointType, { description: 'A team lead changes those that a team of theirs answers for today.' })
  @Allow('update', 'Touchpoint')
  updateTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: TouchpointInput,
  ): Promise<TouchpointType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => TouchpointType)
  @Allow('archive', 'Touchpoint')
  archiveTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<TouchpointType> {
    return this.service.archive(member, id, version);
  }

  @Mutation(() => TouchpointType)
  @Allow('archive', 'Touchpoint')
  restoreTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<TouchpointType> {
    return this.service.restore(member, id, version);
  }

  @Mutation(() => TouchpointRemovalType, {
    description: 'Deletes it where nothing remembers it, and archives it where owners, journeys or metrics do.',
  })
  @Allow('archive', 'Touchpoint')
  deleteTouchpoint(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<TouchpointRemovalType> {
    return this.service.remove(member, id, version);
  }
}
