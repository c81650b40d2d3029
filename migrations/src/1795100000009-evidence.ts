import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a text of a map and a touchpoint's place on it rest on: of which kind, found where, and of which day. */
export class Evidence1795100000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const kinds = `evidence_kind IN ('measured', 'asked', 'observed', 'reported', 'judged')`;
    await runner.query(`
      ALTER TABLE stage_cell
        ADD COLUMN evidence_kind text CHECK (${kinds}),
        ADD COLUMN evidence_on date,
        ADD CONSTRAINT stage_cell_evidence_of_a_kind CHECK (evidence_on IS NULL OR evidence_kind IS NOT NULL);
      ALTER TABLE touchpoint_placement
        ADD COLUMN evidence text CHECK (length(evidence) <= 2000),
        ADD COLUMN evidence_kind text CHECK (${kinds}),
        ADD COLUMN evidence_on date,
        ADD CONSTRAINT touchpoint_placement_evidence_of_a_kind CHECK (evidence_on IS NULL OR evidence_kind IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE touchpoint_placement DROP COLUMN evidence_on, DROP COLUMN evidence_kind, DROP COLUMN evidence;
      ALTER TABLE stage_cell DROP COLUMN evidence_on, DROP COLUMN evidence_kind;
    `);
  }
}
