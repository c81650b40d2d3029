import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CURRENT_USER, isolateAndBackUp, READ_WRITE } from './tenancy.js';

/** What leaders think matters most, what the data says, and what the board agrees upon. */
export class Ranking1795200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ranking_round (
        organization_id uuid NOT NULL REFERENCES organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        -- The last day on which judges may hand in or change what they handed in.
        closes_on date NOT NULL,
        state text NOT NULL DEFAULT 'judging' CHECK (state IN ('judging', 'revealed', 'agreed', 'called_off')),
        revealed_at timestamptz,
        revealed_by uuid,
        called_off_reason text CHECK (length(called_off_reason) BETWEEN 1 AND 2000),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CHECK ((state IN ('revealed', 'agreed')) = (revealed_at IS NOT NULL)),
        CHECK ((state = 'called_off') = (called_off_reason IS NOT NULL))
      );
      CREATE INDEX ranking_round_latest ON ranking_round (organization_id, created_at DESC, id DESC);
      ${isolateAndBackUp('ranking_round', { app: 'SELECT, INSERT, UPDATE', worker: 'SELECT' })}

      -- A round goes forward: what was revealed is not closed over again, and what it showed stays as it was.
      CREATE FUNCTION keep_ranking_round() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE free text[] := '{state,version}';
      BEGIN
        IF OLD.state = 'judging' THEN RETURN NEW; END IF;
        IF OLD.state IN ('revealed', 'agreed') AND NEW.state = 'agreed'
           AND (to_jsonb(NEW) - free) = (to_jsonb(OLD) - free) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a revealed round is kept' USING ERRCODE = 'TS004';
      END $$;
      CREATE TRIGGER keep_ranking_round BEFORE UPDATE ON ranking_round FOR EACH ROW EXECUTE FUNCTION keep_ranking_round();

      CREATE FUNCTION keep_what_was_ranked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM ranking_round r
                   WHERE r.organization_id = OLD.organization_id AND r.id = OLD.round_id AND r.state = 'judging') THEN
          RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
        RAISE EXCEPTION 'what a revealed round shows is kept' USING ERRCODE = 'TS004';
      END $$;

      CREATE TABLE ranking_item (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        -- Frozen when the round is revealed: the score, and the numbers it was worked out from.
        data_score double precision,
        data_inputs jsonb,
        -- It was put away before the round was revealed: judged by some, compared by nobody.
        left_out boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organization_id, round_id, opportunity_id),
        FOREIGN KEY (organization_id, round_id) REFERENCES ranking_round (organization_id, id),
        FOREIGN KEY (organization_id, opportunity_id) REFERENCES opportunity (organization_id, id)
      );
      CREATE INDEX ranking_item_opportunity ON ranking_item (organization_id, opportunity_id);
      ${isolateAndBackUp('ranking_item', { app: READ_WRITE, worker: 'SELECT' })}
      CREATE TRIGGER keep_what_was_ranked BEFORE UPDATE OR DELETE ON ranking_item
        FOR EACH ROW EXECUTE FUNCTION keep_what_was_ranked();

      CREATE TABLE ranking_judge (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        -- That somebody has judged is known to all; how, only when the round is revealed, and then not by whom.
        judged_at timestamptz,
        excused_at timestamptz,
        version integer NOT NULL DEFAULT 0,
        PRIMARY KEY (organization_id, round_id, membership_id),
        FOREIGN KEY (organization_id, round_id) REFERENCES ranking_round (organization_id, id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id),
        CHECK (num_nonnulls(judged_at, excused_at) < 2)
      );
      CREATE INDEX ranking_judge_member ON ranking_judge (organization_id, membership_id);
      ${isolateAndBackUp('ranking_judge', { app: READ_WRITE, worker: 'SELECT' })}
      CREATE TRIGGER keep_what_was_ranked BEFORE UPDATE OR DELETE ON ranking_judge
        FOR EACH ROW EXECUTE FUNCTION keep_what_was_ranked();

      CREATE TABLE judgement (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        -- 1 the most important.
        rank integer NOT NULL CHECK (rank > 0),
        PRIMARY KEY (organization_id, round_id, membership_id, opportunity_id),
        UNIQUE (organization_id, round_id, membership_id, rank) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (organization_id, round_id, membership_id) REFERENCES ranking_judge (organization_id, round_id, membership_id),
        FOREIGN KEY (organization_id, round_id, opportunity_id) REFERENCES ranking_item (organization_id, round_id, opportunity_id)
      );
      ${isolateAndBackUp('judgement', { app: READ_WRITE, worker: '' })}
      CREATE TRIGGER keep_what_was_ranked BEFORE UPDATE OR DELETE ON judgement
        FOR EACH ROW EXECUTE FUNCTION keep_what_was_ranked();
      -- Blind at the database: until the round is revealed everybody sees their own judgement and no other, and what was
      -- begun but never handed in is seen by nobody else even then. Nobody judges for somebody else, or when it is over.
      CREATE FUNCTION is_own_judgement(organization uuid, judge uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT FROM membership m
                       WHERE m.organization_id = organization AND m.id = judge AND m.account_id = ${CURRENT_USER})
      $$;
      CREATE POLICY blind ON judgement AS RESTRICTIVE TO touchstone_app USING (
        is_own_judgement(organization_id, membership_id) OR EXISTS (
          SELECT FROM ranking_round r
          JOIN ranking_judge j ON j.organization_id = r.organization_id AND j.round_id = r.id
          WHERE r.organization_id = judgement.organization_id AND r.id = judgement.round_id AND r.state IN ('revealed', 'agreed')
            AND j.membership_id = judgement.membership_id AND j.judged_at IS NOT NULL))
        WITH CHECK (is_own_judgement(organization_id, membership_id) AND EXISTS (
          SELECT FROM ranking_round r
          WHERE r.organization_id = judgement.organization_id AND r.id = judgement.round_id AND r.state = 'judging'));

      -- What was agreed upon, each time anew: none is ever changed or taken away.
      CREATE TABLE ranking_agreement (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        opportunity_ids uuid[] NOT NULL CHECK (cardinality(opportunity_ids) > 0),
        reason text NOT NULL CHECK (length(reason) <= 4000),
        agreed_by uuid NOT NULL,
        agreed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, round_id, number),
        FOREIGN KEY (organization_id, round_id) REFERENCES ranking_round (organization_id, id),
        FOREIGN KEY (organization_id, agreed_by) REFERENCES membership (organization_id, id)
      );
      ${isolateAndBackUp('ranking_agreement', { app: 'SELECT, INSERT', worker: 'SELECT' })}

      -- What a touchpoint weighs when the data ranks: how much an experience there moves the outcome, and how many people
      -- come by in a month. Each with where the number is from and of which day it speaks.
      CREATE TABLE touchpoint_weight (
        organization_id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        driver_weight double precision CHECK (driver_weight BETWEEN 0 AND 1),
        driver_weight_source text CHECK (length(driver_weight_source) BETWEEN 1 AND 1000),
        driver_weight_n integer CHECK (driver_weight_n > 0),
        driver_weight_as_of date,
        volume double precision CHECK (volume >= 0 AND volume <= 1e12),
        volume_source text CHECK (length(volume_source) BETWEEN 1 AND 1000),
        volume_as_of date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, touchpoint_id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        CHECK (num_nonnulls(driver_weight, driver_weight_source, driver_weight_as_of) IN (0, 3)),
        CHECK (num_nonnulls(volume, volume_source, volume_as_of) IN (0, 3)),
        CHECK (driver_weight_n IS NULL OR driver_weight IS NOT NULL)
      );
      ${isolateAndBackUp('touchpoint_weight', { app: READ_WRITE, worker: 'SELECT' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE touchpoint_weight, ranking_agreement, judgement, ranking_judge, ranking_item, ranking_round;
      DROP FUNCTION is_own_judgement(uuid, uuid), keep_what_was_ranked(), keep_ranking_round();
    `);
  }
}
