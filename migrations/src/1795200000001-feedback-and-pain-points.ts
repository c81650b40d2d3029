import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What customers and staff say goes wrong, what it comes down to, why it happens, and what could be done about it. */
export class FeedbackAndPainPoints1795200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- People say "P-12": numbers are given per organisation and kind, without gaps, under the row's lock.
      CREATE TABLE numbering (
        organization_id uuid NOT NULL REFERENCES organization (id),
        kind text NOT NULL CHECK (kind IN ('pain_point', 'opportunity', 'initiative', 'decision')),
        last integer NOT NULL DEFAULT 0,
        PRIMARY KEY (organization_id, kind)
      );
      ${isolateAndBackUp('numbering', { app: READ_WRITE, worker: READ_WRITE })}

      -- A pain point belongs to touchpoints; one that several journeys share gathers the single ones below it.
      CREATE TABLE pain_point (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        -- A false highlight is what the organisation is proud of and customers do not care for.
        kind text NOT NULL DEFAULT 'single' CHECK (kind IN ('single', 'common', 'false_highlight')),
        -- Why it is a false highlight.
        kind_reason text NOT NULL DEFAULT '' CHECK (length(kind_reason) <= 2000),
        common_id uuid,
        state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'confirmed', 'planned', 'fixed', 'verified', 'dismissed')),
        dismissed_reason text CHECK (length(dismissed_reason) BETWEEN 1 AND 2000),
        merged_into_id uuid,
        -- 1 a nuisance … 5 customers leave or come to harm; with what it rests on.
        severity smallint CHECK (severity BETWEEN 1 AND 5),
        severity_evidence text NOT NULL DEFAULT '' CHECK (length(severity_evidence) <= 2000),
        -- Met by so many of so many customers, cases or visits.
        frequency_count integer CHECK (frequency_count >= 0),
        frequency_base integer CHECK (frequency_base > 0),
        frequency_evidence text NOT NULL DEFAULT '' CHECK (length(frequency_evidence) <= 2000),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number),
        FOREIGN KEY (organization_id, common_id) REFERENCES pain_point (organization_id, id),
        FOREIGN KEY (organization_id, merged_into_id) REFERENCES pain_point (organization_id, id),
        CHECK (common_id <> id AND merged_into_id <> id),
        CHECK (common_id IS NULL OR kind = 'single'),
        CHECK (kind_reason = '' OR kind = 'false_highlight'),
        -- What was merged is readable, and closed.
        CHECK (merged_into_id IS NULL OR archived_at IS NOT NULL),
        CHECK ((state = 'dismissed') = (dismissed_reason IS NOT NULL)),
        CHECK ((frequency_count IS NULL) = (frequency_base IS NULL)),
        CHECK (frequency_count <= frequency_base)
      );
      CREATE INDEX pain_point_state ON pain_point (organization_id, state, created_at DESC);
      CREATE INDEX pain_point_common ON pain_point (organization_id, common_id) WHERE common_id IS NOT NULL;
      CREATE INDEX pain_point_merged ON pain_point (organization_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
      ${isolateAndBackUp('pain_point', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE pain_point_touchpoint (
        organization_id uuid NOT NULL,
        pain_point_id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        PRIMARY KEY (organization_id, pain_point_id, touchpoint_id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id)
      );
      CREATE INDEX pain_point_touchpoint_touchpoint ON pain_point_touchpoint (organization_id, touchpoint_id);
      ${isolateAndBackUp('pain_point_touchpoint', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE pain_point_persona (
        organization_id uuid NOT NULL,
        pain_point_id uuid NOT NULL,
        persona_id uuid NOT NULL,
        PRIMARY KEY (organization_id, pain_point_id, persona_id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id),
        FOREIGN KEY (organization_id, persona_id) REFERENCES persona (organization_id, id)
      );
      ${isolateAndBackUp('pain_point_persona', { app: READ_WRITE, worker: READ_WRITE })}

      -- Five whys are a tree without branches. A cause that explains enough to act upon is marked as a root.
      CREATE TABLE cause (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        pain_point_id uuid NOT NULL,
        parent_id uuid,
        position integer NOT NULL CHECK (position >= 0),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
        evidence text NOT NULL DEFAULT '' CHECK (length(evidence) <= 2000),
        root boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, pain_point_id, id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id),
        FOREIGN KEY (organization_id, pain_point_id, parent_id) REFERENCES cause (organization_id, pain_point_id, id) ON DELETE CASCADE,
        CHECK (parent_id <> id)
      );
      CREATE INDEX cause_pain_point ON cause (organization_id, pain_point_id, position);
      ${isolateAndBackUp('cause', { app: READ_WRITE, worker: READ_WRITE })}
    `);

    await runner.query(`
      CREATE TABLE feedback_import (
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
        -- There before this file, and twice within it.
        repeated integer NOT NULL DEFAULT 0,
        duplicates integer NOT NULL DEFAULT 0,
        -- Rows in which nobody said anything: a rating alone is no feedback.
        without_text integer NOT NULL DEFAULT 0,
        -- Comments of ratings that are not low, where only those of low ones were asked for.
        not_low integer NOT NULL DEFAULT 0,
        problem_count integer NOT NULL DEFAULT 0,
        -- Triaged when the import was taken back, and therefore left.
        kept integer NOT NULL DEFAULT 0,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        undone_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      ${isolateAndBackUp('feedback_import', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE feedback_import_problem (
        organization_id uuid NOT NULL,
        import_id uuid NOT NULL,
        position integer NOT NULL,
        row_number integer NOT NULL,
        column_name text,
        code text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        value text,
        PRIMARY KEY (organization_id, import_id, position),
        FOREIGN KEY (organization_id, import_id) REFERENCES feedback_import (organization_id, id) ON DELETE CASCADE
      );
      ${isolateAndBackUp('feedback_import_problem', { app: 'SELECT', worker: READ_WRITE })}

      -- One thing that somebody said or that the system noticed, as it came in. Its text is never rewritten.
      CREATE TABLE feedback (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        source text NOT NULL CHECK (source IN ('service_desk', 'forum', 'survey', 'interview', 'walkthrough', 'store_visit', 'alert', 'assessment_gap', 'other')),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 8000),
        language text NOT NULL DEFAULT 'und',
        said_at timestamptz NOT NULL,
        rating double precision,
        touchpoint_id uuid,
        persona_id uuid,
        metric_id uuid,
        alert_id uuid,
        assessment_id uuid,
        -- The practice or dimension of the assessment's model, where a gap of it is meant.
        node_id text CHECK (length(node_id) BETWEEN 1 AND 200),
        import_id uuid,
        -- What identifies it at its source: the same row read twice is the same feedback.
        natural_key uuid NOT NULL,
        -- Shared by texts that are nearly the same; see docs. Filled where the text is written.
        similarity_keys integer[] NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'linked', 'merged', 'dismissed')),
        pain_point_id uuid,
        merged_into_id uuid,
        dismissed_reason text CHECK (length(dismissed_reason) BETWEEN 1 AND 2000),
        triaged_by uuid,
        triaged_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, natural_key),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        FOREIGN KEY (organization_id, persona_id) REFERENCES persona (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, alert_id) REFERENCES alert (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id),
        FOREIGN KEY (organization_id, import_id) REFERENCES feedback_import (organization_id, id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id),
        FOREIGN KEY (organization_id, merged_into_id) REFERENCES feedback (organization_id, id),
        CHECK ((state = 'linked') = (pain_point_id IS NOT NULL)),
        CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
        CHECK ((state = 'dismissed') = (dismissed_reason IS NOT NULL)),
        CHECK (merged_into_id <> id),
        CHECK ((assessment_id IS NULL) = (node_id IS NULL))
      );
      CREATE INDEX feedback_inbox ON feedback (organization_id, state, said_at DESC, id);
      CREATE INDEX feedback_merged ON feedback (organization_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
      CREATE INDEX feedback_pain_point ON feedback (organization_id, pain_point_id) WHERE pain_point_id IS NOT NULL;
      CREATE INDEX feedback_touchpoint ON feedback (organization_id, touchpoint_id) WHERE touchpoint_id IS NOT NULL;
      CREATE INDEX feedback_import_id ON feedback (organization_id, import_id) WHERE import_id IS NOT NULL;
      CREATE INDEX feedback_alert ON feedback (organization_id, alert_id) WHERE alert_id IS NOT NULL;
      ${isolateAndBackUp('feedback', { app: READ_WRITE, worker: READ_WRITE })}

      -- The same keys, one a row: overlap of arrays is not leakproof, so that under row-level security no index on them is ever
      -- asked, while equality is. Derived from feedback and read only together with it; removed by the keys that it names.
      CREATE TABLE feedback_key (
        organization_id uuid NOT NULL REFERENCES organization (id),
        key integer NOT NULL,
        feedback_id uuid NOT NULL,
        PRIMARY KEY (organization_id, key, feedback_id)
      );
      ${isolateAndBackUp('feedback_key', { app: READ_WRITE, worker: READ_WRITE })}
    `);

    await runner.query(`
      CREATE TABLE opportunity (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'parked', 'dismissed')),
        state_reason text CHECK (length(state_reason) BETWEEN 1 AND 2000),
        -- What the lenses ask for; an estimate that is missing stays missing.
        reach double precision CHECK (reach >= 0),
        impact double precision CHECK (impact >= 0),
        confidence double precision CHECK (confidence BETWEEN 0 AND 1),
        effort double precision CHECK (effort > 0),
        user_value double precision CHECK (user_value >= 0),
        time_criticality double precision CHECK (time_criticality >= 0),
        risk_reduction double precision CHECK (risk_reduction >= 0),
        ease smallint CHECK (ease BETWEEN 1 AND 10),
        -- 1 … 5 by criterion of the organisation; those of a criterion that is there no more are passed over.
        scores jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(scores) = 'object'),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number),
        CHECK (state NOT IN ('parked', 'dismissed') OR state_reason IS NOT NULL)
      );
      ${isolateAndBackUp('opportunity', { app: READ_WRITE, worker: READ_WRITE })}

      -- What an organisation weighs opportunities by: read, and replaced, as a whole.
      CREATE TABLE opportunity_criteria (
        organization_id uuid NOT NULL REFERENCES organization (id),
        criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'array'),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id)
      );
      ${isolateAndBackUp('opportunity_criteria', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE opportunity_pain_point (
        organization_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        pain_point_id uuid NOT NULL,
        PRIMARY KEY (organization_id, opportunity_id, pain_point_id),
        FOREIGN KEY (organization_id, opportunity_id) REFERENCES opportunity (organization_id, id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id)
      );
      CREATE INDEX opportunity_pain_point_pain_point ON opportunity_pain_point (organization_id, pain_point_id);
      ${isolateAndBackUp('opportunity_pain_point', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE opportunity_criteria, opportunity_pain_point, opportunity, feedback_key, feedback, feedback_import_problem, feedback_import, cause,
        pain_point_persona, pain_point_touchpoint, pain_point, numbering;
    `);
  }
}
