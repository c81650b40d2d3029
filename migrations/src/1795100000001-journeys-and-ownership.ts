import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** The atlas: journeys with their stages and lanes, the touchpoints that stand in them, and the teams that answer for these. */
export class JourneysAndOwnership1795100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Exclusion of overlapping periods per touchpoint needs equality of ids inside a GiST index.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);

    await runner.query(`
      CREATE TABLE persona (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX persona_name_once ON persona (organization_id, lower(name)) WHERE archived_at IS NULL;
      ${isolateAndBackUp('persona', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE product (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        business_unit_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, business_unit_id) REFERENCES business_unit (organization_id, id)
      );
      CREATE UNIQUE INDEX product_name_once ON product (organization_id, lower(name)) WHERE archived_at IS NULL;
      ${isolateAndBackUp('product', { app: READ_WRITE, worker: READ_WRITE })}
    `);

    await runner.query(`
      -- The library: a touchpoint stands in as many journeys as it is placed in.
      CREATE TABLE touchpoint (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        existence text NOT NULL DEFAULT 'existing' CHECK (existence IN ('existing', 'future')),
        channel text NOT NULL CHECK (channel IN ('branch', 'phone', 'web', 'app', 'email', 'chat', 'social', 'post', 'self_service', 'field', 'other')),
        -- The four don'ts: kept, broken, or not looked at yet.
        no_waiting text CHECK (no_waiting IN ('kept', 'broken')),
        no_annoyance text CHECK (no_annoyance IN ('kept', 'broken')),
        no_puzzling text CHECK (no_puzzling IN ('kept', 'broken')),
        no_repeating text CHECK (no_repeating IN ('kept', 'broken')),
        service_level text CHECK (service_level IN ('basic', 'satisfying', 'delightful', 'unexpected')),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX touchpoint_name_once ON touchpoint (organization_id, lower(name)) WHERE archived_at IS NULL;
      ${isolateAndBackUp('touchpoint', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE journey (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        summary text NOT NULL DEFAULT '' CHECK (length(summary) <= 4000),
        state text NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'future')),
        -- The current state that a future state sets out to replace.
        future_of_id uuid,
        persona_id uuid,
        product_id uuid,
        -- Where in the customer's life the journey lies; its stages may say so one by one instead.
        lifecycle text CHECK (lifecycle IN ('awareness', 'consideration', 'decision', 'purchase', 'after_sales')),
        template text,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, parent_id) REFERENCES journey (organization_id, id),
        FOREIGN KEY (organization_id, future_of_id) REFERENCES journey (organization_id, id),
        FOREIGN KEY (organization_id, persona_id) REFERENCES persona (organization_id, id),
        FOREIGN KEY (organization_id, product_id) REFERENCES product (organization_id, id),
        CHECK (parent_id <> id),
        CHECK (future_of_id <> id),
        CHECK ((state = 'future') OR future_of_id IS NULL)
      );
      CREATE UNIQUE INDEX journey_name_once ON journey (organization_id, lower(name), state) WHERE archived_at IS NULL;
      CREATE UNIQUE INDEX journey_one_future ON journey (organization_id, future_of_id) WHERE archived_at IS NULL AND future_of_id IS NOT NULL;
      CREATE INDEX journey_parent ON journey (organization_id, parent_id);
      ${isolateAndBackUp('journey', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE journey_stage (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        journey_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        lifecycle text CHECK (lifecycle IN ('awareness', 'consideration', 'decision', 'purchase', 'after_sales')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, journey_id) REFERENCES journey (organization_id, id) ON DELETE CASCADE,
        UNIQUE (organization_id, journey_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      ${isolateAndBackUp('journey_stage', { app: READ_WRITE, worker: READ_WRITE })}

      -- One text per stage and lane. Emotion and touchpoints are lanes of the map as well, drawn from the placements.
      CREATE TABLE stage_cell (
        organization_id uuid NOT NULL,
        stage_id uuid NOT NULL,
        lane text NOT NULL CHECK (lane IN ('scenario', 'doing', 'thinking', 'expectation', 'pain', 'opportunity', 'front_stage', 'back_stage', 'support')),
        -- Emptied, a cell keeps its row: its version goes on counting, so that nobody saves over what came after.
        text text NOT NULL CHECK (length(text) <= 4000),
        evidence text CHECK (length(evidence) <= 2000),
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, stage_id, lane),
        FOREIGN KEY (organization_id, stage_id) REFERENCES journey_stage (organization_id, id) ON DELETE CASCADE
      );
      ${isolateAndBackUp('stage_cell', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE touchpoint_placement (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        stage_id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        factor text CHECK (factor IN ('key_moment', 'inhibitor', 'motivator')),
        emotion smallint CHECK (emotion BETWEEN -3 AND 3),
        -- How the emotion is known: asked of so many customers, or judged by somebody.
        emotion_n integer CHECK (emotion_n > 0),
        emotion_judged_by text CHECK (length(emotion_judged_by) BETWEEN 1 AND 200),
        expectation text CHECK (length(expectation) <= 2000),
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, stage_id) REFERENCES journey_stage (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        UNIQUE (organization_id, stage_id, touchpoint_id),
        UNIQUE (organization_id, stage_id, position) DEFERRABLE INITIALLY DEFERRED,
        CHECK ((emotion IS NULL) = (num_nonnulls(emotion_n, emotion_judged_by) = 0)),
        CHECK (num_nonnulls(emotion_n, emotion_judged_by) <= 1)
      );
      CREATE INDEX touchpoint_placement_touchpoint ON touchpoint_placement (organization_id, touchpoint_id);
      ${isolateAndBackUp('touchpoint_placement', { app: READ_WRITE, worker: READ_WRITE })}

      -- Who answers for a touchpoint from one day to another; days are those of the organisation's calendar, the last one
      -- excluded. At any date one team at most is accountable.
      CREATE TABLE ownership (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        team_id uuid NOT NULL,
        responsibility text NOT NULL CHECK (responsibility IN ('accountable', 'responsible', 'consulted', 'informed')),
        valid_from date NOT NULL,
        valid_to date,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        CHECK (valid_to > valid_from),
        CONSTRAINT ownership_one_accountable EXCLUDE USING gist
          (organization_id WITH =, touchpoint_id WITH =, daterange(valid_from, valid_to) WITH &&)
          WHERE (responsibility = 'accountable'),
        CONSTRAINT ownership_team_once EXCLUDE USING gist
          (organization_id WITH =, touchpoint_id WITH =, team_id WITH =, responsibility WITH =, daterange(valid_from, valid_to) WITH &&)
      );
      CREATE INDEX ownership_team ON ownership (organization_id, team_id, valid_from);
      ${isolateAndBackUp('ownership', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ownership, touchpoint_placement, stage_cell, journey_stage, journey, touchpoint, product, persona;
      DROP EXTENSION btree_gist;
    `);
  }
}
