import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { DecisionService, type VerdictOnDecisionEnum } from '../decisions/index.js';
import type { GatedStageEnum } from '../initiatives/index.js';
import { memberOf, type SampleCast } from './sample-cast.js';
import { atNoonOf, dayFrom } from './sample-days.js';
import type { SampleDecision } from './sample-initiative.js';

/** What was put to those who decide, what they said, and what became of what they expected. */
@Injectable()
export class SampleDecisionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionService,
  ) {}

  async load(
    cast: SampleCast,
    samples: readonly SampleDecision[],
    initiatives: ReadonlyMap<string, string>,
  ): Promise<void> {
    const office = memberOf(cast, 'Lin Yue');
    const known = await this.kept(office);
    for (const sample of samples) {
      const { id, state, version, scored } = known.get(sample.question) ?? (await this.ask(cast, sample, initiatives));
      const { decided, cameTrue } = sample;
      let seen = version;
      if (decided && state === 'waiting') seen = (await this.decide(cast, sample, id, version)).version;
      if (cameTrue && !scored) await this.decisions.score(office, id, seen, cameTrue[0], atNoonOf(cameTrue[1]));
    }
  }

  private async ask(cast: SampleCast, sample: SampleDecision, initiatives: ReadonlyMap<string, string>): Promise<Kept> {
    const { question, evidence, opens, options = [], due, forecast } = sample;
    const target = {
      initiativeId: initiatives.get(sample.initiative ?? '') ?? null,
      opensStage: (opens ?? null) as GatedStageEnum | null,
    };
    const input = {
      question,
      evidence,
      deciderId: memberOf(cast, sample.decider).membershipId,
      dueOn: due === undefined ? null : dayFrom(due),
      forecast,
      options: options.map(([title, description]) => ({ title, description })),
    };
    const asked = await this.decisions.ask(memberOf(cast, sample.askedBy), target, input, atNoonOf(sample.asked));
    return { id: asked.id, question, state: asked.state, version: asked.version, scored: false };
  }

  private async decide(cast: SampleCast, sample: SampleDecision, id: string, version: number): Promise<Kept> {
    const { outcome, day, rationale, option, probability } = sample.decided!;
    const decider = memberOf(cast, sample.decider);
    const [chosen] = await this.unitOfWork.read(decider, ({ query, organizationId }) =>
      query<{ id: string }>(
        'SELECT id FROM decision_option WHERE organization_id = $1 AND decision_id = $2 AND title = $3',
        [organizationId, id, option ?? ''],
      ),
    );
    const said = {
      outcome: outcome as VerdictOnDecisionEnum,
      rationale,
      optionId: chosen?.id,
      forecastProbability: probability,
    };
    const { state, version: now } = await this.decisions.decide(decider, id, version, said, atNoonOf(day));
    return { id, question: sample.question, state, version: now, scored: false };
  }

  private async kept(member: MemberPrincipal): Promise<Map<string, Kept>> {
    const rows = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<Kept>(
        `SELECT id, question, state, version, forecast_came_true IS NOT NULL AS scored FROM decision WHERE organization_id = $1`,
        [organizationId],
      ),
    );
    return new Map(rows.map((row) => [row.question, row]));
  }
}

interface Kept {
  readonly id: string;
  readonly question: string;
  readonly state: string;
  readonly version: number;
  readonly scored: boolean;
}
