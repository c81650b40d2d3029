import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, READ_WRITE } from './tenancy.js';

/** What a closed wave came to, frozen; and the imports that brought answers from spreadsheets. */
export class ResultsAndImports1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE result_set (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        formula text NOT NULL,
        confidence double precision NOT NULL,
        unit text NOT NULL CHECK (unit IN ('level', 'sum')),
        submissions integer NOT NULL,
        icc double precision,
        krippendorff_alpha double precision,
        notes text[] NOT NULL DEFAULT '{}',
        reason text NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id)
      );
      CREATE UNIQUE INDEX result_set_current ON result_set (organization_id, assessment_id) WHERE superseded_at IS NULL;
      ${isolate('result_set', { app: 'SELECT', worker: READ_WRITE })}

      CREATE TABLE result_group (
        organization_id uuid NOT NULL,
        result_set_id uuid NOT NULL,
        rater_group_id uuid NOT NULL,
        -- Null where the group is hidden.
        submitted integer,
        reason text,
        suppression text NOT NULL CHECK (suppression IN ('shown', 'empty', 'primary', 'complementary')),
        PRIMARY KEY (organization_id, result_set_id, rater_group_id),
        FOREIGN KEY (organization_id, result_set_id) REFERENCES result_set (organization_id, id) ON DELETE CASCADE,
        FOREIGN KEY (organization_id, rater_group_id) REFERENCES rater_group (organization_id, id)
      );
      ${isolate('result_group', { app: 'SELECT', worker: READ_WRITE })}

      CREATE TABLE result_cell (
        organization_id uuid NOT NULL,
        result_set_id uuid NOT NULL,
        id uuid NOT NULL,
        node_kind text NOT NULL CHECK (node_kind IN ('practice', 'dimension', 'overall')),
        node_id text NOT NULL,
        -- Null: all respondents pooled.
        rater_group_id uuid,
        suppression text NOT NULL CHECK (suppression IN ('shown', 'empty', 'primary', 'complementary')),
        reason text,
        n integer,
        value double precision,
        sd double precision,
        lower double precision,
        upper double precision,
        level integer,
        distribution jsonb,
        agreement double precision,
        coverage double precision,
        not_applicable integer,
        explanation jsonb,
        PRIMARY KEY (organization_id, result_set_id, id),
        FOREIGN KEY (organization_id, result_set_id) REFERENCES result_set (organization_id, id) ON DELETE CASCADE,
        -- A hidden cell holds nothing that could leak.
        CHECK (suppression IN ('shown', 'empty') OR num_nonnulls(n, value, sd, lower, upper, level, distribution, agreement, coverage, not_applicable, explanation) = 0)
      );
      CREATE UNIQUE INDEX result_cell_cut ON result_cell
        (organization_id, result_set_id, node_kind, node_id, coalesce(rater_group_id, '00000000-0000-0000-0000-000000000000'));
      ${isolate('result_cell', { app: 'SELECT', worker: READ_WRITE })}

      CREATE TABLE result_gap (
        organization_id uuid NOT NULL,
        result_set_id uuid NOT NULL,
        node_kind text NOT NULL,
        node_id text NOT NULL,
        group_a uuid NOT NULL,
        group_b uuid NOT NULL,
        difference double precision NOT NULL,
        lower double precision,
        upper double precision,
        p double precision,
        adjusted_p double precision,
        beyond_noise boolean NOT NULL,
        PRIMARY KEY (organization_id, result_set_id, node_kind, node_id, group_a, group_b),
        FOREIGN KEY (organization_id, result_set_id) REFERENCES result_set (organization_id, id) ON DELETE CASCADE
      );
      ${isolate('result_gap', { app: 'SELECT', worker: READ_WRITE })}

      CREATE TABLE answer_import (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        mapping jsonb NOT NULL,
        mode text NOT NULL CHECK (mode IN ('all_or_nothing', 'accept_good')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'completed', 'refused', 'failed')),
        job_id uuid,
        rows_read integer NOT NULL DEFAULT 0,
        rows_good integer NOT NULL DEFAULT 0,
        rows_bad integer NOT NULL DEFAULT 0,
        answers integer NOT NULL DEFAULT 0,
        duplicates integer NOT NULL DEFAULT 0,
        problem_count integer NOT NULL DEFAULT 0,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX answer_import_assessment ON answer_import (organization_id, assessment_id, created_at DESC);
      ${isolate('answer_import', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE answer_import_problem (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        position integer NOT NULL,
        row_number integer NOT NULL,
        column_name text,
        code text NOT NULL,
        message text NOT NULL,
        value text,
        PRIMARY KEY (organization_id, import_id, position),
        FOREIGN KEY (organization_id, import_id) REFERENCES answer_import (organization_id, id) ON DELETE CASCADE
      );
      ${isolate('answer_import_problem', { app: 'SELECT', worker: READ_WRITE })}

      ALTER TABLE submission ADD FOREIGN KEY (organization_id, import_id) REFERENCES answer_import (organization_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE submission DROP CONSTRAINT submission_organization_id_import_id_fkey;
      DROP TABLE answer_import_problem, answer_import, result_gap, result_cell, result_group, result_set;
    `);
  }
}
