import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.module.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { type Addressee, writeToEach } from '../../platform/mail/write-to-each.js';
import { CURRENT_VERSION } from '../metrics/index.js';
import { tellOfVerdictJob } from './effects.jobs.js';
import { verdictLetter, type VerdictLetterFacts } from './verdict-letter.js';

type ToldOfVerdict = Omit<VerdictLetterFacts, 'publicUrl' | 'to'> & Addressee;

/** Writes one letter to owner and sponsor, once, however often the job is delivered. */
@Injectable()
export class TellOfVerdictHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(tellOfVerdictJob, async (run) => {
      const addressees = await this.unitOfWork.work(run.principal, ({ query, organizationId }) =>
        query<ToldOfVerdict>(ADDRESSEES, [organizationId, run.payload.verdictId]),
      );
      const { publicUrl } = this.config;
      return writeToEach(run, this.mailer, addressees, ({ email, ...facts }) =>
        verdictLetter({ ...facts, to: email, publicUrl }),
      );
    });
  }
}

/** Whoever is a member now and wants to be written to. */
const ADDRESSEES = `
  SELECT p.id AS "membershipId", p.email, p.name, c.locale, o.name AS "organizationName", i.id AS "initiativeId", i.number, i.title,
    m.name AS "metricName", v.unit, x.verdict, x.estimate, x.lower, x.upper
  FROM effect_verdict x
  JOIN effect_registration r ON r.organization_id = x.organization_id AND r.id = x.registration_id
  JOIN initiative i ON i.organization_id = r.organization_id AND i.id = r.initiative_id
  JOIN organization o ON o.id = x.organization_id
  JOIN metric m ON m.organization_id = r.organization_id AND m.id = r.metric_id
  JOIN ${CURRENT_VERSION} ON true
  JOIN membership p ON p.organization_id = x.organization_id AND p.id IN (i.owner_id, i.sponsor_id) AND p.valid_to IS NULL
  JOIN account c ON c.id = p.account_id
  LEFT JOIN alert_preference f ON f.organization_id = p.organization_id AND f.membership_id = p.id
  WHERE x.organization_id = $1 AND x.id = $2 AND coalesce(f.mail, 'all') <> 'none'
  ORDER BY p.id`;
