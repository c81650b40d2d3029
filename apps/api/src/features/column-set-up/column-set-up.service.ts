import { Injectable } from '@nestjs/common';
import { type FieldProblem, ForbiddenError, NotFoundError, ValidationError } from '@touchstone/domain';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowId } from '../../platform/graphql/row-id.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { abilityOf, type Principal } from '../../platform/tenancy/principal.js';
import { JourneyChanges, JourneyService, PlacementService, StageService } from '../journeys/index.js';
import { MetricLinkService, MetricService } from '../metrics/index.js';
import { OwnershipService } from '../ownership/index.js';
import { todayOf, TouchpointService } from '../touchpoints/index.js';
import type { ColumnMetricInput, ColumnSetUpInput, ColumnSetUpType, SetUpColumnType } from './column-set-up.input.js';
import { freshKey } from './metric-key.js';

/** What is there already and must not be made, or named, a second time; by plain names. */
interface Known {
  readonly today: string;
  readonly keys: Set<string>;
  readonly metricNames: Set<string>;
  readonly touchpoints: Map<string, { id: string; owned: boolean }>;
}

interface MapInWork {
  readonly journeyId: string;
  readonly stages: Map<string, { id: string; touchpointIds: Set<string> }>;
}

const plain = (name: string): string => name.trim().toLowerCase();

/** From the columns of a file to metrics, touchpoints, their places on a map and their owners, in one transaction. */
@Injectable()
export class ColumnSetUpService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly metrics: MetricService,
    private readonly links: MetricLinkService,
    private readonly touchpoints: TouchpointService,
    private readonly ownership: OwnershipService,
    private readonly journeys: JourneyService,
    private readonly stages: StageService,
    private readonly placements: PlacementService,
    private readonly changes: JourneyChanges,
  ) {}

  setUp(principal: Principal, input: ColumnSetUpInput, key: string | null): Promise<ColumnSetUpType> {
    demandAbilities(principal, input);
    return this.unitOfWork.write(principal, (transaction) => {
      const make = () => this.make(transaction, input);
      if (!key) return make();
      return this.idempotency.run(transaction, { operation: 'setUpColumns', key, request: input }, make);
    });
  }

  private async make(transaction: Transaction, input: ColumnSetUpInput): Promise<ColumnSetUpType> {
    const known = await knownIn(transaction, input);
    demandNames(input.columns, known);
    const map = await this.mapFor(transaction, input);
    const columns: SetUpColumnType[] = [];
    for (const [index, column] of input.columns.entries()) {
      try {
        columns.push(await this.column(transaction, column, known, map));
      } catch (error) {
        throw error instanceof ValidationError ? under(`columns.${index}`, error) : error;
      }
    }
    if (map) await this.changes.tell(transaction, map.journeyId);
    return { columns, journeyId: map?.journeyId ?? null };
  }

  private async column(
    transaction: Transaction,
    { column, name, definition, teamId, touchpoint, stage, ofJourney }: ColumnMetricInput,
    known: Known,
    map: MapInWork | null,
  ): Promise<SetUpColumnType> {
    const key = freshKey(name, known.keys);
    const metricId = await this.metrics.createIn(transaction, { key, name, definition, ownerTeamId: teamId });
    // What happened beside the touchpoints, such as a delay, is read on the map where it happened.
    if (map && stage?.trim())
      await this.links.linkIn(transaction, metricId, 'stage', (await this.stage(transaction, map, stage)).id);
    if (map && ofJourney) await this.links.linkIn(transaction, metricId, 'journey', map.journeyId);
    if (!touchpoint) return { column, metricId, metricName: name.trim(), touchpointId: null };
    const found = known.touchpoints.get(plain(touchpoint.name)) ?? {
      id: await this.touchpoints.createIn(transaction, {
        name: touchpoint.name,
        channel: touchpoint.channel,
        existence: 'existing',
      }),
      owned: false,
    };
    known.touchpoints.set(plain(touchpoint.name), found);
    await this.links.linkIn(transaction, metricId, 'touchpoint', found.id);
    if (teamId && !found.owned) {
      const part = { teamId, responsibility: 'accountable', validFrom: known.today } as const;
      await this.ownership.assignIn(transaction, found.id, part);
      found.owned = true;
    }
    if (map && touchpoint.stage?.trim()) await this.place(transaction, map, touchpoint.stage, found.id);
    return { column, metricId, metricName: name.trim(), touchpointId: found.id };
  }

  private async place(transaction: Transaction, map: MapInWork, name: string, touchpointId: string): Promise<void> {
    const stage = await this.stage(transaction, map, name);
    // It may stand there already: what is there is left as it is.
    if (stage.touchpointIds.has(touchpointId)) return;
    await this.placements.placeIn(transaction, stage.id, touchpointId, null);
    stage.touchpointIds.add(touchpointId);
  }

  private async mapFor(transaction: Transaction, { journey }: ColumnSetUpInput): Promise<MapInWork | null> {
    if (!journey?.id && !journey?.name?.trim()) return null;
    const journeyId =
      (journey.id && (await demandJourney(transaction, journey.id))) ||
      (await this.journeys.createIn(transaction, { name: journey.name! }, null, 'en').catch(nameOfJourney));
    const rows = await transaction.query<{ id: string; name: string; touchpointIds: string[] }>(
      `SELECT s.id, s.name, ARRAY(SELECT p.touchpoint_id FROM touchpoint_placement p
         WHERE p.organization_id = s.organization_id AND p.stage_id = s.id) AS "touchpointIds"
       FROM journey_stage s WHERE s.organization_id = $1 AND s.journey_id = $2 ORDER BY s.position`,
      [transaction.organizationId, journeyId],
    );
    const stages = rows.map(
      ({ id, name, touchpointIds }) => [plain(name), { id, touchpointIds: new Set(touchpointIds) }] as const,
    );
    const map = { journeyId, stages: new Map(stages) };
    for (const name of journey.stages ?? []) await this.stage(transaction, map, name);
    return map;
  }

  private async stage(transaction: Transaction, map: MapInWork, name: string) {
    const known = map.stages.get(plain(name));
    if (known) return known;
    const id = await this.stages.addIn(transaction, map.journeyId, { name, lifecycle: null }, null);
    const stage = { id, touchpointIds: new Set<string>() };
    map.stages.set(plain(name), stage);
    return stage;
  }
}

/** A map that is there and worked on; that of somebody else is not there. */
async function demandJourney({ query, organizationId }: Transaction, id: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `SELECT id FROM journey WHERE organization_id = $1 AND id = $2 AND archived_at IS NULL`,
    [organizationId, rowId(id, 'Journey')],
  );
  if (!row) throw new NotFoundError('Journey');
  return row.id;
}

/** Each of these acts has a rule of its own, and doing them at once must not pass one by. */
function demandAbilities(principal: Principal, { columns, journey }: ColumnSetUpInput): void {
  const ability = abilityOf(principal);
  const touchpoints = columns.some(({ touchpoint }) => touchpoint);
  const owners = touchpoints && columns.some(({ teamId }) => teamId);
  if (touchpoints && !ability.can('create', 'Touchpoint'))
    throw new ForbiddenError('Touchpoints are not yours to make.');
  if (owners && !ability.can('create', 'Ownership')) throw new ForbiddenError('Owners are not yours to name.');
  if (journey && !(ability.can('create', 'Journey') && ability.can('update', 'Journey')))
    throw new ForbiddenError('Journeys are not yours to make.');
}

async function knownIn(transaction: Transaction, { columns }: ColumnSetUpInput): Promise<Known> {
  const wanted = columns.flatMap(({ touchpoint }) => (touchpoint ? [plain(touchpoint.name)] : []));
  const [row] = await transaction.query<{
    today: string;
    keys: string[];
    names: string[];
    touchpoints: { name: string; id: string; owned: boolean }[];
  }>(
    `SELECT ${todayOf('$1')}::text AS today, ARRAY(SELECT key FROM metric WHERE organization_id = $1) AS keys,
       ARRAY(SELECT lower(name) FROM metric WHERE organization_id = $1 AND archived_at IS NULL) AS names,
       (SELECT coalesce(json_agg(json_build_object('name', lower(t.name), 'id', t.id, 'owned', EXISTS (
            SELECT FROM ownership o WHERE o.organization_id = t.organization_id AND o.touchpoint_id = t.id
              AND o.responsibility = 'accountable' AND coalesce(o.valid_to, 'infinity') > ${todayOf('$1')}))), '[]')
        FROM touchpoint t WHERE t.organization_id = $1 AND t.archived_at IS NULL AND lower(t.name) = ANY ($2)) AS touchpoints`,
    [transaction.organizationId, wanted],
  );
  return {
    today: row!.today,
    keys: new Set(row!.keys),
    metricNames: new Set(row!.names),
    touchpoints: new Map(row!.touchpoints.map(({ name, id, owned }) => [name, { id, owned }])),
  };
}

/** All of them at once: the database would name the first alone. */
function demandNames(columns: readonly ColumnMetricInput[], { metricNames }: Known): void {
  const seen = new Set(metricNames);
  const problems = columns.flatMap(({ name }, index): FieldProblem[] => {
    const taken = seen.has(plain(name));
    seen.add(plain(name));
    const message = 'Another metric has this name.';
    return taken ? [{ path: `columns.${index}.name`, code: 'metric_name_taken', message, params: { name } }] : [];
  });
  if (problems.length > 0) throw new ValidationError(problems);
}

const under = (path: string, { fields }: ValidationError): ValidationError =>
  new ValidationError(fields.map((field) => ({ ...field, path: `${path}.${field.path}` })));

function nameOfJourney(error: unknown): never {
  throw error instanceof ValidationError ? under('journey', error) : error;
}
