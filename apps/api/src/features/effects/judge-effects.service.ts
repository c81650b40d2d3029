import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Day, confoundedWith, type EffectGrain, type RunningEffect, runningEffect } from '@touchstone/domain';
import type { Logger } from 'pino';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { Sweeps } from '../../platform/jobs/sweeps.js';
import { LOGGER } from '../../platform/logging/logger.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { todayOf } from '../touchpoints/index.js';
import { AfterVerdict } from './after-verdict.js';
import { RUNNING } from './check-effect.js';
import { type EffectRow, registrationOf } from './effect-row.js';
import { readEffect } from './effect-series.js';
import { latestVerdict } from './effect-sql.js';
import { judgeEffectJob, judgeEffectsSweep } from './effects.jobs.js';
import { computeVerdict, type ProvenGain } from './compute-verdict.js';
import { keepVerdict } from './keep-verdict.js';

/** How long an evaluation waits for observations that have not been imported yet. */
const PATIENCE_DAYS = 14;
/** A proven gain is looked at as often as this, from the day on that enough of it can be seen. */
const WATCH_EVERY_DAYS = 28;
const DAYS: Readonly<Record<EffectGrain, number>> = { day: 1, week: 7, month: 31 };
const FEWEST_WATCHED = 8;

interface Candidate {
  readonly row: EffectRow;
  readonly today: Day;
  readonly evaluation: string | null;
  readonly watch: string | null;
  readonly lastWatchedOn: Day | null;
  readonly proven: ProvenGain | null;
}

export type Judged = 'judged' | 'not_due' | 'waiting';

/** Judges what is due. Any number of these may run at once, and any of them may be cut off: a verdict is kept whole or not at all. */
@Injectable()
export class JudgeEffectsService implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly after: AfterVerdict,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.handlers.register(judgeEffectJob, async ({ principal, payload }) => ({
      outcome: await this.judge(principal, payload.registrationId, true),
    }));
    this.sweeps.register(judgeEffectsSweep, async (principal, signal) => {
      await this.judgeDue(principal, signal);
    });
  }

  /**
   * Gives how many were judged. One that cannot be computed does not keep the others waiting. `asOf` is a day that has passed,
   * where a history is taken in: each day sees what was there by then.
   */
  async judgeDue(principal: SystemPrincipal, signal?: AbortSignal, asOf: Day | null = null): Promise<number> {
    const due = await this.unitOfWork.work(principal, (transaction) => candidates(transaction, null, asOf));
    let judged = 0;
    for (const candidate of due) {
      if (signal?.aborted) break;
      if (occasionOf(candidate) === null) continue;
      const { id } = candidate.row;
      try {
        if ((await this.judge(principal, id, false, asOf)) === 'judged') judged += 1;
      } catch (error) {
        const err = error instanceof Error ? { message: error.message, stack: error.stack } : String(error);
        this.logger.error(
          { registrationId: id, organizationId: principal.organizationId, err },
          'an effect was not judged',
        );
      }
    }
    return judged;
  }

  /** By the clock, or because somebody asks, who may also have an insufficient verdict looked at again. */
  judge(principal: SystemPrincipal, id: string, asked = false, asOf: Day | null = null): Promise<Judged> {
    return this.unitOfWork.work(principal, async (transaction) => {
      await lock(transaction, id);
      const [candidate] = await candidates(transaction, id, asOf);
      if (!candidate) return 'not_due';
      const again = asked && candidate.evaluation === 'insufficient' ? 'evaluation' : null;
      const occasion = occasionOf(candidate) ?? again;
      if (occasion === null) return 'not_due';
      const { row, today } = candidate;
      const registration = registrationOf(row);
      const until = occasion === 'evaluation' ? registration.evaluateOn : today;
      const read = await readEffect(transaction, registration, until);
      if (read.pending || (!asked && occasion === 'evaluation' && isLate(read.lastAt, registration.evaluateOn, today)))
        return 'waiting';
      const others = await othersOn(transaction, registration.metricId, registration.initiativeId);
      const input = {
        ...read.input,
        sealedBaseline: row.plan.baseline ?? null,
        confoundedWith: [
          ...new Set(confoundedWith(runningEffect(registration), others).map((other) => other.initiativeId)),
        ],
      };
      const proven = occasion === 'watch' ? candidate.proven : null;
      const verdict = computeVerdict(input, { occasion, until, proven, withheld: read.withheld });
      const verdictId = await keepVerdict(transaction, id, today, verdict);
      if (verdictId === null) return 'not_due';
      await this.after.follow(transaction, {
        verdictId,
        initiativeId: registration.initiativeId,
        verdict: verdict.verdict,
      });
      return 'judged';
    });
  }
}

/** Observations of the last days have not come yet, and may still. */
function isLate(lastAt: Date | null, evaluateOn: Day, today: Day): boolean {
  if (daysBetween(evaluateOn, today) >= PATIENCE_DAYS) return false;
  return lastAt === null || daysBetween(lastAt.toISOString().slice(0, 10), evaluateOn) > 2;
}

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function occasionOf({ row, today, evaluation, watch, lastWatchedOn }: Candidate): 'evaluation' | 'watch' | null {
  if (row.evaluate_on > today) return null;
  if (evaluation === null) return 'evaluation';
  if (evaluation !== 'proven' || watch === 'faded') return null;
  const since = daysBetween(row.evaluate_on, today);
  if (since > row.watch_days || since < FEWEST_WATCHED * DAYS[row.grain]) return null;
  return lastWatchedOn === null || daysBetween(lastWatchedOn, today) >= WATCH_EVERY_DAYS ? 'watch' : null;
}

/** The initiative first and then the registration, in the order in which everybody holds them. */
async function lock({ query, organizationId }: Transaction, id: string): Promise<void> {
  await query(
    `SELECT FROM initiative i WHERE i.organization_id = $1 AND i.id =
       (SELECT r.initiative_id FROM effect_registration r WHERE r.organization_id = $1 AND r.id = $2) FOR UPDATE`,
    [organizationId, id],
  );
  await query('SELECT FROM effect_registration WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
    organizationId,
    id,
  ]);
}

const candidates = (
  { query, organizationId }: Transaction,
  id: string | null,
  asOf: Day | null,
): Promise<Candidate[]> =>
  query<Candidate>(
    `SELECT to_jsonb(r) AS row, d.today::text AS today, ${latestVerdict('evaluation')} AS evaluation,
       ${latestVerdict('watch')} AS watch, ${latestVerdict('watch', 'v.judged_on::text')} AS "lastWatchedOn",
       ${latestVerdict('evaluation', PROVEN_JSON)} AS proven
     FROM effect_registration r CROSS JOIN (SELECT coalesce($3::date, ${todayOf('$1')}) AS today) d
     WHERE r.organization_id = $1 AND ($2::uuid IS NULL OR r.id = $2)
       AND r.sealed_at IS NOT NULL AND r.withdrawn_at IS NULL AND r.evaluate_on <= d.today
       AND ($2::uuid IS NOT NULL OR coalesce(${latestVerdict('evaluation')}, 'proven') = 'proven')
     ORDER BY r.evaluate_on, r.id`,
    [organizationId, id, asOf],
  );

const PROVEN_JSON = `json_build_object('estimate', v.estimate, 'standardError', v.standard_error,
  'bucketsAfter', (v.inputs->>'bucketsAfter')::int)`;

/** What others launched on the metric and have not withdrawn. */
async function othersOn(
  { query, organizationId }: Transaction,
  metricId: string,
  initiativeId: string,
): Promise<RunningEffect[]> {
  const rows = await query<{ running: RunningEffect }>(
    `SELECT ${RUNNING} AS running FROM effect_registration r
     WHERE r.organization_id = $1 AND r.metric_id = $2 AND r.initiative_id <> $3 AND r.sealed_at IS NOT NULL AND r.withdrawn_at IS NULL
     ORDER BY r.launched_on, r.id`,
    [organizationId, metricId, initiativeId],
  );
  return rows.map(({ running }) => running);
}
