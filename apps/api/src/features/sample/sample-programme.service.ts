import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WORKER_DATABASE } from '../../platform/database/database.tokens.js';
import { ShippedModelsService } from '../models/index.js';
import { ProvisioningService, systemOf } from '../organisation/index.js';
import { AIR_WAVE, AUTUMN_WAVE, HARBOUR_BANK, MERIDIAN_AIR, SPRING_WAVE } from './harbour-bank.js';
import { SampleGoalsService } from './sample-goals.service.js';
import { SampleJourneysService } from './sample-journeys.service.js';
import { SAMPLE_PASSWORD, SampleOrganisationService } from './sample-organisation.service.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';
import { SampleWaveService } from './sample-wave.service.js';

export interface SampleLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** The logins that are printed: one per role. */
export const SAMPLE_LOGINS: readonly SampleLogin[] = HARBOUR_BANK.people
  .slice(0, 5)
  .map(({ role, email }) => ({ role, email, password: SAMPLE_PASSWORD }));

/**
 * Two organisations whose rows never meet, so that a newcomer sees a programme at work and isolation from the first
 * minute. Loading it again changes nothing; loading it after an interruption finishes it.
 */
@Injectable()
export class SampleProgrammeService {
  constructor(
    @Inject(WORKER_DATABASE) private readonly database: DataSource,
    private readonly provisioning: ProvisioningService,
    private readonly organisations: SampleOrganisationService,
    private readonly waves: SampleWaveService,
    private readonly touchpoints: SampleTouchpointsService,
    private readonly goals: SampleGoalsService,
    private readonly journeys: SampleJourneysService,
    private readonly shippedModels: ShippedModelsService,
  ) {}

  /** Only into an installation that is empty or holds the sample already: nobody wants it beside their own data. */
  async loadIfFitting(): Promise<boolean> {
    const rows: { name: string }[] = await this.database.query('SELECT name FROM organization');
    const ours = new Set<string>([HARBOUR_BANK.name, MERIDIAN_AIR.name]);
    if (rows.some(({ name }) => !ours.has(name)) && !rows.some(({ name }) => ours.has(name))) return false;
    await this.load();
    return true;
  }

  async load(): Promise<void> {
    const bank = await this.organisation(HARBOUR_BANK);
    await this.waves.load(bank.system, bank.modelVersionId, SPRING_WAVE, 'published');
    await this.waves.load(bank.system, bank.modelVersionId, AUTUMN_WAVE, 'open');
    await this.touchpoints.load(bank.system);
    await this.goals.load(bank.system);
    await this.journeys.load(bank.system);
    const airline = await this.organisation(MERIDIAN_AIR);
    await this.waves.load(airline.system, airline.modelVersionId, AIR_WAVE, 'open');
  }

  private async organisation(sample: typeof HARBOUR_BANK | typeof MERIDIAN_AIR) {
    const [known]: { id: string }[] = await this.database.query('SELECT id FROM organization WHERE name = $1', [
      sample.name,
    ]);
    const id =
      known?.id ??
      (await this.provisioning.createOrganization(
        { name: sample.name, timeZone: sample.timeZone },
        'sample programme',
      ));
    await this.organisations.load(id, sample);
    const system = systemOf(id, 'sample programme');
    const [modelVersionId] = await this.shippedModels.install(system);
    return { system, modelVersionId: modelVersionId as string };
  }
}
