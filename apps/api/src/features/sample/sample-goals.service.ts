import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { type ExperienceDomainEnum, GoalService } from '../goals/index.js';
import {
  DefineMetricService,
  LinkKindEnum,
  type MetricDefinitionInput,
  MetricLinkService,
  MetricNotesService,
  MetricService,
  MetricsReadModel,
  MetricTargetService,
} from '../metrics/index.js';
import {
  MEASURED_SINCE,
  type SampleCatalogue,
  type SampleDefinition,
  type SampleMetric,
  type SampleObjective,
} from './sample-metric.js';

/** Goals, objectives and the metric catalogue of an organisation, which the journeys it speaks about stand before. Each step looks first, so that it can be repeated. */
@Injectable()
export class SampleGoalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly goals: GoalService,
    private readonly metrics: MetricService,
    private readonly definitions: DefineMetricService,
    private readonly targets: MetricTargetService,
    private readonly links: MetricLinkService,
    private readonly notes: MetricNotesService,
    private readonly read: MetricsReadModel,
  ) {}

  async load(system: SystemPrincipal, catalogue: SampleCatalogue): Promise<void> {
    const objectives = await this.loadGoals(system, catalogue);
    const [metrics, teams, ...places] = await Promise.all(
      [KNOWN.metrics, KNOWN.teams, KNOWN.touchpoints, KNOWN.stages, KNOWN.journeys].map((sql) =>
        this.known(system, sql),
      ),
    );
    const [touchpoints, stages, journeys] = places as NamedIds[];
    for (const metric of catalogue.metrics) {
      const id = metrics?.get(metric.key) ?? (await this.take(system, metric, teams?.get(metric.owner) ?? null));
      await this.complete(system, id, metric, objectives);
      const links: [LinkKindEnum, readonly string[] | undefined, NamedIds | undefined][] = [
        [LinkKindEnum.OBJECTIVE, metric.objectives, objectives],
        [LinkKindEnum.TOUCHPOINT, metric.touchpoints, touchpoints],
        [LinkKindEnum.STAGE, metric.stages, stages],
        [LinkKindEnum.JOURNEY, metric.journeys, journeys],
        [LinkKindEnum.TEAM, metric.teams, teams],
      ];
      for (const [kind, names, ids] of links) {
        for (const name of names ?? []) {
          const target = ids?.get(name);
          // Renamed or archived since: then people have decided, and the sample does not bring it back.
          if (target) await this.links.link(system, id, kind, target);
        }
      }
    }
  }

  private async loadGoals(system: SystemPrincipal, catalogue: SampleCatalogue): Promise<NamedIds> {
    const goals = await this.known(system, 'SELECT name, id FROM business_goal WHERE organization_id = $1');
    const known = await this.known(system, 'SELECT name, id FROM experience_objective WHERE organization_id = $1');
    const set = async (goalId: string | null, { domains, ...objective }: SampleObjective) => {
      if (known.has(objective.name)) return;
      const input = { ...objective, goalId, domains: domains as readonly ExperienceDomainEnum[] };
      known.set(objective.name, await this.goals.createObjective(system, input));
    };
    for (const { objectives, ...goal } of catalogue.goals) {
      const id = goals.get(goal.name) ?? (await this.goals.createGoal(system, goal));
      for (const objective of objectives) await set(id, objective);
    }
    if (catalogue.orphan) await set(null, catalogue.orphan);
    return known;
  }

  private async take(system: SystemPrincipal, metric: SampleMetric, ownerTeamId: string | null): Promise<string> {
    const { key, name } = metric;
    const definition = inputOf(metric.definition);
    const created = await this.metrics.create(system, {
      key,
      name,
      ownerTeamId,
      validFrom: MEASURED_SINCE,
      definition,
    });
    return created.id;
  }

  /** What is there already stays as people have left it. */
  private async complete(
    system: SystemPrincipal,
    id: string,
    metric: SampleMetric,
    objectives: NamedIds,
  ): Promise<void> {
    const present = await this.read.one(system, id);
    if (metric.redefined && present.versions.length === 1) {
      const { from: validFrom, change, note: breakNote } = metric.redefined;
      const definition = inputOf({ ...metric.definition, ...change });
      await this.definitions.define(system, id, present.version, { validFrom, definition, breakNote });
    }
    for (const { objective, ...target } of metric.targets ?? []) {
      if (present.targets.some(({ dueOn }) => dueOn === target.dueOn)) continue;
      const objectiveId = objective ? (objectives.get(objective) as string) : null;
      await this.targets.create(system, id, { ...target, objectiveId, historical: true });
      await this.setInTime(system, id, target.dueOn);
    }
    for (const { on, text } of metric.notes ?? []) {
      if (!present.annotations.some((note) => note.text === text)) await this.notes.annotate(system, id, on, text);
    }
  }

  /** Services stamp the present, but these targets were agreed when the metrics were taken in. */
  private async setInTime(system: SystemPrincipal, metricId: string, dueOn: string): Promise<void> {
    await this.unitOfWork.work(system, async ({ query, organizationId }) => {
      await query(
        `UPDATE metric_target SET created_at = $4::date WHERE organization_id = $1 AND metric_id = $2 AND due_on = $3`,
        [organizationId, metricId, dueOn, MEASURED_SINCE],
      );
    });
  }

  private async known(system: SystemPrincipal, sql: string): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read(system, (transaction) =>
      transaction.query<{ name: string; id: string }>(sql, [system.organizationId]),
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}

type NamedIds = Map<string, string>;

const KNOWN = {
  metrics: 'SELECT key AS name, id FROM metric WHERE organization_id = $1',
  teams: 'SELECT name, id FROM team WHERE organization_id = $1',
  touchpoints: 'SELECT name, id FROM touchpoint WHERE organization_id = $1 AND archived_at IS NULL',
  stages: `SELECT j.name || ' / ' || s.name AS name, s.id FROM journey_stage s
    JOIN journey j ON j.organization_id = s.organization_id AND j.id = s.journey_id
    WHERE s.organization_id = $1 AND j.state = 'current' AND j.archived_at IS NULL`,
  journeys: `SELECT name, id FROM journey WHERE organization_id = $1 AND state = 'current' AND archived_at IS NULL`,
};

function inputOf({ scale, thresholds, notApplicable, ...rest }: SampleDefinition): MetricDefinitionInput {
  return {
    ...rest,
    class: rest.category === 'perception' ? 'perception' : 'state',
    notApplicable: [...(notApplicable ?? [])],
    scaleMinimum: scale?.[0] ?? null,
    scaleMaximum: scale?.[1] ?? null,
    warningThreshold: thresholds?.[0] ?? null,
    criticalThreshold: thresholds?.[1] ?? null,
    // The enums of the schema have the domain's own words as their values.
  } as MetricDefinitionInput;
}
