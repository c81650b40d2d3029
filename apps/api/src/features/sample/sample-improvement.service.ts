import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { GatedStageEnum, InitiativeStageEnum as Stage, InitiativeStageService } from '../initiatives/index.js';
import { HARBOUR_BENEFITS } from './harbour-benefits.js';
import { HARBOUR_DECISIONS } from './harbour-decisions.js';
import { HARBOUR_FEEDBACK } from './harbour-feedback.js';
import { HARBOUR_INITIATIVES } from './harbour-initiatives.js';
import { HARBOUR_OPPORTUNITIES } from './harbour-opportunities.js';
import { HARBOUR_PAIN_POINTS } from './harbour-pain-points.js';
import { HARBOUR_RANKINGS, HARBOUR_WEIGHTS } from './harbour-ranking.js';
import { SampleBenefitsService } from './sample-benefits.service.js';
import { castOf, memberOf, type SampleCast } from './sample-cast.js';
import { SampleDecisionsService } from './sample-decisions.service.js';
import { SampleEffectsService } from './sample-effects.service.js';
import { SampleFeedbackService } from './sample-feedback.service.js';
import { SampleInitiativesService } from './sample-initiatives.service.js';
import { SampleOpportunitiesService } from './sample-opportunities.service.js';
import { SamplePainPointsService } from './sample-pain-points.service.js';
import { SampleRankingService } from './sample-ranking.service.js';

/** Agreed upon and worked on, or given up: all that needs no observations. */
const BEFORE_LAUNCH = [Stage.APPROVED, Stage.IN_PROGRESS, Stage.WITHDRAWN];

/** What stands before effects can be promised and judged. */
export interface BegunImprovement {
  readonly cast: SampleCast;
  readonly initiatives: ReadonlyMap<string, string>;
}

/**
 * The way from what was said to what was done about it, and to whether that helped. Once it is whole it is left alone, so that what
 * people do with it stays; a start that was broken off goes on where it stopped.
 */
@Injectable()
export class SampleImprovementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: SamplePainPointsService,
    private readonly feedback: SampleFeedbackService,
    private readonly opportunities: SampleOpportunitiesService,
    private readonly initiatives: SampleInitiativesService,
    private readonly decisions: SampleDecisionsService,
    private readonly rankings: SampleRankingService,
    private readonly effects: SampleEffectsService,
    private readonly benefits: SampleBenefitsService,
    private readonly gates: InitiativeStageService,
  ) {}

  /** Everything up to the launches; null where it is whole already. */
  async begin(system: SystemPrincipal): Promise<BegunImprovement | null> {
    if (await this.isWhole(system)) return null;
    const cast = await castOf(this.unitOfWork, system);
    const office = memberOf(cast, 'Lin Yue');
    const painPoints = await this.painPoints.load(office, cast, HARBOUR_PAIN_POINTS);
    await this.feedback.load(system, cast, HARBOUR_FEEDBACK, painPoints);
    const opportunities = await this.opportunities.load(office, HARBOUR_OPPORTUNITIES, painPoints);
    await this.rankings.weigh(office, cast, HARBOUR_WEIGHTS);
    await this.rankings.load(cast, HARBOUR_RANKINGS, opportunities);
    const ids = await this.initiatives.load(cast, HARBOUR_INITIATIVES, { painPoints, opportunities });
    await this.decisions.load(cast, HARBOUR_DECISIONS, ids);
    // What was begun without a decision was begun before one was demanded.
    const gated = new Set(HARBOUR_DECISIONS.filter(({ opens }) => opens).map(({ initiative }) => initiative));
    const freely = HARBOUR_INITIATIVES.filter(({ key }) => !gated.has(key));
    await this.initiatives.advance(cast, freely, ids, BEFORE_LAUNCH);
    await this.gates.setGates(office, [GatedStageEnum.APPROVED]);
    await this.initiatives.advance(cast, HARBOUR_INITIATIVES, ids, BEFORE_LAUNCH);
    return { cast, initiatives: ids };
  }

  /** The rest, once the observations are there: promises, launches, verdicts, and what follows from them. */
  async finish(system: SystemPrincipal, { cast, initiatives: ids }: BegunImprovement): Promise<void> {
    const office = memberOf(cast, 'Lin Yue');
    // Metrics may have come in while the rest was begun.
    const today = await castOf(this.unitOfWork, system);
    await this.effects.register(today, HARBOUR_INITIATIVES, ids, system);
    await this.benefits.load(cast, HARBOUR_BENEFITS, ids, system);
    await this.initiatives.advance(cast, HARBOUR_INITIATIVES, ids, [Stage.LAUNCHED]);
    await this.initiatives.advance(cast, HARBOUR_INITIATIVES, ids, [Stage.EVALUATING]);
    await this.painPoints.move(office, HARBOUR_PAIN_POINTS);
    for (const day of this.effects.daysToJudge(HARBOUR_INITIATIVES)) {
      await this.effects.judge(system, day);
      const judged = HARBOUR_INITIATIVES.filter(({ effect }) => effect && effect.evaluateOn <= day);
      await this.initiatives.advance(cast, judged, ids, [Stage.CLOSED]);
    }
    await this.feedback.dateBack(system, HARBOUR_FEEDBACK);
    await this.initiatives.dateBack(system, HARBOUR_INITIATIVES, ids);
    await this.benefits.dateBack(system);
    await this.unitOfWork.work(system, async ({ audit, organizationId }) =>
      audit({ act: WHOLE, objectKind: 'Organization', objectId: organizationId }),
    );
  }

  private async isWhole(system: SystemPrincipal): Promise<boolean> {
    const found = await this.unitOfWork.read(system, ({ query, organizationId }) =>
      query('SELECT FROM audit_event WHERE organization_id = $1 AND act = $2 LIMIT 1', [organizationId, WHOLE]),
    );
    return found.length > 0;
  }
}

const WHOLE = 'sample.improvement_loaded';
