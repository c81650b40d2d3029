import { eventually } from '../../../test/eventually.js';
import type { TestApplication, TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';
import { openWave, type OpenedWave } from '../../../test/wave.js';

export const TABLE = `query ($fileId: ID!, $assessmentId: ID!, $sheet: String, $headerRow: Int) {
  uploadedTable(fileId: $fileId, assessmentId: $assessmentId, sheet: $sheet, headerRow: $headerRow) {
    fileName format encoding delimiter sheets sheet headerRow rowCount notes suggestedMapping sampleRows columns { index header samples } } }`;
export const PREVIEW = `mutation ($assessmentId: ID!, $fileId: ID!, $mapping: AnswerMappingInput!) {
  previewAnswerImport(assessmentId: $assessmentId, fileId: $fileId, mapping: $mapping) {
    rowsRead rowsGood rowsBad submissions answers truncated sampled problems { row column code message value } } }`;
export const START = `mutation ($assessmentId: ID!, $fileId: ID!, $mapping: AnswerMappingInput!, $mode: ImportMode!, $key: String) {
  startAnswerImport(assessmentId: $assessmentId, fileId: $fileId, mapping: $mapping, mode: $mode, idempotencyKey: $key) { id state jobId } }`;
export const ONE = `query ($id: ID!) { answerImport(id: $id) {
  id fileName state mode rowsRead rowsGood rowsBad answers duplicates errorCount finishedAt } }`;
export const PROBLEMS = `query ($id: ID!, $first: Int, $after: String) { importProblems(importId: $id, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { row column code value } } } }`;

/** A programme office that imports answers into one wave. */
export class ImportDesk {
  constructor(
    private readonly application: TestApplication,
    readonly organizationId: string,
    readonly officer: TestMember,
    readonly wave: OpenedWave,
  ) {}

  static async open(application: TestApplication, organizationId: string, officer: TestMember): Promise<ImportDesk> {
    return new ImportDesk(application, organizationId, officer, await openWave(officer.client));
  }

  upload(content: Buffer | string, name?: string): Promise<string> {
    return upload(this.officer.client, content, name);
  }

  async suggested(fileId: string): Promise<Record<string, unknown>> {
    const { uploadedTable } = await this.officer.client.data(TABLE, { fileId, assessmentId: this.wave.id });
    return uploadedTable.suggestedMapping;
  }

  async start(fileId: string, mapping: unknown, mode = 'ALL_OR_NOTHING', key?: string) {
    const variables = { assessmentId: this.wave.id, fileId, mapping, mode, key };
    return (await this.officer.client.data(START, variables)).startAnswerImport;
  }

  finished(id: string) {
    return eventually(
      async () => (await this.officer.client.data(ONE, { id })).answerImport,
      ({ state }) => !['WAITING', 'RUNNING'].includes(state),
    );
  }

  async importFile(content: Buffer | string, mode?: string, name?: string) {
    const fileId = await this.upload(content, name);
    const { id } = await this.start(fileId, await this.suggested(fileId), mode);
    return this.finished(id);
  }

  async stored(): Promise<string[]> {
    const rows = await this.application.database.query<{ group_name: string; item_id: string; value: number | null }>(
      `SELECT g.name AS group_name, a.item_id, a.value FROM submission s
       JOIN rater_group g ON g.id = s.rater_group_id JOIN answer a ON a.submission_id = s.id
       WHERE s.assessment_id = $1 ORDER BY 1, 2, 3`,
      [this.wave.id],
    );
    return rows.map(({ group_name, item_id, value }) => `${group_name}: ${item_id} = ${value}`);
  }

  async submissions(): Promise<number> {
    const rows = await this.application.database.query('SELECT 1 FROM submission WHERE assessment_id = $1', [
      this.wave.id,
    ]);
    return rows.length;
  }

  someItems(): [string, string] {
    return this.wave.itemIds.slice(0, 2) as [string, string];
  }
}
