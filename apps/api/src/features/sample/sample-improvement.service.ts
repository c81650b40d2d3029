import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { GatedStageEnum, InitiativeStageService } from '../initiatives/index.js';
import { HARBOUR_DECISIONS } from './harbour-decisions.js';
import { HARBOUR_FEEDBACK } from './harbour-feedback.js';
import { HARBOUR_INITIATIVES } from './harbour-initiatives.js';
import { HARBOUR_OPPORTUNITIES } from './harbour-opportunities.js';
import { HARBOUR_PAIN_POINTS } from './harbour-pain-points.js';
import { castOf, memberOf } from './sample-cast.js';
import { SampleDecisionsService } from './sample-decisions.service.js';
import { SampleFeedbackService } from './sample-feedback.service.js';
import { SampleInitiativesService } from './sample-initiatives.service.js';
import { SampleOpportunitiesService } from './sample-opportunities.service.js';
import { SamplePainPointsService } from './sample-pain-points.service.js';

/**
 * The way from what was said to what was done about it. Once it is whole it is left alone, so that what people do with it stays;
 * a start that was broken off goes on where it stopped.
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
    private readonly gates: InitiativeStageService,
  ) {}

  async load(system: SystemPrincipal): Promise<void> {
    if (await this.isWhole(system)) return;
    const cast = await castOf(this.unitOfWork, system);
    const office = memberOf(cast, 'Lin Yue');
    const painPoints = await this.painPoints.load(office, cast, HARBOUR_PAIN_POINTS);
    await this.feedback.load(system, cast, HARBOUR_FEEDBACK, painPoints);
    const opportunities = await this.opportunities.load(office, HARBOUR_OPPORTUNITIES, painPoints);
    const ids = await this.initiatives.load(cast, HARBOUR_INITIATIVES, { painPoints, opportunities });
    await this.decisions.load(cast, HARBOUR_DECISIONS, ids);
    // What was begun without a decision was begun before one was demanded.
    const gated = new Set(HARBOUR_DECISIONS.filter(({ opens }) => opens).map(({ initiative }) => initiative));
    const isGated = ({ key }: { key: string }): boolean => gated.has(key);
    await this.initiatives.advance(
      cast,
      HARBOUR_INITIATIVES.filter((one) => !isGated(one)),
      ids,
    );
    await this.gates.setGates(office, [GatedStageEnum.APPROVED]);
    await this.initiatives.advance(cast, HARBOUR_INITIATIVES.filter(isGated), ids);
    await this.painPoints.move(office, HARBOUR_PAIN_POINTS);
    await this.feedback.dateBack(system, HARBOUR_FEEDBACK);
    await this.initiatives.dateBack(system, HARBOUR_INITIATIVES, ids);
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
