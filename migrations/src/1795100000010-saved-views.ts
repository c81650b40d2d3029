import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** Filters of a list under a name: somebody's own, or there for the whole organisation. */
export class SavedViews1795100000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        membership_id uuid NOT NULL,
        page text NOT NULL CHECK (page IN ('alerts', 'metrics', 'touchpoints', 'journeys', 'pain_points')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        -- What stands in the address of the list; what of it is a filter is known to the application.
        query text NOT NULL CHECK (length(query) BETWEEN 1 AND 20000),
        shared boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id)
      );
      CREATE UNIQUE INDEX saved_view_name_once ON saved_view (organization_id, membership_id, page, lower(name));
      CREATE INDEX saved_view_shared ON saved_view (organization_id, page) WHERE shared;
      ${isolateAndBackUp('saved_view', { app: READ_WRITE, worker: '' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
