import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ModelLibraryService } from './model-library.service.js';
import { inLanguageOf } from './model-problem-text.js';
import { ImportedModelType, ModelVersionSummaryType, ModelVersionType } from './model.type.js';
import { ModelsReadModel } from './models.read-model.js';

@Resolver()
export class ModelsResolver {
  constructor(
    private readonly models: ModelsReadModel,
    private readonly library: ModelLibraryService,
  ) {}

  @Query(() => [ModelVersionSummaryType])
  @Allow('read', 'MaturityModel')
  maturityModelVersions(@CurrentMember() member: MemberPrincipal): Promise<ModelVersionSummaryType[]> {
    return this.models.library(member);
  }

  @Query(() => ModelVersionType)
  @Allow('read', 'MaturityModel')
  maturityModelVersion(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ModelVersionType> {
    return this.models.version(member, id);
  }

  @Mutation(() => ImportedModelType)
  @Allow('create', 'MaturityModel')
  async importMaturityModel(
    @CurrentMember() member: MemberPrincipal,
    @Args('source') source: string,
  ): Promise<ImportedModelType> {
    const { modelVersion, problems } = await this.library.importModel(member, source);
    return { modelVersion, problems: problems.map((problem) => inLanguageOf(member.locale, problem)) };
  }

  @Mutation(() => ModelVersionSummaryType)
  @Allow('update', 'MaturityModel')
  publishMaturityModelVersion(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ModelVersionSummaryType> {
    return this.library.publish(member, id);
  }
}
