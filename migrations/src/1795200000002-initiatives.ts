import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What is undertaken, by whom, in which steps and at what cost; and the decisions that let it pass from one stage to the next. */
export class Initiatives1795200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE initiative (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        -- "We believe that <change> will <effect> because <reason>."
        hypothesis_change text NOT NULL DEFAULT '' CHECK (length(hypothesis_change) <= 2000),
        hypothesis_effect text NOT NULL DEFAULT '' CHECK (length(hypothesis_effect) <= 2000),
        hypothesis_reason text NOT NULL DEFAULT '' CHECK (length(hypothesis_reason) <= 2000),
        stage text NOT NULL DEFAULT 'proposed'
          CHECK (stage IN ('proposed', 'approved', 'in_progress', 'launched', 'evaluating', 'closed', 'withdrawn')),
        -- Since when it has stood in its stage: what ageing is counted from.
        stage_since timestamptz NOT NULL DEFAULT now(),
        opportunity_id uuid,
        team_id uuid,
        owner_id uuid,
        sponsor_id uuid,
        starts_on date,
        due_on date,
        launched_on date,
        currency text CHECK (currency ~ '^[A-Z]{3}$'),
        cost_planned_minor bigint CHECK (cost_planned_minor >= 0),
        cost_actual_minor bigint CHECK (cost_actual_minor >= 0),
        -- 1 … 5, as the value/effort map draws them.
        value smallint CHECK (value BETWEEN 1 AND 5),
        effort smallint CHECK (effort BETWEEN 1 AND 5),
        update_every_days integer CHECK (update_every_days BETWEEN 1 AND 180),
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number),
        FOREIGN KEY (organization_id, opportunity_id) REFERENCES opportunity (organization_id, id),
        FOREIGN KEY (organization_id, team_id) REFERENCES team (organization_id, id),
        FOREIGN KEY (organization_id, owner_id) REFERENCES membership (organization_id, id),
        FOREIGN KEY (organization_id, sponsor_id) REFERENCES membership (organization_id, id),
        CHECK (due_on >= starts_on),
        CHECK (num_nonnulls(cost_planned_minor, cost_actual_minor) = 0 OR currency IS NOT NULL),
        CHECK ((launched_on IS NOT NULL) OR stage NOT IN ('launched', 'evaluating', 'closed'))
      );
      CREATE INDEX initiative_stage ON initiative (organization_id, stage, stage_since);
      CREATE INDEX initiative_team ON initiative (organization_id, team_id);
      CREATE INDEX initiative_owner ON initiative (organization_id, owner_id);
      CREATE INDEX initiative_opportunity ON initiative (organization_id, opportunity_id);
      ${isolateAndBackUp('initiative', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE initiative_pain_point (
        organization_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        pain_point_id uuid NOT NULL,
        PRIMARY KEY (organization_id, initiative_id, pain_point_id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, pain_point_id) REFERENCES pain_point (organization_id, id)
      );
      CREATE INDEX initiative_pain_point_pain_point ON initiative_pain_point (organization_id, pain_point_id);
      ${isolateAndBackUp('initiative_pain_point', { app: READ_WRITE, worker: READ_WRITE })}

      -- What it changes, where that is more than the touchpoints of its pain points.
      CREATE TABLE initiative_touchpoint (
        organization_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        PRIMARY KEY (organization_id, initiative_id, touchpoint_id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id)
      );
      CREATE INDEX initiative_touchpoint_touchpoint ON initiative_touchpoint (organization_id, touchpoint_id);
      ${isolateAndBackUp('initiative_touchpoint', { app: READ_WRITE, worker: READ_WRITE })}

      -- The gap of an assessment that it sets out to close: a practice or dimension that is to reach a level.
      CREATE TABLE initiative_gap (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        node_id text NOT NULL CHECK (length(node_id) BETWEEN 1 AND 200),
        target_level double precision,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, initiative_id, assessment_id, node_id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, id)
      );
      CREATE INDEX initiative_gap_assessment ON initiative_gap (organization_id, assessment_id, node_id);
      ${isolateAndBackUp('initiative_gap', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE initiative_dependency (
        organization_id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        needs_id uuid NOT NULL,
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
        PRIMARY KEY (organization_id, initiative_id, needs_id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, needs_id) REFERENCES initiative (organization_id, id),
        CHECK (needs_id <> initiative_id)
      );
      CREATE INDEX initiative_dependency_needs ON initiative_dependency (organization_id, needs_id);
      ${isolateAndBackUp('initiative_dependency', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE milestone (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        due_on date NOT NULL,
        reached_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id)
      );
      CREATE INDEX milestone_initiative ON milestone (organization_id, initiative_id, due_on);
      ${isolateAndBackUp('milestone', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE action (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
        owner_id uuid,
        due_on date,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
        finished_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, owner_id) REFERENCES membership (organization_id, id),
        CHECK ((state = 'open') = (finished_at IS NULL))
      );
      CREATE INDEX action_initiative ON action (organization_id, initiative_id, due_on);
      CREATE INDEX action_owner ON action (organization_id, owner_id, due_on) WHERE state = 'open';
      ${isolateAndBackUp('action', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE risk (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
        likelihood smallint NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
        impact smallint NOT NULL CHECK (impact BETWEEN 1 AND 5),
        answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 2000),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'happened', 'gone')),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id)
      );
      CREATE INDEX risk_initiative ON risk (organization_id, initiative_id);
      ${isolateAndBackUp('risk', { app: READ_WRITE, worker: READ_WRITE })}

      -- Said once and kept: a report that turns out wrong is answered by the next one.
      CREATE TABLE status_update (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        health text NOT NULL CHECK (health IN ('on_track', 'at_risk', 'off_track')),
        text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id)
      );
      CREATE INDEX status_update_initiative ON status_update (organization_id, initiative_id, created_at DESC);
      ${isolateAndBackUp('status_update', { app: 'SELECT, INSERT', worker: 'SELECT, INSERT' })}
    `);

    await runner.query(`
      CREATE TABLE decision (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        number integer NOT NULL,
        initiative_id uuid,
        -- The stage that the initiative enters when this is approved; null for a decision that opens no gate.
        opens_stage text CHECK (opens_stage IN ('approved', 'in_progress', 'launched', 'closed')),
        question text NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
        evidence text NOT NULL DEFAULT '' CHECK (length(evidence) <= 4000),
        asked_by uuid NOT NULL,
        decider_id uuid NOT NULL,
        due_on date,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'returned', 'rejected', 'taken_back')),
        rationale text CHECK (length(rationale) BETWEEN 1 AND 4000),
        decided_by uuid,
        decided_at timestamptz,
        -- By those who asked, while nobody had decided: it waits no more, and what was asked stays readable.
        taken_back_at timestamptz,
        taken_back_reason text CHECK (length(taken_back_reason) BETWEEN 1 AND 2000),
        -- How likely the decider held the forecast to come true, and whether it did: what is scored later.
        forecast text CHECK (length(forecast) BETWEEN 1 AND 1000),
        forecast_probability double precision CHECK (forecast_probability BETWEEN 0 AND 1),
        forecast_came_true boolean,
        forecast_known_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, number),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, asked_by) REFERENCES membership (organization_id, id),
        FOREIGN KEY (organization_id, decider_id) REFERENCES membership (organization_id, id),
        FOREIGN KEY (organization_id, decided_by) REFERENCES membership (organization_id, id),
        -- Four eyes: nobody decides what they asked for.
        CHECK (decider_id <> asked_by AND decided_by <> asked_by),
        CHECK (opens_stage IS NULL OR initiative_id IS NOT NULL),
        CHECK ((state IN ('waiting', 'taken_back')) = (num_nulls(rationale, decided_by, decided_at) = 3)),
        CHECK (state IN ('waiting', 'taken_back') OR num_nonnulls(rationale, decided_by, decided_at) = 3),
        CHECK ((state = 'taken_back') = (taken_back_at IS NOT NULL AND taken_back_reason IS NOT NULL)),
        CHECK (forecast_came_true IS NULL OR forecast IS NOT NULL),
        CHECK ((forecast_came_true IS NULL) = (forecast_known_at IS NULL))
      );
      CREATE INDEX decision_waiting ON decision (organization_id, decider_id, due_on) WHERE state = 'waiting';
      CREATE INDEX decision_initiative ON decision (organization_id, initiative_id);
      -- An initiative waits at one gate at a time.
      CREATE UNIQUE INDEX decision_one_gate ON decision (organization_id, initiative_id) WHERE state = 'waiting' AND opens_stage IS NOT NULL;
      ${isolateAndBackUp('decision', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE decision_option (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        decision_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
        description text NOT NULL DEFAULT '' CHECK (length(description) <= 4000),
        chosen boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, decision_id, position),
        FOREIGN KEY (organization_id, decision_id) REFERENCES decision (organization_id, id)
      );
      CREATE UNIQUE INDEX decision_option_one_chosen ON decision_option (organization_id, decision_id) WHERE chosen;
      ${isolateAndBackUp('decision_option', { app: READ_WRITE, worker: READ_WRITE })}

      -- Once decided, a decision stays as it was said; only what became of its forecast is added later.
      CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.state <> 'waiting' THEN RAISE EXCEPTION 'a decision is kept' USING ERRCODE = 'TS001'; END IF;
          RETURN OLD;
        END IF;
        IF OLD.state <> 'waiting' AND
           (to_jsonb(NEW) - '{forecast_came_true,forecast_known_at,version}'::text[]) IS DISTINCT FROM
           (to_jsonb(OLD) - '{forecast_came_true,forecast_known_at,version}'::text[]) THEN
          RAISE EXCEPTION 'a decision is kept' USING ERRCODE = 'TS001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_decision BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION keep_decision();

      -- Its options stay with it, the rejected ones included: they are changed, and one is chosen, before it is decided.
      CREATE FUNCTION keep_decision_option() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM decision d WHERE d.organization_id = OLD.organization_id AND d.id = OLD.decision_id AND d.state <> 'waiting') THEN
          RAISE EXCEPTION 'a decision is kept' USING ERRCODE = 'TS001';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER keep_decision_option BEFORE UPDATE OR DELETE ON decision_option FOR EACH ROW EXECUTE FUNCTION keep_decision_option();

      -- Which stages an organisation lets nobody enter without a decision.
      CREATE TABLE stage_gate (
        organization_id uuid NOT NULL REFERENCES organization (id),
        stage text NOT NULL CHECK (stage IN ('approved', 'in_progress', 'launched', 'closed')),
        PRIMARY KEY (organization_id, stage)
      );
      ${isolateAndBackUp('stage_gate', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE stage_change (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        from_stage text,
        to_stage text NOT NULL,
        reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
        decision_id uuid,
        changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, decision_id) REFERENCES decision (organization_id, id)
      );
      CREATE INDEX stage_change_initiative ON stage_change (organization_id, initiative_id, changed_at);
      ${isolateAndBackUp('stage_change', { app: 'SELECT, INSERT', worker: 'SELECT, INSERT' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stage_change, stage_gate, decision_option, decision, status_update, risk, action, milestone,
        initiative_dependency, initiative_gap, initiative_touchpoint, initiative_pain_point, initiative;
      DROP FUNCTION keep_decision_option(), keep_decision();
    `);
  }
}
