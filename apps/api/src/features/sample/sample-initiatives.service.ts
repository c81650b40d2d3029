import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal, SystemPrincipal } from '../../platform/tenancy/principal.js';
import {
  type ActionStateEnum,
  type HealthEnum,
  InitiativeService,
  InitiativesReadModel,
  InitiativeStageEnum,
  InitiativeStageService,
  PlanService,
  type RiskStateEnum,
} from '../initiatives/index.js';
import { idsOf, memberOf, type SampleCast } from './sample-cast.js';
import { atNoonOf, dayFrom } from './sample-days.js';
import type { SampleInitiative } from './sample-initiative.js';

type Initiative = Awaited<ReturnType<InitiativesReadModel['one']>>;
type Ids = ReadonlyMap<string, string>;

/** What is undertaken: each is made, planned and taken as far as it came. What is there already is not made again. */
@Injectable()
export class SampleInitiativesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly initiatives: InitiativeService,
    private readonly stages: InitiativeStageService,
    private readonly plans: PlanService,
    private readonly read: InitiativesReadModel,
  ) {}

  /** The ids by their keys. */
  async load(
    cast: SampleCast,
    samples: readonly SampleInitiative[],
    { painPoints, opportunities }: { painPoints: Ids; opportunities: Ids },
  ): Promise<ReadonlyMap<string, string>> {
    const office = memberOf(cast, 'Lin Yue');
    const rows = await this.unitOfWork.read(office, ({ query, organizationId }) =>
      query<{ title: string; id: string }>('SELECT title, id FROM initiative WHERE organization_id = $1', [
        organizationId,
      ]),
    );
    const known = new Map(rows.map(({ title, id }) => [title, id]));
    const ids = new Map<string, string>();
    for (const sample of samples) {
      const there = known.get(sample.title);
      const opportunity = opportunities.get(sample.opportunity ?? '') ?? null;
      const input = inputOf(sample, cast, painPoints);
      const one = there
        ? await this.read.one(office, there)
        : await this.initiatives.create(office, input, opportunity);
      ids.set(sample.key, one.id);
      await this.plan(cast, sample, one);
    }
    for (const { key, needs = [] } of samples)
      for (const [other, note] of needs) await this.plans.need(office, ids.get(key)!, ids.get(other)!, note);
    return ids;
  }

  private async plan(cast: SampleCast, sample: SampleInitiative, one: Initiative): Promise<void> {
    const owner = actorOf(cast, sample);
    const { id } = one;
    for (const [name, due, reached] of sample.milestones ?? []) {
      if (one.milestones.some((known) => known.name === name)) continue;
      const reachedOn = reached === undefined ? null : dayFrom(reached);
      await this.plans.milestone(owner, id, null, { name, dueOn: dayFrom(due), reachedOn });
    }
    for (const [text, by, due, state] of sample.actions ?? []) {
      if (one.actions.some((known) => known.text === text)) continue;
      const given = { text, ownerId: memberOf(cast, by).membershipId, dueOn: dayFrom(due) };
      const { actions } = await this.plans.action(owner, id, null, given);
      const action = actions.find((known) => known.text === text);
      if (state && action) await this.plans.actionState(owner, action.id, action.version, state as ActionStateEnum);
    }
    for (const [text, likelihood, impact, answer, state] of sample.risks ?? []) {
      if (one.risks.some((known) => known.text === text)) continue;
      await this.plans.risk(owner, id, null, { text, likelihood, impact, answer, state: state as RiskStateEnum });
    }
    for (const [day, health, text] of sample.reports ?? []) {
      if (one.statusUpdates.some((known) => known.text === text)) continue;
      await this.plans.report(owner, id, { health: health as HealthEnum, text }, atNoonOf(day));
    }
  }

  /**
   * The office opens the stages that are asked for, those first that came first; a launch seals what was promised for it.
   */
  async advance(
    cast: SampleCast,
    samples: readonly SampleInitiative[],
    ids: Ids,
    wanted: readonly InitiativeStageEnum[],
  ): Promise<void> {
    const office = memberOf(cast, 'Lin Yue');
    const steps = samples
      .flatMap((sample) =>
        (sample.stages ?? []).map(([to, day, reason = '']) => ({ sample, to: to as InitiativeStageEnum, day, reason })),
      )
      .filter(({ to }) => wanted.includes(to))
      .sort((one, other) => one.day - other.day);
    const seen = new Map<string, Initiative>();
    for (const { sample, to, day, reason } of steps) {
      const known = ids.get(sample.key)!;
      const { id, version, history } = seen.get(known) ?? (await this.read.one(office, known));
      if (history.some((change) => change.to === to)) continue;
      const launched = to === InitiativeStageEnum.LAUNCHED;
      const launchedOn = launched ? (sample.launchedOn ?? dayFrom(day)) : null;
      const at = launchedOn === null ? atNoonOf(day) : new Date(`${launchedOn}T09:00:00Z`);
      seen.set(known, await this.stages.enter(office, id, version, { to, reason, launchedOn }, at));
    }
  }

  /** Services stamp the present, but these were begun, reported on and moved in the course of two years. */
  async dateBack(system: SystemPrincipal, samples: readonly SampleInitiative[], ids: Ids): Promise<void> {
    const begun = samples.map(({ key, proposed }) => ({ id: ids.get(key), proposed }));
    await this.unitOfWork.work(system, async ({ query, organizationId }) => {
      await query(
        `UPDATE initiative i SET created_at = now() + make_interval(days => g.proposed),
           stage_since = CASE WHEN i.stage = 'proposed' THEN now() + make_interval(days => g.proposed) ELSE i.stage_since END
         FROM jsonb_to_recordset($2) g (id uuid, proposed int) WHERE i.organization_id = $1 AND i.id = g.id`,
        [organizationId, JSON.stringify(begun)],
      );
      await query(
        `UPDATE action a SET created_at = i.created_at,
           finished_at = CASE WHEN a.finished_at IS NOT NULL THEN least(a.finished_at, a.due_on::timestamptz) END
         FROM initiative i WHERE a.organization_id = $1 AND i.organization_id = $1 AND i.id = a.initiative_id AND i.id = ANY($2)`,
        [organizationId, [...ids.values()]],
      );
    });
  }
}

/** Owners look after what is theirs, where they may; the office does for the others. */
export function actorOf(cast: SampleCast, { owner, team }: SampleInitiative): MemberPrincipal {
  const member = memberOf(cast, owner);
  const may = member.role === 'programme_office' || member.teamIds.includes(cast.teams.get(team) ?? '');
  return may ? member : memberOf(cast, 'Lin Yue');
}

function inputOf(sample: SampleInitiative, cast: SampleCast, painPoints: Ids) {
  const { title, value, effort, starts, due, reportEvery, cost, team, opportunity } = sample;
  const [hypothesisChange, hypothesisEffect, hypothesisReason] = sample.believe;
  const minor = (pounds: number | undefined): number | null => (pounds === undefined ? null : pounds * 100);
  const painPointIds = idsOf(painPoints, sample.painPoints);
  return {
    title,
    hypothesisChange,
    hypothesisEffect,
    hypothesisReason,
    value: value ?? null,
    effort: effort ?? null,
    teamId: cast.teams.get(team) ?? null,
    ownerId: memberOf(cast, sample.owner).membershipId,
    sponsorId: memberOf(cast, sample.sponsor).membershipId,
    startsOn: starts === undefined ? null : dayFrom(starts),
    dueOn: due === undefined ? null : dayFrom(due),
    currency: cost ? 'GBP' : null,
    costPlannedMinor: minor(cost?.[0]),
    costActualMinor: minor(cost?.[1]),
    updateEveryDays: reportEvery ?? null,
    touchpointIds: idsOf(cast.touchpoints, sample.touchpoints),
    // Those of its opportunity come along where no others are named.
    painPointIds: opportunity && painPointIds.length === 0 ? null : painPointIds,
  };
}
