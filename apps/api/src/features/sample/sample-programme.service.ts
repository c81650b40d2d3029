import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WORKER_DATABASE } from '../../platform/database/database.tokens.js';
import { ShippedModelsService } from '../models/index.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { ProvisioningService, systemOf } from '../organisation/index.js';
import { passengerFiles } from './airline-passengers.js';
import { AUTUMN_WAVE, HARBOUR_BANK, SPRING_WAVE } from './harbour-bank.js';
import { HARBOUR_ATLAS } from './harbour-journeys.js';
import { HARBOUR_CATALOGUE } from './harbour-metrics.js';
import { HARBOUR_LIBRARY } from './harbour-touchpoints.js';
import { AIR_WAVE, MERIDIAN_AIR, MERIDIAN_LIBRARY } from './meridian-air.js';
import { MERIDIAN_ATLAS } from './meridian-journey.js';
import { MERIDIAN_CATALOGUE } from './meridian-metrics.js';
import { type SampleFile, seriesFiles } from './sample-files.js';
import { SampleGoalsService } from './sample-goals.service.js';
import { SampleImprovementService } from './sample-improvement.service.js';
import type { SampleAtlas } from './sample-journey.js';
import { SampleJourneysService } from './sample-journeys.service.js';
import type { SampleCatalogue } from './sample-metric.js';
import { SampleObservationsService } from './sample-observations.service.js';
import { SAMPLE_PASSWORD, SampleOrganisationService } from './sample-organisation.service.js';
import type { SampleLibrary } from './sample-touchpoint.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';
import { SampleWaveService } from './sample-wave.service.js';

interface Programme {
  readonly library: SampleLibrary;
  readonly atlas: SampleAtlas;
  readonly catalogue: SampleCatalogue;
  readonly files: readonly SampleFile[];
}

const HARBOUR_PROGRAMME: Programme = {
  library: HARBOUR_LIBRARY,
  atlas: HARBOUR_ATLAS,
  catalogue: HARBOUR_CATALOGUE,
  files: seriesFiles(HARBOUR_CATALOGUE.metrics),
};

const MERIDIAN_PROGRAMME: Programme = {
  library: MERIDIAN_LIBRARY,
  atlas: MERIDIAN_ATLAS,
  catalogue: MERIDIAN_CATALOGUE,
  files: passengerFiles(),
};

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
    private readonly observations: SampleObservationsService,
    private readonly improvement: SampleImprovementService,
    private readonly shippedModels: ShippedModelsService,
  ) {}

  /** Only into an installation that is empty or holds the sample already: nobody wants it beside their own data. */
  async loadIfFitting(peopleAreThere?: () => void): Promise<boolean> {
    const rows: { name: string }[] = await this.database.query('SELECT name FROM organization');
    const ours = new Set<string>([HARBOUR_BANK.name, MERIDIAN_AIR.name]);
    if (rows.some(({ name }) => !ours.has(name)) && !rows.some(({ name }) => ours.has(name))) return false;
    await this.load(peopleAreThere);
    return true;
  }

  /**
   * People come first, so that they can sign in while the rest is loaded; then what takes longest, the numbers of the
   * bank, which jobs bring in meanwhile. Steps wait for their commits, so those that need nothing of one another go side by side.
   */
  async load(peopleAreThere: () => void = () => undefined): Promise<void> {
    const bank = await this.organisation(HARBOUR_BANK);
    const airline = await this.organisation(MERIDIAN_AIR);
    peopleAreThere();
    await this.programme(bank.system, HARBOUR_PROGRAMME);
    const [begun] = await Promise.all([
      this.improvement.begin(bank.system),
      this.programme(airline.system, MERIDIAN_PROGRAMME),
      this.waves.load(bank.system, bank.modelVersionId, SPRING_WAVE, 'published'),
      this.waves.load(bank.system, bank.modelVersionId, AUTUMN_WAVE, 'open'),
      this.waves.load(airline.system, airline.modelVersionId, AIR_WAVE, 'open'),
    ]);
    await this.observations.finish(bank.system, HARBOUR_PROGRAMME.files);
    if (begun) await this.improvement.finish(bank.system, begun);
    await this.observations.finish(airline.system, MERIDIAN_PROGRAMME.files);
  }

  /** Metrics speak about touchpoints and journeys, and files about metrics. */
  private async programme(system: SystemPrincipal, { library, atlas, catalogue, files }: Programme): Promise<void> {
    await this.touchpoints.load(system, library);
    await this.journeys.load(system, atlas);
    await this.goals.load(system, catalogue);
    await this.observations.begin(system, files);
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
