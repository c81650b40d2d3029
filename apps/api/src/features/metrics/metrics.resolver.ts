import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { DefineMetricService } from './define-metric.service.js';
import { LinkKindEnum, MetricCategoryEnum, MetricClassEnum } from './metric.enums.js';
import { MetricDefinitionInput, MetricInput } from './metric.input.js';
import { MetricService } from './metric.service.js';
import {
  FormulaCheckType,
  MetricConnection,
  MetricLinkCandidateType,
  type MetricSummaryType,
  MetricType,
} from './metric.type.js';
import { MetricsReadModel } from './metrics.read-model.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const teamType = { type: () => ID, nullable: true };
const text = { type: () => String, nullable: true };

@Resolver()
export class MetricsResolver {
  constructor(
    private readonly read: MetricsReadModel,
    private readonly service: MetricService,
    private readonly definitions: DefineMetricService,
  ) {}

  @Query(() => MetricConnection)
  @Allow('read', 'Metric')
  metrics(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number | null,
    @Args('after', text) after: string | null,
    @Args('search', text) search: string | null,
    @Args('class', { type: () => MetricClassEnum, nullable: true }) kind: MetricClassEnum | null,
    @Args('category', { type: () => MetricCategoryEnum, nullable: true }) category: MetricCategoryEnum | null,
    @Args('teamId', teamType) teamId: string | null,
    @Args('archived', { type: () => Boolean, nullable: true, defaultValue: false }) archived: boolean | null,
  ): Promise<Connection<MetricSummaryType>> {
    return this.read.list(member, {
      first: first ?? 25,
      after,
      search,
      class: kind ?? null,
      category: category ?? null,
      teamId,
      archived: archived ?? false,
    });
  }

  @Query(() => MetricType)
  @Allow('read', 'Metric')
  metric(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<MetricType> {
    return this.read.one(member, id);
  }

  @Query(() => FormulaCheckType, { description: 'What saving would say of a formula.' })
  @Allow('read', 'Metric')
  checkFormula(
    @CurrentMember() member: MemberPrincipal,
    @Args('formula') formula: string,
    @Args('key', { type: () => String, nullable: true, description: 'Of the metric that it computes.' })
    key: string | null,
    @Args('unit', { type: () => String, nullable: true, description: 'In which the metric is declared.' })
    unit: string | null,
  ): Promise<FormulaCheckType> {
    return this.definitions.check(member, formula.slice(0, 2000), key ?? '', unit?.trim() || null);
  }

  @Query(() => [MetricLinkCandidateType], { description: 'What the metric can still be linked to; 50 at most.' })
  @Allow('read', 'Metric')
  metricLinkCandidates(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('kind', { type: () => LinkKindEnum }) kind: LinkKindEnum,
    @Args('search', text) search: string | null,
  ): Promise<MetricLinkCandidateType[]> {
    return this.read.candidates(member, metricId, kind, search);
  }

  @Mutation(() => MetricType)
  @Allow('create', 'Metric')
  createMetric(@CurrentMember() member: MemberPrincipal, @Args('input') input: MetricInput): Promise<MetricType> {
    return this.service.create(member, input);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  updateMetric(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('name') name: string,
    @Args('ownerTeamId', teamType) ownerTeamId: string | null,
  ): Promise<MetricType> {
    return this.service.update(member, id, version, { name, ownerTeamId: ownerTeamId ?? null });
  }

  @Mutation(() => MetricType, {
    description:
      'A definition that begins later than the latest is a new version, one that begins with it corrects it. A change of what the number is breaks the series and asks for a note.',
  })
  @Allow('update', 'Metric')
  defineMetric(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('validFrom', { type: () => DateOnly }) validFrom: string,
    @Args('definition') definition: MetricDefinitionInput,
    @Args('breakNote', text) breakNote: string | null,
  ): Promise<MetricType> {
    return this.definitions.define(member, id, version, { validFrom, definition, breakNote: breakNote ?? null });
  }

  @Mutation(() => MetricType, { description: 'Refused while other metrics are computed from it.' })
  @Allow('archive', 'Metric')
  archiveMetric(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.service.archive(member, id, version);
  }

  @Mutation(() => MetricType)
  @Allow('archive', 'Metric')
  restoreMetric(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.service.restore(member, id, version);
  }
}
