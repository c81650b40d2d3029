import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, READ_WRITE } from './tenancy.js';

/** Models, waves, invitations, drafts, submissions and answers. */
export class Maturity1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE maturity_model_version (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        model_key text NOT NULL,
        model_version text NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
        content jsonb NOT NULL,
        source text NOT NULL,
        source_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid,
        published_at timestamptz,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, model_key, model_version)
      );
      ${isolate('maturity_model_version', { app: READ_WRITE, worker: READ_WRITE })}

      -- A published version is what waves were answered by: nothing about it changes any more.
      CREATE FUNCTION refuse_change_of_published_model() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A published model version is immutable.' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER published_model_is_immutable BEFORE UPDATE OR DELETE ON maturity_model_version
        FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change_of_published_model();

      CREATE TABLE model_node (
        organization_id uuid NOT NULL,
        model_version_id uuid NOT NULL,
        node_kind text NOT NULL CHECK (node_kind IN ('dimension', 'practice', 'item')),
        node_id text NOT NULL,
        parent_id text,
        position integer NOT NULL,
        weight double precision NOT NULL,
        name jsonb NOT NULL,
        PRIMARY KEY (organization_id, model_version_id, node_kind, node_id),
        FOREIGN KEY (organization_id, model_version_id) REFERENCES maturity_model_version (organization_id, id) ON DELETE CASCADE
      );
      ${isolate('model_node', { app: 'SELECT, INSERT, DELETE', worker: 'SELECT, INSERT, DELETE' })}

      CREATE TABLE assessment (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 4000),
        model_version_id uuid NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('organization', 'business_unit')),
        business_unit_id uuid,
        period_start date NOT NULL,
        period_end date NOT NULL CHECK (period_end >= period_start),
        deadline timestamptz NOT NULL,
        anonymity text NOT NULL CHECK (anonymity IN ('anonymous', 'confidential', 'named')),
        minimum_group_size integer NOT NULL CHECK (minimum_group_size BETWEEN 3 AND 100),
        previous_assessment_id uuid,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed', 'published', 'archived')),
        results_job_id uuid,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        opened_at timestamptz,
        closed_at timestamptz,
        published_at timestamptz,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, model_version_id) REFERENCES maturity_model_version (organization_id, id),
        FOREIGN KEY (organization_id, business_unit_id) REFERENCES business_unit (organization_id, id),
        FOREIGN KEY (organization_id, previous_assessment_id) REFERENCES assessment (organization_id, id),
        CHECK ((scope_kind = 'business_unit') = (business_unit_id IS NOT NULL))
      );
      CREATE INDEX assessment_by_creation ON assessment (organization_id, created_at DESC, id DESC);
      ${isolate('assessment', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE rater_group (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('executives', 'programme_office', 'owning_teams', 'front_line', 'partners', 'other')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        expected_size integer NOT NULL CHECK (expected_size BETWEEN 0 AND 1000000),
        position integer NOT NULL,
        link_nonce uuid NOT NULL,
        link_revoked_at timestamptz,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, assessment_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX rater_group_assessment ON rater_group (organization_id, assessment_id, position);
      ${isolate('rater_group', { app: READ_WRITE, worker: READ_WRITE })}

      -- A person's link, or a seat that a group link opened. It knows that somebody answered, never what.
      CREATE TABLE invitation (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        rater_group_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('person', 'seat')),
        email text CHECK (email = lower(email)),
        name text,
        locale text,
        token_hash bytea,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        opened_at timestamptz,
        submitted_on date,
        revoked_at timestamptz,
        mailed_at timestamptz,
        reminded_at timestamptz,
        reminder_count integer NOT NULL DEFAULT 0,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id, rater_group_id) REFERENCES rater_group (organization_id, assessment_id, id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX invitation_token ON invitation (organization_id, token_hash);
      CREATE UNIQUE INDEX invitation_person_once ON invitation (organization_id, assessment_id, email) WHERE email IS NOT NULL AND revoked_at IS NULL;
      CREATE INDEX invitation_group ON invitation (organization_id, assessment_id, rater_group_id, created_at, id);
      ${isolate('invitation', { app: READ_WRITE, worker: READ_WRITE })}

      -- Encrypted with a key that only the respondent's link gives: the server cannot read it alone.
      CREATE TABLE answer_draft (
        organization_id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        revision integer NOT NULL,
        ciphertext bytea NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, invitation_id),
        FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation (organization_id, id) ON DELETE CASCADE
      );
      ${isolate('answer_draft', { app: READ_WRITE, worker: 'SELECT, DELETE' })}

      CREATE TABLE submission (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        rater_group_id uuid NOT NULL,
        submitted_on date NOT NULL,
        source text NOT NULL CHECK (source IN ('respondent', 'import')),
        locale text NOT NULL,
        -- Only where the wave is named; otherwise nothing joins a person to answers.
        invitation_id uuid,
        import_id uuid,
        external_key bytea,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id, rater_group_id) REFERENCES rater_group (organization_id, assessment_id, id),
        FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation (organization_id, id)
      );
      CREATE INDEX submission_group ON submission (organization_id, assessment_id, rater_group_id);
      CREATE UNIQUE INDEX submission_external_once ON submission (organization_id, assessment_id, external_key) WHERE external_key IS NOT NULL;
      -- The application writes submissions and counts them; it cannot read who or what.
      ${isolate('submission', { app: 'INSERT', worker: READ_WRITE })}
      GRANT SELECT (organization_id, assessment_id, rater_group_id, source, submitted_on) ON submission TO touchstone_app;

      CREATE TABLE answer (
        organization_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        item_id text NOT NULL,
        value double precision,
        not_applicable boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organization_id, submission_id, item_id),
        FOREIGN KEY (organization_id, submission_id) REFERENCES submission (organization_id, id) ON DELETE CASCADE,
        CHECK ((value IS NOT NULL) <> not_applicable)
      );
      ${isolate('answer', { app: 'INSERT', worker: READ_WRITE })}

      -- Free text stands apart from group and submission, so that a turn of phrase does not give its writer's answers away.
      CREATE TABLE answer_comment (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        practice_id text NOT NULL,
        locale text NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id)
      );
      CREATE INDEX answer_comment_practice ON answer_comment (organization_id, assessment_id, practice_id, id);
      ${isolate('answer_comment', { app: 'SELECT, INSERT', worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE answer_comment, answer, submission, answer_draft, invitation, rater_group, assessment, model_node, maturity_model_version;
      DROP FUNCTION refuse_change_of_published_model();
    `);
  }
}
