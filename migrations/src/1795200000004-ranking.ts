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
        closes_on date,
        state text NOT NULL DEFAULT 'judging' CHECK (state IN ('judging', 'revealed', 'agreed')),
        revealed_at timestamptz,
        agreed_at timestamptz,
        agreed_reason text CHECK (length(agreed_reason) BETWEEN 1 AND 4000),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CHECK ((state = 'judging') = (revealed_at IS NULL)),
        CHECK ((state = 'agreed') = (num_nonnulls(agreed_at, agreed_reason) = 2))
      );
      ${isolateAndBackUp('ranking_round', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE ranking_item (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        -- Frozen when the round is revealed: the score, and the numbers it was worked out from.
        data_score double precision,
        data_inputs jsonb,
        agreed_rank integer CHECK (agreed_rank > 0),
        PRIMARY KEY (organization_id, round_id, opportunity_id),
        UNIQUE (organization_id, round_id, agreed_rank) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (organization_id, round_id) REFERENCES ranking_round (organization_id, id),
        FOREIGN KEY (organization_id, opportunity_id) REFERENCES opportunity (organization_id, id)
      );
      CREATE INDEX ranking_item_opportunity ON ranking_item (organization_id, opportunity_id);
      ${isolateAndBackUp('ranking_item', { app: READ_WRITE, worker: READ_WRITE })}

      CREATE TABLE ranking_judge (
        organization_id uuid NOT NULL,
        round_id uuid NOT NULL,
        membership_id uuid NOT NULL,
        -- That somebody has judged is known to all; how, only when the round is revealed.
        judged_at timestamptz,
        PRIMARY KEY (organization_id, round_id, membership_id),
        FOREIGN KEY (organization_id, round_id) REFERENCES ranking_round (organization_id, id),
        FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id)
      );
      ${isolateAndBackUp('ranking_judge', { app: READ_WRITE, worker: READ_WRITE })}

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
      -- Blind at the database: until the round is revealed everybody sees their own judgement and no other.
      CREATE FUNCTION is_own_judgement(organization uuid, judge uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT FROM membership m
                       WHERE m.organization_id = organization AND m.id = judge AND m.account_id = ${CURRENT_USER})
      $$;
      CREATE POLICY blind ON judgement AS RESTRICTIVE TO touchstone_app USING (
        is_own_judgement(organization_id, membership_id) OR EXISTS (
          SELECT FROM ranking_round r WHERE r.organization_id = judgement.organization_id AND r.id = judgement.round_id AND r.state <> 'judging'))
        WITH CHECK (is_own_judgement(organization_id, membership_id));

      -- How much an experience at this touchpoint weighs in an outcome: worked out from ratings, or judged by somebody.
      CREATE TABLE driver_weight (
        organization_id uuid NOT NULL,
        touchpoint_id uuid NOT NULL,
        weight double precision NOT NULL CHECK (weight BETWEEN 0 AND 1),
        basis text NOT NULL CHECK (basis IN ('computed', 'judged')),
        outcome_metric_id uuid,
        n integer CHECK (n > 0),
        note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
        version integer NOT NULL DEFAULT 1,
        set_by uuid,
        set_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, touchpoint_id),
        FOREIGN KEY (organization_id, touchpoint_id) REFERENCES touchpoint (organization_id, id),
        FOREIGN KEY (organization_id, outcome_metric_id) REFERENCES metric (organization_id, id),
        CHECK ((basis = 'computed') = (num_nonnulls(outcome_metric_id, n) = 2))
      );
      ${isolateAndBackUp('driver_weight', { app: READ_WRITE, worker: READ_WRITE })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE driver_weight, judgement, ranking_judge, ranking_item, ranking_round;
      DROP FUNCTION is_own_judgement(uuid, uuid);
    `);
  }
}
