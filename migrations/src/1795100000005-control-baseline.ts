import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** From which stretch of a series the limits of its control chart are frozen, and who said so. */
export class ControlBaseline1795100000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE control_baseline (
        organization_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        from_day date NOT NULL,
        -- The last day of it.
        to_day date NOT NULL,
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
        set_by uuid,
        set_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, metric_id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        CHECK (from_day <= to_day)
      );
      ${isolateAndBackUp('control_baseline', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE control_baseline');
  }
}
