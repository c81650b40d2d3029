import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { type BenefitKindEnum, BenefitService } from '../benefits/index.js';
import type { SampleBenefit } from './sample-benefit.js';
import { memberOf, type SampleCast } from './sample-cast.js';

/** What initiatives are worth. Comes before the verdicts, which fill in what came of it. */
@Injectable()
export class SampleBenefitsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly benefits: BenefitService,
  ) {}

  /** The office enters and locks, and an executive checks. What is there already is not entered again. */
  async load(
    cast: SampleCast,
    samples: readonly SampleBenefit[],
    ids: ReadonlyMap<string, string>,
    system: SystemPrincipal,
  ): Promise<void> {
    const office = memberOf(cast, 'Lin Yue');
    const [rows, promises] = await this.unitOfWork.read(system, async ({ query, organizationId }) => [
      await query<{ id: string }>('SELECT initiative_id AS id FROM benefit WHERE organization_id = $1', [
        organizationId,
      ]),
      await query<{ initiative: string; id: string }>(
        'SELECT initiative_id AS initiative, id FROM effect_registration WHERE organization_id = $1 AND withdrawn_at IS NULL',
        [organizationId],
      ),
    ]);
    const known = new Set(rows.map(({ id }) => id));
    const registrations = new Map(promises.map(({ initiative, id }) => [initiative, id]));
    for (const sample of samples) {
      const initiativeId = ids.get(sample.initiative)!;
      if (known.has(initiativeId)) continue;
      const registrationId = registrations.get(initiativeId) ?? null;
      const { id, version } = await this.benefits.add(office, initiativeId, inputOf(sample, registrationId));
      if (sample.state === 'open') continue;
      const locked = await this.benefits.lock(office, id, version, true);
      if (sample.state === 'checked') await this.benefits.check(memberOf(cast, 'Grace Okafor'), id, locked.version);
    }
  }

  /** Services stamp the present, but numbers were locked and checked before what they belong to was launched. */
  async dateBack(system: SystemPrincipal): Promise<void> {
    await this.unitOfWork.work(system, ({ query, organizationId }) =>
      query(
        `UPDATE benefit b SET created_at = i.created_at + interval '1 day',
           locked_at = CASE WHEN b.locked_at IS NOT NULL THEN i.created_at + interval '3 days' END,
           checked_at = CASE WHEN b.checked_at IS NOT NULL THEN i.created_at + interval '6 days' END
         FROM initiative i WHERE b.organization_id = $1 AND i.organization_id = $1 AND i.id = b.initiative_id`,
        [organizationId],
      ),
    );
  }
}

const minor = (pounds: number): number => pounds * 100;

function inputOf(sample: SampleBenefit, registrationId: string | null) {
  const { name, kind, target, forecast, worthPerUnit } = sample;
  // Nothing is worth anything per unit where nothing was promised.
  const paid = registrationId !== null && worthPerUnit !== undefined;
  return {
    name,
    kind: kind as BenefitKindEnum,
    currency: 'GBP',
    targetMinor: minor(target),
    forecastMinor: forecast === undefined ? null : minor(forecast),
    registrationId: paid ? registrationId : null,
    worthPerUnitMinor: paid ? minor(worthPerUnit) : null,
  };
}
