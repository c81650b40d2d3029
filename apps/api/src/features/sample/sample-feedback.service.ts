import { Injectable } from '@nestjs/common';
import { languageOf } from '@touchstone/domain';
import { v5 as uuidv5 } from 'uuid';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { keepFeedback, TriageService } from '../feedback/index.js';
import { memberOf, type SampleCast } from './sample-cast.js';
import type { SampleFeedback } from './sample-feedback.js';

const DAY_MS = 86_400_000;
/** Triaged side by side: they wait for their commits more than for one another. */
const TOGETHER = 4;

interface Kept {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly version: number;
}

/** What was said, and what became of it. What is there is not said again, and what somebody has triaged since stays so. */
@Injectable()
export class SampleFeedbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly triage: TriageService,
  ) {}

  async load(
    system: SystemPrincipal,
    cast: SampleCast,
    feedback: readonly SampleFeedback[],
    painPoints: ReadonlyMap<string, string>,
  ): Promise<void> {
    const keys = keysOf(system, feedback);
    const known = await this.kept(system);
    await this.unitOfWork.write(system, async (transaction) => {
      for (const [index, said] of feedback.entries()) {
        if (known.has(keys[index] as string)) continue;
        await keepFeedback(transaction, {
          ...said,
          saidAt: new Date(saidAt(said, index)),
          touchpointId: cast.touchpoints.get(said.touchpoint ?? ''),
          personaId: cast.personas.get(said.persona ?? ''),
          metricId: cast.metrics.get(said.metric ?? ''),
          naturalKey: keys[index],
        });
      }
    });
    const now = await this.kept(system);
    const open = feedback.flatMap((said, index) => {
      const kept = now.get(keys[index] as string);
      return kept?.state === 'new' && kept.version === 1 && said.state !== 'new' ? [{ said, kept }] : [];
    });
    const act = async ({ said, kept: { id, version } }: (typeof open)[number]): Promise<void> => {
      const member = memberOf(cast, languageOf(said.text) === 'zh' ? '林悦' : 'Lin Yue');
      if (said.state === 'dismissed') await this.triage.dismiss(member, id, version, said.reason ?? '');
      const painPointId = painPoints.get(said.painPoint ?? '');
      if (said.state === 'linked' && painPointId) await this.triage.link(member, id, version, painPointId, null);
      const into = said.into === null ? undefined : now.get(keys[said.into] as string);
      if (said.state === 'merged' && into) await this.triage.merge(member, id, version, into.id);
    };
    for (let first = 0; first < open.length; first += TOGETHER)
      await Promise.all(open.slice(first, first + TOGETHER).map(act));
  }

  /** Services stamp the present, but it came in when it was said and was looked at some days later. */
  async dateBack(system: SystemPrincipal, feedback: readonly SampleFeedback[]): Promise<void> {
    await this.unitOfWork.work(system, async ({ query, organizationId }) => {
      await query(
        `UPDATE feedback SET created_at = said_at + interval '40 minutes',
           triaged_at = CASE WHEN triaged_at IS NOT NULL THEN
             least(triaged_at, said_at + make_interval(hours => 20 + ('x' || substr(md5(text), 1, 2))::bit(8)::int)) END
         WHERE organization_id = $1 AND natural_key = ANY($2)`,
        [organizationId, keysOf(system, feedback)],
      );
    });
  }

  private async kept(system: SystemPrincipal): Promise<Map<string, Kept>> {
    const rows = await this.unitOfWork.read(system, ({ query, organizationId }) =>
      query<Kept>('SELECT id, natural_key AS key, state, version FROM feedback WHERE organization_id = $1', [
        organizationId,
      ]),
    );
    return new Map(rows.map((row) => [row.key, row]));
  }
}

const keysOf = (system: SystemPrincipal, feedback: readonly SampleFeedback[]): string[] =>
  feedback.map(({ text }) => uuidv5(text, system.organizationId));

/** Between eight and twenty o'clock, each at a minute of its own. */
const saidAt = ({ daysAgo }: SampleFeedback, index: number): number =>
  Math.min(
    Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS + (480 + ((index * 137) % 720)) * 60_000,
    Date.now(),
  );
