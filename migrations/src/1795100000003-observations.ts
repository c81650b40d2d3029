import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What was observed, by month; what brought it in; and the roll-ups that pages read instead. */
export class Observations1795100000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_mapping (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        -- What the files that it reads hold.
        kind text NOT NULL DEFAULT 'observation' CHECK (kind IN ('observation', 'feedback')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        mapping jsonb NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX import_mapping_name_once ON import_mapping (organization_id, kind, lower(name)) WHERE archived_at IS NULL;
      ${isolateAndBackUp('import_mapping', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE observation_import (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        file_id uuid,
        file_name text NOT NULL,
        file_hash bytea NOT NULL,
        mapping jsonb NOT NULL,
        mode text NOT NULL CHECK (mode IN ('all_or_nothing', 'accept_good')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'completed', 'refused', 'failed', 'undone')),
        job_id uuid,
        rows_read integer NOT NULL DEFAULT 0,
        rows_bad integer NOT NULL DEFAULT 0,
        added integer NOT NULL DEFAULT 0,
        repeated integer NOT NULL DEFAULT 0,
        corrected integer NOT NULL DEFAULT 0,
        -- Values that say "not applicable".
        skipped integer NOT NULL DEFAULT 0,
        problem_count integer NOT NULL DEFAULT 0,
        -- The days and metrics it touched, so that undoing it reads what it must and no more.
        first_at timestamptz,
        last_at timestamptz,
        metric_ids uuid[] NOT NULL DEFAULT '{}',
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        undone_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX observation_import_latest ON observation_import (organization_id, created_at DESC);
      ${isolateAndBackUp('observation_import', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE observation_import_problem (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        position integer NOT NULL,
        row_number integer NOT NULL,
        column_name text,
        code text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        value text,
        PRIMARY KEY (organization_id, import_id, position),
        FOREIGN KEY (organization_id, import_id) REFERENCES observation_import (organization_id, id) ON DELETE CASCADE
      );
      ${isolateAndBackUp('observation_import_problem', { app: 'SELECT', worker: READ_WRITE })}
    `);

    await runner.query(`
      -- A set of dimension=value pairs, such as class=Business and customer=Loyal, as one small number. Set 0 is everybody.
      CREATE TABLE segment_set (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id integer NOT NULL,
        pairs jsonb NOT NULL CHECK (jsonb_typeof(pairs) = 'object'),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, pairs)
      );
      ${isolateAndBackUp('segment_set', { app: 'SELECT', worker: 'SELECT, INSERT' })}

      -- The cuts that observations of a set count in: everybody, and each of its pairs alone.
      CREATE TABLE segment_margin (
        organization_id uuid NOT NULL,
        segment_set_id integer NOT NULL,
        margin_id integer NOT NULL,
        PRIMARY KEY (organization_id, segment_set_id, margin_id),
        FOREIGN KEY (organization_id, segment_set_id) REFERENCES segment_set (organization_id, id),
        FOREIGN KEY (organization_id, margin_id) REFERENCES segment_set (organization_id, id)
      );
      ${isolateAndBackUp('segment_margin', { app: 'SELECT', worker: 'SELECT, INSERT' })}

      CREATE TABLE observation (
        organization_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        observed_at timestamptz NOT NULL,
        -- Made from what identifies the observation at its source: the same row read twice is the same observation.
        natural_key uuid NOT NULL,
        segment_set_id integer NOT NULL,
        value double precision NOT NULL,
        -- What the value counts in: 1 for a single rating or value, the whole of a share, the opportunities of a rate.
        n double precision NOT NULL DEFAULT 1 CHECK (n > 0),
        import_id uuid,
        PRIMARY KEY (organization_id, metric_id, observed_at, natural_key),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, segment_set_id) REFERENCES segment_set (organization_id, id),
        FOREIGN KEY (organization_id, import_id) REFERENCES observation_import (organization_id, id)
      ) PARTITION BY RANGE (observed_at);
      ${isolateAndBackUp('observation', { app: 'SELECT', worker: READ_WRITE })}

      -- Makes the partition of a month (UTC) when its first observation arrives. Only the owner may make tables, hence
      -- SECURITY DEFINER. A partition is reached through its parent alone: nobody is granted anything on it. Made apart and
      -- then attached, because that does not keep readers of other months out.
      CREATE FUNCTION add_observation_month(month date) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        first date := date_trunc('month', month)::date;
        partition text := 'observation_' || to_char(first, 'YYYY_MM');
      BEGIN
        IF first < DATE '1970-01-01' OR first > DATE '2199-12-01' THEN
          RAISE EXCEPTION 'no observations are kept for %', first USING ERRCODE = 'datetime_field_overflow';
        END IF;
        IF to_regclass('public.' || partition) IS NOT NULL THEN RETURN; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('add_observation_month'));
        IF to_regclass('public.' || partition) IS NOT NULL THEN RETURN; END IF;
        EXECUTE format('CREATE TABLE public.%I (LIKE public.observation INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition);
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', partition);
        EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', partition);
        EXECUTE format('ALTER TABLE public.observation ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', partition,
          first::timestamp AT TIME ZONE 'UTC', (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
      END $$;
      REVOKE EXECUTE ON FUNCTION add_observation_month(date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION add_observation_month(date) TO touchstone_worker;

      -- What an import put something else in the place of, so that undoing it brings the old value back.
      CREATE TABLE observation_replaced (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        observed_at timestamptz NOT NULL,
        natural_key uuid NOT NULL,
        segment_set_id integer NOT NULL,
        value double precision NOT NULL,
        n double precision NOT NULL,
        former_import_id uuid,
        PRIMARY KEY (organization_id, import_id, metric_id, observed_at, natural_key),
        FOREIGN KEY (organization_id, import_id) REFERENCES observation_import (organization_id, id)
      );
      ${isolateAndBackUp('observation_replaced', { app: '', worker: READ_WRITE })}
    `);

    await runner.query(`
      -- Statistics that can be added up, of one metric, bucket and cut. Buckets begin in the organisation's own time zone.
      CREATE TABLE rollup (
        organization_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        grain text NOT NULL CHECK (grain IN ('hour', 'day', 'week', 'month', 'quarter')),
        segment_set_id integer NOT NULL,
        bucket timestamptz NOT NULL,
        observations bigint NOT NULL CHECK (observations > 0),
        n double precision NOT NULL,
        sum double precision NOT NULL,
        sum_of_squares double precision NOT NULL,
        minimum double precision NOT NULL,
        maximum double precision NOT NULL,
        last_value double precision NOT NULL,
        last_at timestamptz NOT NULL,
        -- How many of each rating, where the metric is rated on a scale.
        counts jsonb,
        computed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, metric_id, grain, segment_set_id, bucket),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, segment_set_id) REFERENCES segment_set (organization_id, id)
      );
      ${isolateAndBackUp('rollup', { app: 'SELECT', worker: READ_WRITE })}

      -- Days (of UTC, so that they outlive a change of the organisation's clock) whose roll-ups no longer say what the
      -- observations say; -infinity is everything of a metric. Marked in the transaction that changes observations;
      -- marking again takes the row's lock, so that a day being recomputed is marked anew and not lost.
      CREATE TABLE dirty_bucket (
        organization_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        day date NOT NULL,
        marked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, metric_id, day),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id)
      );
      ${isolateAndBackUp('dirty_bucket', { app: 'SELECT, INSERT, UPDATE', worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dirty_bucket, rollup, observation_replaced, observation, segment_margin, segment_set,
        observation_import_problem, observation_import, import_mapping;
      DROP FUNCTION add_observation_month(date);
    `);
  }
}
