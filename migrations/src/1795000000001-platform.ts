import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, READ_WRITE } from './tenancy.js';

/** Roles, organisations, audit chain, outbox, jobs, files, idempotency: what every feature stands on. */
export class Platform1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$
      DECLARE role_name text;
      BEGIN
        FOREACH role_name IN ARRAY ARRAY['touchstone_app', 'touchstone_worker'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', role_name);
          END IF;
          -- Where an administrator made the roles, the owner may lack the right to grant them, and need not hold them.
          BEGIN
            EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
          EXCEPTION WHEN insufficient_privilege THEN NULL;
          END;
        END LOOP;
      END $$;
      GRANT USAGE ON SCHEMA public TO touchstone_app, touchstone_worker;
    `);

    await runner.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        time_zone text NOT NULL DEFAULT 'UTC',
        week_start smallint NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
        locales text[] NOT NULL DEFAULT '{en,zh-CN}',
        minimum_group_size integer NOT NULL DEFAULT 5 CHECK (minimum_group_size BETWEEN 3 AND 100),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      ${isolate('organization', { app: 'SELECT, UPDATE', worker: 'SELECT, INSERT, UPDATE' }, 'id')}
      CREATE POLICY worker_lists ON organization FOR SELECT TO touchstone_worker USING (true);
    `);

    await runner.query(`
      CREATE TABLE audit_head (
        organization_id uuid PRIMARY KEY REFERENCES organization (id),
        sequence bigint NOT NULL,
        hash bytea NOT NULL
      );
      ${isolate('audit_head', { app: 'SELECT, INSERT, UPDATE', worker: 'SELECT, INSERT, UPDATE' })}

      CREATE TABLE audit_event (
        organization_id uuid NOT NULL REFERENCES organization (id),
        sequence bigint NOT NULL,
        id uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        act text NOT NULL,
        object_kind text NOT NULL,
        object_id text,
        changes jsonb NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (organization_id, sequence)
      );
      CREATE INDEX audit_event_object ON audit_event (organization_id, object_kind, object_id, sequence);
      ${isolate('audit_event', { app: 'SELECT, INSERT', worker: 'SELECT, INSERT' })}

      -- What is hashed: every column, in one unambiguous text. Changing it would break every chain, so it never changes.
      CREATE FUNCTION audit_canonical(e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_array(
          e.organization_id, e.sequence, e.id,
          to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          e.actor_kind, e.actor_id, e.act, e.object_kind, e.object_id, e.changes)::text
      $$;

      -- Appends events to the organisation's chain. The head row serialises writers of one organisation until they commit,
      -- which is why callers do this last in their transaction.
      CREATE FUNCTION append_audit(organization uuid, actor_kind text, actor_id uuid, events jsonb) RETURNS bigint
      LANGUAGE plpgsql AS $$
      DECLARE head audit_head; event jsonb; row audit_event;
      BEGIN
        INSERT INTO audit_head VALUES (organization, 0, sha256(convert_to(organization::text, 'UTF8'))) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM audit_head h WHERE h.organization_id = organization FOR UPDATE;
        FOR event IN SELECT * FROM jsonb_array_elements(events) LOOP
          head.sequence := head.sequence + 1;
          row.organization_id := organization;
          row.sequence := head.sequence;
          row.id := (event ->> 'id')::uuid;
          row.occurred_at := clock_timestamp();
          row.actor_kind := append_audit.actor_kind;
          row.actor_id := append_audit.actor_id;
          row.act := event ->> 'act';
          row.object_kind := event ->> 'objectKind';
          row.object_id := event ->> 'objectId';
          row.changes := coalesce(event -> 'changes', '{}'::jsonb);
          row.hash := sha256(head.hash || convert_to(audit_canonical(row), 'UTF8'));
          head.hash := row.hash;
          INSERT INTO audit_event SELECT row.*;
        END LOOP;
        UPDATE audit_head h SET sequence = head.sequence, hash = head.hash WHERE h.organization_id = organization;
        RETURN head.sequence;
      END $$;
    `);

    await runner.query(`
      CREATE TABLE job (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'active', 'completed', 'failed', 'dead')),
        progress_done integer NOT NULL DEFAULT 0,
        progress_total integer,
        progress_note text,
        attempts integer NOT NULL DEFAULT 0,
        error_code text,
        error_params jsonb,
        result jsonb,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX job_by_state ON job (organization_id, state, created_at DESC);
      ${isolate('job', { app: 'SELECT, INSERT, UPDATE', worker: READ_WRITE })}

      CREATE TABLE outbox (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        job_id uuid NOT NULL,
        name text NOT NULL,
        delay_ms bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, job_id) REFERENCES job (organization_id, id)
      );
      CREATE INDEX outbox_unpublished ON outbox (created_at) WHERE published_at IS NULL;
      ${isolate('outbox', { app: 'INSERT', worker: READ_WRITE })}
      -- The relay serves every organisation; it moves names and ids, and never runs as the application.
      CREATE POLICY relay ON outbox TO touchstone_worker USING (true) WITH CHECK (true);

      CREATE TABLE processed_job (
        organization_id uuid NOT NULL REFERENCES organization (id),
        key text NOT NULL,
        result jsonb,
        processed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, key)
      );
      ${isolate('processed_job', { app: '', worker: READ_WRITE })}

      CREATE TABLE idempotency_key (
        organization_id uuid NOT NULL REFERENCES organization (id),
        actor_id uuid NOT NULL,
        operation text NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
        request_hash bytea NOT NULL,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, actor_id, operation, key)
      );
      ${isolate('idempotency_key', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE stored_file (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL DEFAULT 0,
        sha256 bytea,
        purpose text NOT NULL CHECK (purpose IN ('upload', 'export')),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      ${isolate('stored_file', { app: READ_WRITE, worker: READ_WRITE })}
      CREATE TABLE stored_file_chunk (
        organization_id uuid NOT NULL,
        file_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (organization_id, file_id, position),
        FOREIGN KEY (organization_id, file_id) REFERENCES stored_file (organization_id, id) ON DELETE CASCADE
      );
      ALTER TABLE stored_file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
      ${isolate('stored_file_chunk', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stored_file_chunk, stored_file, idempotency_key, processed_job, outbox, job;
      DROP FUNCTION append_audit(uuid, text, uuid, jsonb);
      DROP FUNCTION audit_canonical(audit_event);
      DROP TABLE audit_event, audit_head, organization;
      REVOKE USAGE ON SCHEMA public FROM touchstone_app, touchstone_worker;
    `);
  }
}
