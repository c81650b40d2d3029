import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { SavedViewService } from './saved-view.service.js';
import { SavedViewChangeInput, SavedViewInput, SavedViewPageEnum, SavedViewType } from './saved-view.type.js';
import { SavedViewsReadModel } from './saved-views.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };

/** Filters that are kept under a name. */
@Resolver()
export class SavedViewsResolver {
  constructor(
    private readonly read: SavedViewsReadModel,
    private readonly service: SavedViewService,
  ) {}

  @Query(() => [SavedViewType], { description: 'One’s own views of a list and those that are shared, by name.' })
  @Allow('read', 'SavedView')
  savedViews(
    @CurrentMember() member: MemberPrincipal,
    @Args('page', { type: () => SavedViewPageEnum }) page: SavedViewPageEnum,
  ): Promise<SavedViewType[]> {
    return this.read.list(member, page);
  }

  @Mutation(() => SavedViewType)
  @Allow('create', 'SavedView')
  createSavedView(
    @CurrentMember() member: MemberPrincipal,
    @Args('page', { type: () => SavedViewPageEnum }) page: SavedViewPageEnum,
    @Args('input') input: SavedViewInput,
  ): Promise<SavedViewType> {
    return this.service.create(member, page, input);
  }

  @Mutation(() => SavedViewType)
  @Allow('update', 'SavedView')
  updateSavedView(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: SavedViewChangeInput,
  ): Promise<SavedViewType> {
    return this.service.update(member, id, version, input);
  }

  @Mutation(() => ID, { description: 'For good; answers the id of what was removed.' })
  @Allow('archive', 'SavedView')
  removeSavedView(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<string> {
    return this.service.remove(member, id, version);
  }
}
