import { eventually } from '../../../test/eventually.js';
import { addMetric } from '../../../test/metrics.js';
import type { TestApplication, TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

export const TABLE = `query ($fileId: ID!) { observationTable(fileId: $fileId) { rowCount headerRow columns { header samples } suggestedMapping } }`;
export const PREVIEW = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) { previewObservationImport(fileId: $fileId, mapping: $mapping) {
  rowsRead rowsBad observations skipped segmentSets firstAt lastAt truncated sampled problems { row column code message value } } }`;
export const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!, $mode: ImportMode!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: $mode) { id state } }`;
export const ONE = `query ($id: ID!) { observationImport(id: $id) {
  id state rowsRead rowsBad added repeated corrected skipped problemCount seenBefore metricIds } }`;
export const LIST = `query ($first: Int, $after: String) { observationImports(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id state } } } }`;
export const PROBLEMS = `query ($importId: ID!) { observationImportProblems(importId: $importId) {
  totalCount edges { node { row column code message value } } } }`;
export const UNDO = `mutation ($id: ID!) { undoObservationImport(id: $id) { id } }`;
export const SERIES = `query ($metricId: ID!, $grain: Grain!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput) {
  metricSeries(metricId: $metricId, grain: $grain, from: $from, to: $to, segment: $segment) {
    timeZone minimumGroupSize pending lastAt breaks { beginsOn cause }
    points { bucket value lower upper n observations suppressed } } }`;
export const DIMENSIONS = `query ($metricId: ID!) { metricDimensions(metricId: $metricId) { dimension values } }`;
export const ROWS = `query ($metricId: ID!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput, $first: Int, $after: String) {
  metricObservations(metricId: $metricId, from: $from, to: $to, segment: $segment, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { observedAt value n segments fileName } } } }`;

/** Five passengers of a flight as airlines ask them: 0 means that there was nothing to rate. */
export const FLIGHT = `id,Gender,customer_type,age,customer_class,wifi,cleanliness,delay,satisfaction
1,Male,Loyal Customer,32,Business,2,5,67,satisfied
2,Female,Loyal Customer,-4,Business,0,4,0,satisfied
3,Male,Disloyal Customer,51,Eco,3,3,NA,neutral or dissatisfied
4,Male,Loyal Customer,27,Eco,4,1,12,neutral or dissatisfied
5,Female,Loyal Customer,44,Business,5,5,3,satisfied
6,Female,Loyal Customer,18,Eco Plus,1,2,9,neutral or dissatisfied
`;
export const AUTUMN = { from: '2026-09-15T00:00:00Z', to: '2026-12-01T00:00:00Z' };
export const YEAR = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

let airlines = 0;

/** An airline that asks its passengers and measures its delays, and its programme office at work on its observations. */
export class Airline {
  private constructor(
    private readonly application: TestApplication,
    readonly organizationId: string,
    readonly officer: TestMember,
    readonly wifi: string,
    readonly cleanliness: string,
    readonly delay: string,
    readonly satisfied: string,
  ) {}

  static async open(application: TestApplication): Promise<Airline> {
    const organizationId = await application.organization(`Airline ${(airlines += 1)}`);
    const officer = await application.member(organizationId, 'programme_office');
    const rating = { aggregation: 'csat', unit: '%', scale: [1, 5], notApplicable: [0], perception: true } as const;
    const add = (metric: Parameters<typeof addMetric>[2]) => addMetric(application.database, organizationId, metric);
    return new Airline(
      application,
      organizationId,
      officer,
      await add({ key: 'wifi', ...rating }),
      await add({ key: 'cleanliness', ...rating }),
      await add({ key: 'delay', name: 'Departure delay', unit: 'minutes' }),
      await add({ key: 'satisfied', aggregation: 'share', unit: '%' }),
    );
  }

  upload(content: Buffer | string, name = 'flight.csv'): Promise<string> {
    return upload(this.officer.client, content, name);
  }

  async suggested(fileId: string) {
    return (await this.officer.client.data(TABLE, { fileId })).observationTable.suggestedMapping;
  }

  async preview(fileId: string, mapping: unknown) {
    return (await this.officer.client.data(PREVIEW, { fileId, mapping })).previewObservationImport;
  }

  /** Imports, and waits until the roll-ups say so. */
  async importMapped(content: string, mapping: unknown, mode = 'ALL_OR_NOTHING') {
    const fileId = await this.upload(content);
    const { startObservationImport } = await this.officer.client.data(START, { fileId, mapping, mode });
    const outcome = await eventually(
      async () => (await this.officer.client.data(ONE, { id: startObservationImport.id })).observationImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
      60_000,
    );
    await this.settled();
    return outcome;
  }

  async undo(id: string): Promise<void> {
    await this.officer.client.data(UNDO, { id });
    await eventually(
      async () => (await this.officer.client.data(ONE, { id })).observationImport.state,
      (state) => state === 'UNDONE',
    );
    await this.settled();
  }

  async problems(importId: string) {
    const { observationImportProblems } = await this.officer.client.data(PROBLEMS, { importId });
    return observationImportProblems.edges.map(({ node }: { node: unknown }) => node);
  }

  async series(metricId: string, grain = 'MONTH', segment?: { dimension: string; value: string }, range = YEAR) {
    return (await this.officer.client.data(SERIES, { metricId, grain, segment, ...range })).metricSeries;
  }

  async dimensions(metricId: string) {
    return (await this.officer.client.data(DIMENSIONS, { metricId })).metricDimensions;
  }

  stored(): Promise<{ key: string; value: number }[]> {
    return this.application.database.query(
      `SELECT m.key, o.value FROM observation o JOIN metric m ON m.id = o.metric_id
       WHERE o.organization_id = $1 ORDER BY m.key, o.value`,
      [this.organizationId],
    );
  }

  private async settled(): Promise<void> {
    await eventually(
      () =>
        this.application.database.query('SELECT 1 FROM dirty_bucket WHERE organization_id = $1', [this.organizationId]),
      (marks) => marks.length === 0,
    );
  }
}

/** A column of times and a column of values of one metric, of which there is one per time. */
export const perTime = (metricId: string) => ({
  shape: 'COLUMN_PER_METRIC',
  identity: 'SLOT',
  columns: [
    { column: 0, target: 'TIME' },
    { column: 1, target: 'METRIC', metricId },
  ],
});
