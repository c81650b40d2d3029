import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** How often somebody wants the letter that gathers what concerns them, and when it last went out. */
export class Digest1795200000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE digest (
        organization_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        cadence text NOT NULL CHECK (cadence IN ('weekly', 'working_days', 'none')),
        -- What came of somebody's work since then is told in the next letter.
        last_at timestamptz,
        -- The same, as a day where the organisation is: at most one letter belongs to it.
        last_on date,
        PRIMARY KEY (organization_id, membership_id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id),
        CHECK ((last_at IS NULL) = (last_on IS NULL))
      );
      ${isolateAndBackUp('digest', { app: 'SELECT', worker: READ_WRITE })}
      GRANT INSERT (organization_id, membership_id, cadence), UPDATE (cadence) ON digest TO touchstone_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digest');
  }
}
