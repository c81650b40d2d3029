import { Injectable } from '@nestjs/common';
import { type Evidence, TEXT_LANES, type TextLane } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { asEnum } from '../../platform/graphql/enum-names.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { PortfolioService } from '../ecosystem/index.js';
import {
  CellService,
  type FactorEnum,
  FutureStateService,
  JourneyMapReadModel,
  JourneyService,
  PlacementService,
  StageService,
} from '../journeys/index.js';
import { PersonaService } from '../personas/index.js';
import type { SampleAtlas, SampleFuture, SampleJourney, SampleStage } from './sample-journey.js';

const DAY_MS = 86_400_000;

type SampleMap = Awaited<ReturnType<JourneyMapReadModel['map']>>;

/**
 * An atlas over the library of an organisation's touchpoints. Each step looks first, and a stage is done once its texts stand, so that a broken-off
 * start goes on where it stopped and what the reader has changed since stays changed.
 */
@Injectable()
export class SampleJourneysService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly personas: PersonaService,
    private readonly portfolio: PortfolioService,
    private readonly journeys: JourneyService,
    private readonly stages: StageService,
    private readonly cells: CellService,
    private readonly placements: PlacementService,
    private readonly futures: FutureStateService,
    private readonly maps: JourneyMapReadModel,
  ) {}

  async load(system: SystemPrincipal, atlas: SampleAtlas): Promise<void> {
    const personas = await this.known(system, 'SELECT name, id FROM persona WHERE organization_id = $1');
    for (const persona of atlas.personas) {
      if (!personas.has(persona.name)) {
        personas.set(persona.name, (await this.personas.create(system, persona)).id);
      }
    }
    const products = await this.known(system, 'SELECT name, id FROM product WHERE organization_id = $1');
    for (const product of atlas.products) {
      if (!products.has(product.name)) products.set(product.name, await this.portfolio.add(system, product));
    }
    const known = await this.known(
      system,
      `SELECT name, id FROM journey WHERE organization_id = $1 AND state = 'current'`,
    );
    for (const journey of atlas.journeys) {
      const { name, summary } = journey;
      const personaId = personas.get(journey.persona);
      const productId = products.get(journey.product);
      const id =
        known.get(name) ?? (await this.journeys.create(system, { name, summary, personaId, productId }, null, 'en')).id;
      await this.fill(system, id, journey, atlas.judge);
    }
  }

  private async fill(system: SystemPrincipal, id: string, journey: SampleJourney, judge: string): Promise<void> {
    let map = await this.maps.map(system, id);
    if (map.archivedAt) return;
    // Stages are laid out before anything is written: a map with texts has had all of them.
    if (map.stages.every(({ cells }) => cells.length === 0)) {
      for (const { name, lifecycle } of journey.stages.slice(map.stages.length)) {
        map = await this.stages.add(system, id, { name, lifecycle }, null);
      }
    }
    const library = await this.known(
      system,
      'SELECT name, id FROM touchpoint WHERE organization_id = $1 AND archived_at IS NULL',
    );
    for (const sample of journey.stages) await this.fillStage(system, map, sample, { library, judge });
    if (journey.future && !map.futureId) await this.beginFuture(system, id, journey.future, library);
  }

  private async fillStage(
    system: SystemPrincipal,
    map: SampleMap,
    sample: SampleStage,
    { library, judge }: { library: ReadonlyMap<string, string>; judge: string },
  ): Promise<void> {
    const stage = map.stages.find(({ name }) => name === sample.name);
    const lanes = TEXT_LANES.filter((lane) => sample.cells[lane]);
    if (!stage || stage.cells.length >= lanes.length) return;
    for (const touchpoint of sample.touchpoints) {
      if (stage.placements.some(({ name }) => name === touchpoint.name)) continue;
      const touchpointId = library.get(touchpoint.name);
      if (!touchpointId) continue;
      const { factor, emotion, asked } = touchpoint;
      const source = emotion === undefined ? {} : asked ? { emotionN: asked } : { emotionJudgedBy: judge };
      await this.placements.place(system, stage.id, touchpointId, null, {
        factor: factor && asEnum<FactorEnum>(factor),
        emotion,
        ...source,
      });
    }
    const written = new Set<string>(stage.cells.map(({ lane }) => lane));
    for (const lane of lanes.filter((each) => !written.has(each))) {
      await this.cells.set(system, stage.id, lane, 0, {
        text: sample.cells[lane] as string,
        ...evidenceOf(sample.evidence?.[lane]),
      });
    }
    if (sample.confirmedDaysAgo) await this.lookedAtLongAgo(system, stage.id, sample.confirmedDaysAgo);
  }

  /** Services stamp the present, but a part of every atlas has not been looked at for a while. */
  private async lookedAtLongAgo(system: SystemPrincipal, stageId: string, days: number): Promise<void> {
    await this.unitOfWork.work(system, async (transaction) => {
      for (const table of ['stage_cell', 'touchpoint_placement']) {
        await transaction.query(
          `UPDATE ${table} SET confirmed_at = now() - make_interval(days => $3) WHERE organization_id = $1 AND stage_id = $2`,
          [transaction.organizationId, stageId, days],
        );
      }
      transaction.audit({ act: 'sample.dated_back', objectKind: 'JourneyStage', objectId: stageId });
    });
  }

  private async beginFuture(
    system: SystemPrincipal,
    journeyId: string,
    future: SampleFuture,
    library: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { stages } = await this.futures.begin(system, journeyId);
    for (const stage of stages) {
      for (const name of future.touchpoints?.[stage.name] ?? []) {
        const touchpointId = library.get(name);
        if (touchpointId) await this.placements.place(system, stage.id, touchpointId, null);
      }
      for (const lane of TEXT_LANES) {
        const text = future.cells[stage.name]?.[lane];
        const version = stage.cells.find((cell) => (cell.lane as string) === lane)?.version ?? 0;
        if (text) await this.cells.set(system, stage.id, lane, version, { text });
      }
    }
  }

  private async known(principal: SystemPrincipal, sql: string): Promise<Map<string, string>> {
    const rows = await this.unitOfWork.read(principal, (transaction) =>
      transaction.query<{ name: string; id: string }>(sql, [principal.organizationId]),
    );
    return new Map(rows.map(({ name, id }) => [name, id]));
  }
}

function evidenceOf(known: NonNullable<SampleStage['evidence']>[TextLane]): Partial<Evidence> {
  if (!known) return {};
  const [evidenceKind, daysAgo, evidence] = known;
  return { evidence, evidenceKind, evidenceOn: new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10) };
}
