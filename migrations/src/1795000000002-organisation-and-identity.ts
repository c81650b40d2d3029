import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CURRENT_USER, isolate, READ_WRITE } from './tenancy.js';

/** Accounts belong to no organisation; memberships tie a person to one, with a role and a period. */
export class OrganisationAndIdentity1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        password_hash text NOT NULL,
        locale text NOT NULL DEFAULT 'en',
        failed_attempts integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_email_once UNIQUE (email)
      );
      GRANT SELECT, INSERT, UPDATE ON account TO touchstone_app;
      GRANT SELECT, INSERT, UPDATE ON account TO touchstone_worker;

      CREATE TABLE password_reset (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO touchstone_app;
      -- The token is made in the job that mails it, so that it stands nowhere else; what has expired is cleared away.
      GRANT SELECT (expires_at), INSERT, DELETE ON password_reset TO touchstone_worker;

      CREATE TABLE rate_limit (
        key text PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO touchstone_app, touchstone_worker;

      CREATE TABLE business_unit (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, parent_id) REFERENCES business_unit (organization_id, id),
        CHECK (parent_id <> id)
      );
      CREATE UNIQUE INDEX business_unit_name_once ON business_unit
        (organization_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) WHERE archived_at IS NULL;
      ${isolate('business_unit', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE team (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        business_unit_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('product', 'design', 'operations', 'business', 'service', 'technology', 'research', 'other')),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, business_unit_id) REFERENCES business_unit (organization_id, id)
      );
      CREATE UNIQUE INDEX team_name_once ON team (organization_id, lower(name)) WHERE archived_at IS NULL;
      ${isolate('team', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE membership (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        account_id uuid REFERENCES account (id),
        email text NOT NULL CHECK (email = lower(email)),
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('administrator', 'programme_office', 'team_lead', 'executive', 'contributor')),
        invite_hash bytea,
        invited_at timestamptz,
        invite_expires_at timestamptz,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX membership_email_once ON membership (organization_id, email) WHERE valid_to IS NULL;
      CREATE INDEX membership_account ON membership (account_id) WHERE valid_to IS NULL;
      ${isolate('membership', { app: 'SELECT, INSERT, UPDATE', worker: 'SELECT, INSERT, UPDATE' })}
      -- A person may see in which organisations they are a member, to choose one after signing in.
      CREATE POLICY own_memberships ON membership FOR SELECT USING (account_id = ${CURRENT_USER});
      CREATE POLICY own_organizations ON organization FOR SELECT
        USING (EXISTS (SELECT FROM membership m WHERE m.organization_id = organization.id
                       AND m.account_id = ${CURRENT_USER} AND m.valid_to IS NULL));

      CREATE TABLE team_membership (
        organization_id uuid NOT NULL,
        team_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        lead boolean NOT NULL DEFAULT false,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        id uuid NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id)
      );
      CREATE UNIQUE INDEX team_membership_once ON team_membership (organization_id, membership_id, team_id) WHERE valid_to IS NULL;
      CREATE INDEX team_membership_team ON team_membership (organization_id, team_id) WHERE valid_to IS NULL;
      ${isolate('team_membership', { app: READ_WRITE, worker: READ_WRITE })}

      -- Found by the hash of the cookie before any organisation is known, hence outside tenant isolation; holds no content.
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_account ON session (account_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON session TO touchstone_app;
      GRANT SELECT (organization_id, expires_at), DELETE ON session TO touchstone_worker;

      -- From cookie to member in one round trip. Step by step, because the isolated tables may be read only after the
      -- session has said for which organisation and person; a single query would leave that order to the planner.
      CREATE FUNCTION principal_of_session(hash bytea)
      RETURNS TABLE (organization_id uuid, account_id uuid, membership_id uuid, role text, locale text, team_ids uuid[])
      LANGUAGE plpgsql AS $$
      DECLARE opened session;
      BEGIN
        SELECT * INTO opened FROM session s WHERE s.token_hash = hash AND s.expires_at > now();
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM set_config('app.organization_id', opened.organization_id::text, true),
                set_config('app.user_id', opened.account_id::text, true);
        RETURN QUERY
          SELECT m.organization_id, m.account_id, m.id, m.role, a.locale,
                 array(SELECT t.team_id FROM team_membership t
                       WHERE t.organization_id = m.organization_id AND t.membership_id = m.id AND t.valid_to IS NULL)
          FROM membership m JOIN account a ON a.id = m.account_id
          WHERE m.organization_id = opened.organization_id AND m.account_id = opened.account_id AND m.valid_to IS NULL;
      END $$;

      CREATE TABLE access_token (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        membership_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        token_hash bytea NOT NULL,
        scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'write', 'import', 'export'] AND cardinality(scopes) > 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id)
      );
      CREATE UNIQUE INDEX access_token_hash ON access_token (organization_id, token_hash);
      ${isolate('access_token', { app: 'SELECT, INSERT, UPDATE', worker: 'SELECT' })}

      -- The same for an access token, which names its organisation. That it was used is noted once a minute at most, so
      -- that a busy script does not write a row per request.
      CREATE FUNCTION principal_of_access_token(organization uuid, hash bytea)
      RETURNS TABLE (organization_id uuid, account_id uuid, membership_id uuid, role text, locale text, team_ids uuid[],
                     scopes text[])
      LANGUAGE plpgsql AS $$
      DECLARE token access_token;
      BEGIN
        PERFORM set_config('app.organization_id', organization::text, true);
        SELECT * INTO token FROM access_token t
        WHERE t.organization_id = organization AND t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now();
        IF NOT FOUND THEN RETURN; END IF;
        RETURN QUERY
          SELECT m.organization_id, m.account_id, m.id, m.role, a.locale,
                 array(SELECT t.team_id FROM team_membership t
                       WHERE t.organization_id = m.organization_id AND t.membership_id = m.id AND t.valid_to IS NULL),
                 token.scopes
          FROM membership m JOIN account a ON a.id = m.account_id
          WHERE m.organization_id = organization AND m.id = token.membership_id AND m.valid_to IS NULL;
        IF FOUND AND coalesce(token.last_used_at < now() - interval '1 minute', true) THEN
          UPDATE access_token t SET last_used_at = now() WHERE t.organization_id = organization AND t.id = token.id;
        END IF;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION principal_of_access_token(uuid, bytea);
      DROP FUNCTION principal_of_session(bytea);
      DROP TABLE access_token, session, team_membership;
      DROP POLICY own_organizations ON organization;
      DROP TABLE membership, team, business_unit, rate_limit, password_reset, account;
    `);
  }
}
