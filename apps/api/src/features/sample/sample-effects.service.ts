import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import {
  type EffectDirectionEnum,
  type EffectGrainEnum,
  type EffectMethodEnum,
  EffectService,
  JudgeEffectsService,
} from '../effects/index.js';
import type { SampleCast } from './sample-cast.js';
import { atNoonOf } from './sample-days.js';
import type { SampleEffect } from './sample-effect.js';
import type { SampleInitiative } from './sample-initiative.js';
import { actorOf } from './sample-initiatives.service.js';

const DAY_MS = 86_400_000;
/** An evaluation waits for late observations as long as this, and then does without them. */
const PATIENCE_DAYS = 14;

/** What was promised before each launch, and what the observations say of it on the day that was agreed. */
@Injectable()
export class SampleEffectsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly effects: EffectService,
    private readonly judges: JudgeEffectsService,
  ) {}

  /** Each on the morning of its launch, or lately where that is to come. */
  async register(
    cast: SampleCast,
    samples: readonly SampleInitiative[],
    ids: ReadonlyMap<string, string>,
    system: SystemPrincipal,
  ): Promise<void> {
    const rows = await this.unitOfWork.read(system, ({ query, organizationId }) =>
      query<{ id: string }>('SELECT initiative_id AS id FROM effect_registration WHERE organization_id = $1', [
        organizationId,
      ]),
    );
    const known = new Set(rows.map(({ id }) => id));
    for (const sample of samples) {
      const id = ids.get(sample.key)!;
      const metricId = cast.metrics.get(sample.effect?.metric ?? '');
      if (!sample.effect || !metricId || known.has(id)) continue;
      const launch = Date.parse(`${sample.effect.launchOn}T07:00:00Z`);
      const at = new Date(Math.min(launch, atNoonOf(-3).getTime()));
      await this.effects.register(actorOf(cast, sample), id, inputOf(sample.effect, metricId), at);
    }
  }

  /** The days on which somebody should have looked: those of the evaluations, and when nobody waits any longer. */
  daysToJudge(samples: readonly SampleInitiative[]): string[] {
    const today = new Date().toISOString().slice(0, 10);
    const days = samples.flatMap(({ effect }) =>
      effect ? [effect.evaluateOn, dayAfter(effect.evaluateOn, PATIENCE_DAYS)] : [],
    );
    return [...new Set(days), today].filter((day) => day <= today).sort();
  }

  async judge(system: SystemPrincipal, day: string): Promise<void> {
    await this.judges.judgeDue(system, undefined, day);
  }
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const inputOf = (effect: SampleEffect, metricId: string) => ({
  metricId,
  direction: effect.direction as EffectDirectionEnum,
  expectedChange: effect.change,
  method: effect.method as EffectMethodEnum,
  grain: effect.grain as EffectGrainEnum,
  baselineFrom: effect.baselineFrom,
  baselineTo: effect.baselineTo,
  launchOn: effect.launchOn,
  settlingDays: effect.settlingDays,
  evaluateOn: effect.evaluateOn,
  watchDays: effect.watchDays,
  minimumN: effect.minimumN,
  alpha: null,
  power: null,
});
