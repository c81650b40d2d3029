import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sort of person a persona stands for, and what that person needs from whoever serves them. */
export class Personas1795100000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE persona
        ADD COLUMN kind text NOT NULL DEFAULT 'customer' CHECK (kind IN ('customer', 'employee', 'partner')),
        ADD COLUMN needs text NOT NULL DEFAULT '' CHECK (length(needs) <= 4000);
      CREATE INDEX journey_persona ON journey (organization_id, persona_id) WHERE persona_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX journey_persona;
      ALTER TABLE persona DROP COLUMN needs, DROP COLUMN kind;
    `);
  }
}
