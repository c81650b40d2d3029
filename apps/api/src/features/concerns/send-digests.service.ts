import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type DigestCadence, digestIsDue, USUAL_DIGEST } from '@touchstone/domain';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { JobHandlers, type JobRun } from '../../platform/jobs/job-handlers.js';
import { Sweeps } from '../../platform/jobs/sweeps.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type Addressee, writeToEach } from '../../platform/mail/write-to-each.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { concernsOf } from './concerns-sql.js';
import { digestSweep, sendDigestsJob } from './concerns.jobs.js';
import { digestLetter, type DigestLetterFacts } from './digest-letter.js';

/** Letters are there when people begin their day, where the organisation is. */
const NOT_BEFORE_HOUR = 7;
/** What came about longer ago than this is no news, however long nobody was written to. */
const LONGEST_NEWS_DAYS = 14;
const DAY_MS = 86_400_000;
const LETTERS_PER_JOB = 100;

interface Candidate {
  readonly membershipId: string;
  readonly cadence: DigestCadence | null;
  readonly lastAt: Date | null;
  readonly lastOn: string | null;
  readonly today: string;
  readonly weekStart: number;
}

type DigestReader = Addressee & Omit<DigestLetterFacts, 'to' | 'publicUrl'>;

/** Gathers for each member what concerns them, in one letter of their cadence; whom nothing concerns is left in peace. */
@Injectable()
export class SendDigestsService implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(digestSweep, (principal) => this.enqueueDue(principal));
    this.handlers.register(sendDigestsJob, (run) => this.send(run));
  }

  /** The mark that a letter of this day went out and the job that sends it come about together: once a day, whatever dies, and
   * however many processes look at the same moment. */
  async enqueueDue(principal: SystemPrincipal, now = new Date()): Promise<void> {
    await this.unitOfWork.work(principal, async (transaction) => {
      const { query, organizationId } = transaction;
      await query(`SELECT pg_advisory_xact_lock(hashtextextended('digests:' || $1, 0))`, [organizationId]);
      const candidates = await query<Candidate>(CANDIDATES, [organizationId, now, NOT_BEFORE_HOUR]);
      const due = candidates.filter(({ cadence, today, lastOn, weekStart }) =>
        digestIsDue(cadence ?? USUAL_DIGEST, today, lastOn, weekStart),
      );
      const earliest = now.getTime() - LONGEST_NEWS_DAYS * DAY_MS;
      const people = due.map(({ membershipId, lastAt }) => ({
        membershipId,
        since: new Date(Math.max(earliest, lastAt?.getTime() ?? 0)).toISOString(),
      }));
      if (people.length === 0) return;
      await query(MARK, [
        organizationId,
        people.map(({ membershipId }) => membershipId),
        now,
        due[0]!.today,
        USUAL_DIGEST,
      ]);
      for (let start = 0; start < people.length; start += LETTERS_PER_JOB)
        await enqueue(transaction, sendDigestsJob, { people: people.slice(start, start + LETTERS_PER_JOB) });
    });
  }

  private async send(run: JobRun<{ people: { membershipId: string; since: string }[] }>): Promise<object> {
    const { people } = run.payload;
    const readers = await this.unitOfWork.work(run.principal, ({ query, organizationId }) =>
      query<DigestReader>(READERS, [
        organizationId,
        people.map(({ membershipId }) => membershipId),
        people.map(({ since }) => since),
      ]),
    );
    const concerned = readers.filter(({ waiting, news }) => waiting.length + news.length > 0);
    const { publicUrl } = this.config;
    const told = await writeToEach(run, this.mailer, concerned, ({ email, ...facts }) =>
      digestLetter({ ...facts, to: email, publicUrl }),
    );
    return { ...told, quiet: readers.length - concerned.length };
  }
}

/** Everybody who can be written to, once it is late enough in the day. */
const CANDIDATES = `
  SELECT p.id AS "membershipId", g.cadence, g.last_at AS "lastAt", g.last_on::text AS "lastOn", o.week_start AS "weekStart",
    ($2::timestamptz AT TIME ZONE o.time_zone)::date::text AS today
  FROM membership p JOIN organization o ON o.id = p.organization_id
  LEFT JOIN digest g ON g.organization_id = p.organization_id AND g.membership_id = p.id
  WHERE p.organization_id = $1 AND p.valid_to IS NULL AND p.account_id IS NOT NULL
    AND extract(hour FROM $2::timestamptz AT TIME ZONE o.time_zone) >= $3
  ORDER BY p.id`;

const MARK = `
  INSERT INTO digest (organization_id, membership_id, cadence, last_at, last_on) SELECT $1, m, $5, $3, $4 FROM unnest($2::uuid[]) m
  ON CONFLICT (organization_id, membership_id) DO UPDATE SET last_at = excluded.last_at, last_on = excluded.last_on`;

const READERS = `
  SELECT p.id AS "membershipId", p.email, p.name, c.locale, o.name AS "organizationName", d.today::text AS today, ${concernsOf('s.since')}
  FROM unnest($2::uuid[], $3::timestamptz[]) s(membership_id, since)
  JOIN membership p ON p.organization_id = $1 AND p.id = s.membership_id AND p.valid_to IS NULL
  JOIN account c ON c.id = p.account_id
  JOIN organization o ON o.id = p.organization_id
  CROSS JOIN LATERAL (SELECT o.time_zone, (now() AT TIME ZONE o.time_zone)::date AS today) d
  ORDER BY p.id`;
