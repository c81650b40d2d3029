import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What the numbers say should be looked at, what became of it, and what of it waits to be taken up as a pain point. */
export class Alerts1795100000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alert (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        metric_id uuid NOT NULL,
        -- The cut it is about; set 0 is everybody.
        segment_set_id integer NOT NULL DEFAULT 0,
        rule text NOT NULL CHECK (rule IN ('signal', 'target_breach', 'threshold', 'staleness')),
        severity text NOT NULL CHECK (severity IN ('notice', 'warning', 'critical')),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'acknowledged', 'snoozed', 'closed')),
        -- Who answered for it when it was opened; a re-organisation afterwards does not move it.
        team_id uuid,
        assignee_id uuid,
        opened_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        -- The moments in the data that it is about, as opposed to the moments at which it was noticed.
        first_point timestamptz NOT NULL,
        last_point timestamptz NOT NULL,
        points integer NOT NULL DEFAULT 1 CHECK (points > 0),
        -- The numbers that opened it, and those that were seen last.
        evidence jsonb NOT NULL,
        latest jsonb NOT NULL,
        snoozed_until timestamptz,
        escalation_level smallint NOT NULL DEFAULT 0 CHECK (escalation_level BETWEEN 0 AND 2),
        closed_at timestamptz,
        close_reason text CHECK (close_reason IN
          ('resolved', 'expected', 'false_alarm', 'data_problem', 'pain_point', 'recovered', 'series_break',
           'metric_archived')),
        -- Only data after this moment can open the same alert again.
        closed_through timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, segment_set_id) REFERENCES segment_set (organization_id, id),
        FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        FOREIGN KEY (organization_id, assignee_id) REFERENCES membership (organization_id, id),
        CHECK (last_point >= first_point),
        CHECK ((state = 'snoozed') = (snoozed_until IS NOT NULL)),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
        CHECK ((closed_at IS NULL) = (closed_through IS NULL))
      );
      -- However many points and workers see it: one alert.
      CREATE UNIQUE INDEX alert_open_once ON alert (organization_id, metric_id, segment_set_id, rule) WHERE state <> 'closed';
      CREATE INDEX alert_metric ON alert (organization_id, metric_id, opened_at DESC);
      CREATE INDEX alert_state ON alert (organization_id, state, opened_at DESC);
      CREATE INDEX alert_team ON alert (organization_id, team_id) WHERE state <> 'closed';
      CREATE INDEX alert_assignee ON alert (organization_id, assignee_id) WHERE assignee_id IS NOT NULL;
      ${isolateAndBackUp('alert', { app: 'SELECT, UPDATE', worker: 'SELECT, INSERT, UPDATE' })}

      -- What happened to an alert; written once and never changed.
      CREATE TABLE alert_event (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        alert_id uuid NOT NULL,
        act text NOT NULL CHECK (act IN
          ('opened', 'seen_again', 'acknowledged', 'snoozed', 'woken', 'assigned', 'escalated', 'closed', 'reopened', 'noted')),
        -- Nobody: the system.
        actor_id uuid,
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
        details jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, alert_id) REFERENCES alert (organization_id, id),
        FOREIGN KEY (organization_id, actor_id) REFERENCES membership (organization_id, id)
      );
      CREATE INDEX alert_event_alert ON alert_event (organization_id, alert_id, id);
      ${isolateAndBackUp('alert_event', { app: 'SELECT, INSERT', worker: 'SELECT, INSERT' })}
    `);

    await runner.query(`
      -- How long an alert may lie untouched before it goes further up; an organisation without a row has the defaults.
      CREATE TABLE alert_settings (
        organization_id uuid NOT NULL REFERENCES organization (id),
        office_after_hours integer NOT NULL CHECK (office_after_hours BETWEEN 1 AND 8760),
        executive_after_hours integer NOT NULL CHECK (executive_after_hours BETWEEN 1 AND 8760),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id),
        CHECK (executive_after_hours > office_after_hours)
      );
      ${isolateAndBackUp('alert_settings', { app: 'SELECT, INSERT, UPDATE', worker: 'SELECT' })}

      -- What somebody wants letters about; without a row, all that concerns them.
      CREATE TABLE alert_preference (
        organization_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        mail text NOT NULL CHECK (mail IN ('all', 'critical', 'none')),
        PRIMARY KEY (organization_id, membership_id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id)
      );
      ${isolateAndBackUp('alert_preference', { app: READ_WRITE, worker: 'SELECT' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE alert_preference, alert_settings, alert_event, alert;`);
  }
}
