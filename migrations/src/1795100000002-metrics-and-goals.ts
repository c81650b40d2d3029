import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What is measured, to what end, and where it hangs: goals, objectives, metrics with their definitions, targets and links. */
export class MetricsAndGoals1795100000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_goal (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        statement text NOT NULL DEFAULT '' CHECK (length(statement) <= 4000),
        due_on date,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      ${isolateAndBackUp('business_goal', { app: READ_WRITE, worker: READ_WRITE })}

      -- An objective without a goal is an orphan and shown as one; one without a metric is verbal until it gets one.
      CREATE TABLE experience_objective (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        goal_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        statement text NOT NULL DEFAULT '' CHECK (length(statement) <= 4000),
        domains text[] NOT NULL DEFAULT '{customer}' CHECK (domains <@ ARRAY['brand', 'product', 'employee', 'customer']),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, goal_id) REFERENCES business_goal (organization_id, id)
      );
      CREATE INDEX experience_objective_goal ON experience_objective (organization_id, goal_id);
      ${isolateAndBackUp('experience_objective', { app: READ_WRITE, worker: READ_WRITE })}
    `);

    await runner.query(`
      CREATE TABLE metric (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        -- The name that formulas and imports use.
        key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,63}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        owner_team_id uuid,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, owner_team_id) REFERENCES team (organization_id, id)
      );
      CREATE UNIQUE INDEX metric_key_once ON metric (organization_id, key);
      CREATE UNIQUE INDEX metric_name_once ON metric (organization_id, lower(name)) WHERE archived_at IS NULL;
      ${isolateAndBackUp('metric', { app: READ_WRITE, worker: READ_WRITE })}

      -- What the metric is, from a day on. The latest version that has begun holds; earlier ones say what the past meant.
      CREATE TABLE metric_version (
        organization_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        valid_from date NOT NULL,
        definition text NOT NULL DEFAULT '' CHECK (length(definition) <= 4000),
        class text NOT NULL CHECK (class IN ('perception', 'state')),
        category text NOT NULL CHECK (category IN ('perception', 'operational', 'system_performance', 'business', 'financial')),
        -- How observations become one number: of ratings, of values, of a part in a whole, of events per opportunity.
        aggregation text NOT NULL CHECK (aggregation IN ('nps', 'csat', 'ces', 'top_box', 'mean', 'sum', 'minimum', 'maximum', 'last', 'share', 'rate', 'formula')),
        unit text NOT NULL CHECK (length(unit) BETWEEN 1 AND 40),
        direction text NOT NULL CHECK (direction IN ('higher', 'lower', 'range')),
        -- Ratings come from this scale; a value that says "not applicable" is not an observation.
        scale_minimum double precision,
        scale_maximum double precision,
        not_applicable double precision[],
        formula text CHECK (length(formula) BETWEEN 1 AND 2000),
        warning_threshold double precision,
        critical_threshold double precision,
        cadence_days integer CHECK (cadence_days BETWEEN 1 AND 400),
        source text NOT NULL DEFAULT '' CHECK (length(source) <= 400),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, metric_id, number),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        UNIQUE (organization_id, metric_id, valid_from),
        CHECK ((class = 'perception') = (category = 'perception')),
        CHECK ((aggregation = 'formula') = (formula IS NOT NULL)),
        CHECK ((scale_minimum IS NULL) = (scale_maximum IS NULL)),
        CHECK (scale_minimum < scale_maximum),
        CHECK (aggregation NOT IN ('nps', 'csat', 'ces', 'top_box') OR scale_minimum IS NOT NULL)
      );
      ${isolateAndBackUp('metric_version', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE metric_target (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        metric_id uuid NOT NULL,
        objective_id uuid,
        due_on date NOT NULL,
        value double precision NOT NULL,
        -- The far end of the range, where the metric should stay inside one.
        upper_value double precision,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, objective_id) REFERENCES experience_objective (organization_id, id),
        UNIQUE NULLS NOT DISTINCT (organization_id, metric_id, objective_id, due_on),
        CHECK (upper_value > value)
      );
      ${isolateAndBackUp('metric_target', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE metric_link (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        metric_id uuid NOT NULL,
        touchpoint_id uuid,
        stage_id uuid,
        journey_id uuid,
        team_id uuid,
        objective_id uuid,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        FOREIGN KEY (organization_id, stage_id) REFERENCES journey_stage (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, journey_id) REFERENCES journey (organization_id, id),
        FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        FOREIGN KEY (organization_id, objective_id) REFERENCES experience_objective (organization_id, id),
        CHECK (num_nonnulls(touchpoint_id, stage_id, journey_id, team_id, objective_id) = 1),
        UNIQUE NULLS NOT DISTINCT (organization_id, metric_id, touchpoint_id, stage_id, journey_id, team_id, objective_id)
      );
      CREATE INDEX metric_link_touchpoint ON metric_link (organization_id, touchpoint_id) WHERE touchpoint_id IS NOT NULL;
      CREATE INDEX metric_link_stage ON metric_link (organization_id, stage_id) WHERE stage_id IS NOT NULL;
      CREATE INDEX metric_link_journey ON metric_link (organization_id, journey_id) WHERE journey_id IS NOT NULL;
      CREATE INDEX metric_link_objective ON metric_link (organization_id, objective_id) WHERE objective_id IS NOT NULL;
      ${isolateAndBackUp('metric_link', { app: READ_WRITE, worker: READ_WRITE })}

      -- From this day on the numbers do not continue those before.
      CREATE TABLE series_break (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        metric_id uuid NOT NULL,
        begins_on date NOT NULL,
        cause text NOT NULL CHECK (cause IN ('definition', 'sample', 'source')),
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        UNIQUE (organization_id, metric_id, begins_on, cause)
      );
      ${isolateAndBackUp('series_break', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE metric_annotation (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        metric_id uuid NOT NULL,
        noted_on date NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id)
      );
      CREATE INDEX metric_annotation_metric ON metric_annotation (organization_id, metric_id, noted_on);
      ${isolateAndBackUp('metric_annotation', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE metric_annotation, series_break, metric_link, metric_target, metric_version, metric,
        experience_objective, business_goal;
    `);
  }
}
