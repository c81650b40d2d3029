import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { AssessmentCommands, type AssessmentInput, AssessmentsReadModel, parseToken } from '../assessments/index.js';
import { ModelCache, ResponseService, SubmitAnswersService } from '../responses/index.js';
import type { SampleGroup, SampleWave } from './harbour-bank.js';
import { sampleResponse } from './sample-answers.js';

const DAY = 24 * 3600 * 1000;
const RESULTS_WITHIN_MS = 120_000;
/** People who answer in the same moment: their answers share a transaction. */
const TOGETHER = 16;

/** Waves of the sample programme: drafted, opened, answered by a few people at a time, and closed, all by the services that people use. */
@Injectable()
export class SampleWaveService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: AssessmentCommands,
    private readonly assessments: AssessmentsReadModel,
    private readonly responses: ResponseService,
    private readonly submissions: SubmitAnswersService,
    private readonly models: ModelCache,
  ) {}

  async load(
    system: SystemPrincipal,
    modelVersionId: string,
    wave: SampleWave,
    until: 'open' | 'published',
  ): Promise<void> {
    let assessment = await this.find(system, modelVersionId, wave);
    if (assessment.state === 'draft')
      assessment = await this.commands.take(system, 'open', assessment.id, assessment.version);
    if (assessment.state === 'open') await this.answer(system, assessment.id, wave);
    if (until === 'open') return;
    if (assessment.state === 'open')
      assessment = await this.commands.take(system, 'close', assessment.id, assessment.version);
    if (assessment.state === 'closed') {
      await this.resultsOf(system, assessment.id);
      await this.commands.take(system, 'publish', assessment.id, assessment.version);
      await this.moveToThePast(system, assessment.id, wave);
    }
  }

  private async find(system: SystemPrincipal, modelVersionId: string, wave: SampleWave) {
    const [known] = await this.unitOfWork.read(system, (transaction) =>
      transaction.query<{ id: string }>('SELECT id FROM assessment WHERE organization_id = $1 AND name = $2', [
        system.organizationId,
        wave.name,
      ]),
    );
    if (known) return this.assessments.one(system, known.id);
    const input = {
      name: wave.name,
      purpose: wave.purpose,
      modelVersionId,
      scopeKind: 'organization',
      periodStart: wave.periodStart,
      periodEnd: wave.periodEnd,
      deadline: new Date(Math.ceil(Date.now() / DAY) * DAY + 21 * DAY),
      anonymity: 'anonymous',
      raterGroups: wave.groups.map(({ kind, name, expected }) => ({ kind, name, expectedSize: expected })),
    } as unknown as AssessmentInput;
    return this.commands.create(system, input, null);
  }

  /** Goes on from however many answered before, so that after a start that was broken off as many have answered as always. */
  private async answer(system: SystemPrincipal, assessmentId: string, wave: SampleWave): Promise<void> {
    const assessment = await this.assessments.one(system, assessmentId);
    const { model } = await this.unitOfWork.read(system, (transaction) =>
      this.models.get(transaction, assessment.modelVersionId),
    );
    for (const group of wave.groups) {
      const stored = assessment.raterGroups.find(({ name }) => name === group.name);
      const link = parseToken((stored?.link ?? '').split('#')[1] ?? '');
      if (!stored || !link) throw new Error(`The sample group ${group.name} has no link.`);
      const behindLink = { kind: 'respondent' as const, locale: 'en', ...link };
      for (let first = stored.submitted; first < group.answered; first += TOGETHER) {
        const people = Array.from({ length: Math.min(TOGETHER, group.answered - first) }, (_, next) => first + next);
        await Promise.all(people.map((person) => this.submit(behindLink, model, wave, group, person)));
      }
    }
  }

  private async submit(
    behindLink: Parameters<ResponseService['begin']>[0],
    model: Parameters<typeof sampleResponse>[0],
    wave: SampleWave,
    group: SampleGroup,
    person: number,
  ): Promise<void> {
    const { token } = await this.responses.begin(behindLink);
    const seat = parseToken(token);
    if (!seat) throw new Error('A seat without a link.');
    const { locale, answers } = sampleResponse(model, wave, group, person);
    await this.submissions.submit({ kind: 'respondent', locale, ...seat }, answers, locale);
  }

  private async resultsOf(system: SystemPrincipal, assessmentId: string): Promise<void> {
    const until = Date.now() + RESULTS_WITHIN_MS;
    while (Date.now() < until) {
      const { resultsComputedAt } = await this.assessments.one(system, assessmentId);
      if (resultsComputedAt) return;
      await new Promise((wake) => setTimeout(wake, 200));
    }
    throw new Error('The results of the sample wave were not computed in time; see the page of jobs.');
  }

  /** Services stamp the present, but a programme needs a past: the wave ran in spring. */
  private async moveToThePast(system: SystemPrincipal, assessmentId: string, wave: SampleWave): Promise<void> {
    const end = new Date(`${wave.periodEnd}T16:00:00Z`).getTime();
    const at = (days: number): Date => new Date(end + days * DAY);
    await this.unitOfWork.work(system, async (transaction) => {
      await transaction.query(
        `UPDATE assessment SET created_at = $3, opened_at = $4, deadline = $5, closed_at = $6, published_at = $7
         WHERE organization_id = $1 AND id = $2`,
        [system.organizationId, assessmentId, at(-45), at(-40), at(-12), at(-12), at(-5)],
      );
      await transaction.query(
        `UPDATE submission SET submitted_on = $3::date - (('x' || substr(id::text, 1, 4))::bit(16)::int % 28)
         WHERE organization_id = $1 AND assessment_id = $2`,
        [system.organizationId, assessmentId, at(-12)],
      );
      transaction.audit({ act: 'sample.dated_back', objectKind: 'Assessment', objectId: assessmentId });
    });
  }
}
