import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { MetricLinkService } from './metric-link.service.js';
import { MetricNotesService } from './metric-notes.service.js';
import { BreakCauseEnum, LinkKindEnum } from './metric.enums.js';
import { MetricTargetInput } from './metric.input.js';
import { MetricTargetService } from './metric-target.service.js';
import { MetricType } from './metric.type.js';

const idType = { type: () => ID };
const versionType = { type: () => Int };
const dayType = { type: () => DateOnly };

/** Targets, links, breaks and notes: each answers with the whole metric, so that a page shows what has become of it. */
@Resolver()
export class MetricPartsResolver {
  constructor(
    private readonly targets: MetricTargetService,
    private readonly links: MetricLinkService,
    private readonly notes: MetricNotesService,
  ) {}

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  createMetricTarget(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('input') input: MetricTargetInput,
  ): Promise<MetricType> {
    return this.targets.create(member, metricId, input);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  updateMetricTarget(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('input') input: MetricTargetInput,
  ): Promise<MetricType> {
    return this.targets.update(member, id, version, input);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  deleteMetricTarget(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.targets.delete(member, id, version);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  linkMetric(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('kind', { type: () => LinkKindEnum }) kind: LinkKindEnum,
    @Args('objectId', idType) objectId: string,
  ): Promise<MetricType> {
    return this.links.link(member, metricId, kind, objectId);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  unlinkMetric(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<MetricType> {
    return this.links.unlink(member, id);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  createSeriesBreak(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('beginsOn', dayType) beginsOn: string,
    @Args('cause', { type: () => BreakCauseEnum }) cause: BreakCauseEnum,
    @Args('note') note: string,
  ): Promise<MetricType> {
    return this.notes.breakSeries(member, metricId, { beginsOn, cause, note });
  }

  @Mutation(() => MetricType, { description: 'Refused for a break that a change of the definition demands.' })
  @Allow('update', 'Metric')
  deleteSeriesBreak(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<MetricType> {
    return this.notes.mendSeries(member, id);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  createMetricAnnotation(
    @CurrentMember() member: MemberPrincipal,
    @Args('metricId', idType) metricId: string,
    @Args('notedOn', dayType) notedOn: string,
    @Args('text') text: string,
  ): Promise<MetricType> {
    return this.notes.annotate(member, metricId, notedOn, text);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  updateMetricAnnotation(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('notedOn', dayType) notedOn: string,
    @Args('text') text: string,
  ): Promise<MetricType> {
    return this.notes.reword(member, id, version, notedOn, text);
  }

  @Mutation(() => MetricType)
  @Allow('update', 'Metric')
  deleteMetricAnnotation(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<MetricType> {
    return this.notes.deleteNote(member, id, version);
  }
}
