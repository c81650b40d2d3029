import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What an initiative promised before its launch, what the observations say afterwards, and what that was worth. */
export class Effects1795200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effect_registration (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        metric_id uuid NOT NULL,
        -- One pair of a segment, or everybody where both are null.
        segment_dimension text CHECK (length(segment_dimension) BETWEEN 1 AND 200),
        segment_value text CHECK (length(segment_value) BETWEEN 1 AND 400),
        direction text NOT NULL CHECK (direction IN ('up', 'down')),
        -- In the metric's own unit, always positive: the direction says which way.
        expected_change double precision NOT NULL CHECK (expected_change > 0),
        method text NOT NULL CHECK (method IN ('before_after', 'interrupted_series', 'difference_in_differences')),
        grain text NOT NULL DEFAULT 'week' CHECK (grain IN ('day', 'week', 'month')),
        -- Days of the organisation's calendar, the last one excluded.
        baseline_from date NOT NULL,
        baseline_to date NOT NULL,
        -- When the change is meant to come; the day that it was is launched_on.
        planned_launch_on date NOT NULL,
        -- Days after the launch that are left out, while people get used to the change.
        settling_days integer NOT NULL DEFAULT 0 CHECK (settling_days BETWEEN 0 AND 180),
        evaluate_on date NOT NULL,
        watch_days integer NOT NULL DEFAULT 180 CHECK (watch_days BETWEEN 0 AND 1000),
        control_metric_id uuid,
        control_segment_dimension text CHECK (length(control_segment_dimension) BETWEEN 1 AND 200),
        control_segment_value text CHECK (length(control_segment_value) BETWEEN 1 AND 400),
        minimum_n integer NOT NULL CHECK (minimum_n > 1),
        alpha double precision NOT NULL DEFAULT 0.05 CHECK (alpha > 0 AND alpha < 0.5),
        power double precision NOT NULL DEFAULT 0.8 CHECK (power > 0.5 AND power < 1),
        -- What sample the plan needed when it was registered, and from which spread that was worked out.
        plan jsonb NOT NULL DEFAULT '{}',
        launched_on date,
        sealed_at timestamptz,
        sealed_by uuid,
        -- SHA-256 over everything above, as it stood at the launch; also in the audit chain.
        seal bytea CHECK (length(seal) = 32),
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text CHECK (length(withdrawn_reason) BETWEEN 1 AND 2000),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- When it was last said what is promised: what is changed after the day of the launch may have been changed to fit.
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, metric_id) REFERENCES metric (organization_id, id),
        FOREIGN KEY (organization_id, control_metric_id) REFERENCES metric (organization_id, id),
        CHECK (baseline_to > baseline_from),
        CHECK ((segment_dimension IS NULL) = (segment_value IS NULL)),
        CHECK ((control_segment_dimension IS NULL) = (control_segment_value IS NULL)),
        CHECK ((method = 'difference_in_differences') = (control_metric_id IS NOT NULL)),
        CHECK (num_nonnulls(sealed_at, sealed_by, seal, launched_on) IN (0, 4)),
        CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3)),
        CHECK (baseline_to <= launched_on AND launched_on + settling_days < evaluate_on)
      );
      CREATE UNIQUE INDEX effect_registration_once ON effect_registration
        (organization_id, initiative_id, metric_id, segment_dimension, segment_value) NULLS NOT DISTINCT WHERE withdrawn_at IS NULL;
      CREATE INDEX effect_registration_due ON effect_registration (organization_id, evaluate_on)
        WHERE sealed_at IS NOT NULL AND withdrawn_at IS NULL;
      CREATE INDEX effect_registration_metric ON effect_registration (organization_id, metric_id);
      ${isolateAndBackUp('effect_registration', { app: READ_WRITE, worker: READ_WRITE })}

      -- From the launch on nobody changes it, the application and its owner included; it may be withdrawn, once, with a reason.
      CREATE FUNCTION keep_sealed_registration() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE withdrawal text[] := '{withdrawn_at,withdrawn_by,withdrawn_reason,version}';
      BEGIN
        IF OLD.sealed_at IS NULL THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
        IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
           AND (to_jsonb(NEW) - withdrawal) = (to_jsonb(OLD) - withdrawal) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a sealed registration is kept' USING ERRCODE = 'TS002';
      END $$;
      CREATE TRIGGER keep_sealed_registration BEFORE UPDATE OR DELETE ON effect_registration
        FOR EACH ROW EXECUTE FUNCTION keep_sealed_registration();

      -- One row per evaluation. What it was computed from is kept whole, so that anybody can compute it again elsewhere.
      CREATE TABLE effect_verdict (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        registration_id uuid NOT NULL,
        occasion text NOT NULL CHECK (occasion IN ('evaluation', 'watch')),
        -- Each day is judged once, however often its job runs.
        judged_on date NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('proven', 'not_proven', 'worse', 'insufficient', 'holding', 'faded')),
        reasons jsonb NOT NULL DEFAULT '[]',
        formula text NOT NULL,
        estimate double precision,
        lower double precision,
        upper double precision,
        standard_error double precision,
        p double precision,
        n_before double precision,
        n_after double precision,
        inputs jsonb NOT NULL,
        fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
        computed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, registration_id, occasion, judged_on),
        FOREIGN KEY (organization_id, registration_id) REFERENCES effect_registration (organization_id, id),
        CHECK ((occasion = 'watch') = (verdict IN ('holding', 'faded')) OR verdict = 'insufficient'),
        CHECK (verdict = 'insufficient' OR num_nulls(estimate, lower, upper, n_before, n_after) = 0),
        CHECK (lower <= estimate AND estimate <= upper)
      );
      ${isolateAndBackUp('effect_verdict', { app: 'SELECT', worker: 'SELECT, INSERT' })}

      CREATE FUNCTION keep_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a verdict is kept' USING ERRCODE = 'TS003';
      END $$;
      CREATE TRIGGER keep_verdict BEFORE UPDATE OR DELETE ON effect_verdict FOR EACH ROW EXECUTE FUNCTION keep_verdict();

      CREATE TABLE benefit (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        initiative_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('saving', 'revenue', 'retention', 'risk')),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        target_minor bigint NOT NULL,
        forecast_minor bigint,
        -- Worth of one unit of the registered metric over the benefit's period: what turns a verdict into money.
        registration_id uuid,
        worth_per_unit_minor bigint,
        -- Filled by the worker from a verdict; the application may not write them.
        actual_minor bigint,
        actual_lower_minor bigint,
        actual_upper_minor bigint,
        verdict_id uuid,
        locked_at timestamptz,
        locked_by uuid,
        checked_at timestamptz,
        checked_by uuid,
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, initiative_id) REFERENCES initiative (organization_id, id),
        FOREIGN KEY (organization_id, registration_id) REFERENCES effect_registration (organization_id, id),
        FOREIGN KEY (organization_id, verdict_id) REFERENCES effect_verdict (organization_id, id),
        CHECK ((registration_id IS NULL) = (worth_per_unit_minor IS NULL)),
        CHECK ((actual_minor IS NULL) = (verdict_id IS NULL)),
        CHECK ((locked_at IS NULL) = (locked_by IS NULL)),
        CHECK ((checked_at IS NULL) = (checked_by IS NULL)),
        -- Four eyes: finance checks what somebody else entered.
        CHECK (checked_by <> created_by)
      );
      CREATE INDEX benefit_initiative ON benefit (organization_id, initiative_id);
      ${isolateAndBackUp('benefit', { app: 'SELECT, DELETE', worker: READ_WRITE })}
      GRANT INSERT (organization_id, id, initiative_id, name, kind, currency, target_minor, forecast_minor, registration_id,
        worth_per_unit_minor, created_by, created_at, version) ON benefit TO touchstone_app;
      GRANT UPDATE (name, kind, currency, target_minor, forecast_minor, registration_id, worth_per_unit_minor, locked_at, locked_by,
        checked_at, checked_by, version) ON benefit TO touchstone_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE benefit, effect_verdict, effect_registration;
      DROP FUNCTION keep_verdict(), keep_sealed_registration();
    `);
  }
}
