import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** Metrics that pull against each other, as somebody who knows has said. */
export class MetricConflicts1795100000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE metric_conflict (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        -- The pair in one order, so that it is there once whichever of the two it was said of.
        metric_id uuid NOT NULL,
        other_metric_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, other_metric_id) REFERENCES metric (organization_id, id),
        CHECK (metric_id < other_metric_id),
        CONSTRAINT metric_conflict_once UNIQUE (organization_id, metric_id, other_metric_id)
      );
      CREATE INDEX metric_conflict_other ON metric_conflict (organization_id, other_metric_id);
      ${isolateAndBackUp('metric_conflict', { app: READ_WRITE, worker: 'SELECT' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE metric_conflict');
  }
}
