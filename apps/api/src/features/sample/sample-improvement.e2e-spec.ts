import { NEAR_DUPLICATE, similarityOf } from '@touchstone/domain';
import { startSampleApplication } from '../../../test/sample-application.js';
import type { TestApplication } from '../../../test/test-application.js';
import { HARBOUR_BANK } from './harbour-bank.js';
import { HARBOUR_FEEDBACK } from './harbour-feedback.js';
import { HARBOUR_INITIATIVES } from './harbour-initiatives.js';
import { SampleProgrammeService } from './sample-programme.service.js';

const TABLES = ['feedback', 'pain_point', 'cause', 'opportunity', 'initiative', 'milestone', 'action', 'risk'];
const MORE = ['status_update', 'initiative_dependency', 'decision', 'decision_option', 'stage_change', 'stage_gate'];
const PROOF = ['effect_registration', 'effect_verdict', 'benefit'];
const RANKED = ['ranking_round', 'judgement', 'ranking_agreement', 'touchpoint_weight'];

describe('from pain point to fix in the sample bank', () => {
  let application: TestApplication;
  let organizationId: string;

  beforeAll(async () => {
    application = await startSampleApplication({ RUN_WORKERS: 'true' });
    const [bank] = await application.database.query<{ id: string }>('SELECT id FROM organization WHERE name = $1', [
      HARBOUR_BANK.name,
    ]);
    organizationId = bank!.id;
  }, 240_000);
  afterAll(() => application.close());

  const rows = <Row>(sql: string): Promise<Row[]> =>
    application.database.query(sql, [organizationId]) as unknown as Promise<Row[]>;
  const byState = async (table: string, column = 'state'): Promise<Record<string, number>> =>
    Object.fromEntries(
      (
        await rows<{ state: string; count: number }>(
          `SELECT ${column} AS state, count(*)::int FROM ${table} WHERE organization_id = $1 GROUP BY 1`,
        )
      ).map(({ state, count }) => [state, count]),
    );
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const table of [...TABLES, ...MORE, ...PROOF, ...RANKED]) {
      const [row] = await rows<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE organization_id = $1`);
      found[table] = row!.count;
    }
    return found;
  };

  it('has a round in which leaders and data part, and one that waits for the executive', async () => {
    const rounds = await rows<{ name: string; state: string; judges: number; handed: number }>(
      `SELECT name, state, count(*)::int AS judges, count(judged_at)::int AS handed
       FROM ranking_round r JOIN ranking_judge j ON j.organization_id = r.organization_id AND j.round_id = r.id
       WHERE r.organization_id = $1 GROUP BY 1, 2, r.created_at ORDER BY r.created_at`,
    );
    expect(rounds).toEqual([
      { name: 'What we begin this autumn', state: 'agreed', judges: 5, handed: 5 },
      { name: 'What we begin in spring', state: 'judging', judges: 4, handed: 2 },
    ]);
    // Held payments are counted by two bases: the data says nothing of them, and says so.
    expect(
      await rows(
        `SELECT o.title FROM ranking_item i JOIN opportunity o ON o.organization_id = i.organization_id AND o.id = i.opportunity_id
         JOIN ranking_round r ON r.organization_id = i.organization_id AND r.id = i.round_id
         WHERE i.organization_id = $1 AND r.state = 'agreed' AND i.data_score IS NULL`,
      ),
    ).toEqual([{ title: 'Say why a payment is held, and until when' }]);
  });

  it('has three hundred voices of a year, most of them heard, some still in the inbox', async () => {
    expect(await byState('feedback')).toEqual({ linked: 215, merged: 28, new: 38, dismissed: 19 });
    const sources = await byState('feedback', 'source');
    expect(Object.keys(sources).sort()).toEqual(
      ['forum', 'interview', 'other', 'service_desk', 'store_visit', 'survey', 'walkthrough'].sort(),
    );
    const [told] = await rows<{ chinese: number; rated: number; late: number }>(
      `SELECT count(*) FILTER (WHERE language = 'zh')::int AS chinese,
         count(*) FILTER (WHERE source = 'survey' AND rating IS NULL)::int AS rated,
         count(*) FILTER (WHERE said_at < now() - interval '366 days' OR said_at > created_at OR created_at > triaged_at)::int AS late
       FROM feedback WHERE organization_id = $1`,
    );
    expect(told!.chinese).toBeGreaterThan(60);
    expect(told).toMatchObject({ rated: 0, late: 0 });
    expect(new Set(HARBOUR_FEEDBACK.map(({ text }) => text)).size).toBe(300);
  });

  it('has near-duplicates that were merged, and some that wait to be seen', () => {
    const merged = HARBOUR_FEEDBACK.filter(({ state }) => state === 'merged');
    const close = merged.filter(
      ({ text, into }) => similarityOf(text, HARBOUR_FEEDBACK[into!]!.text) >= NEAR_DUPLICATE,
    );
    expect(close.length).toBe(merged.length);
    const waiting = HARBOUR_FEEDBACK.filter(({ state }) => state === 'new');
    const twins = waiting.filter((one) =>
      HARBOUR_FEEDBACK.some((other) => other !== one && similarityOf(one.text, other.text) >= NEAR_DUPLICATE),
    );
    expect(twins.length).toBeGreaterThanOrEqual(6);
    // Ten thousand pairs on a busy machine.
  }, 30_000);

  it('has pain points in all states, the causes of a dozen, common ones and false highlights', async () => {
    expect(await byState('pain_point')).toEqual({
      new: 6,
      confirmed: 12,
      planned: 14,
      fixed: 8,
      verified: 3,
      dismissed: 2,
    });
    expect(await byState('pain_point', 'kind')).toEqual({ single: 36, common: 6, false_highlight: 3 });
    const [told] = await rows<{ last: number; explained: number; roots: number; gathering: number; silent: number }>(
      `SELECT max(number)::int AS last,
         (SELECT count(DISTINCT pain_point_id)::int FROM cause WHERE organization_id = $1) AS explained,
         (SELECT count(DISTINCT pain_point_id)::int FROM cause WHERE organization_id = $1 AND root) AS roots,
         (SELECT count(DISTINCT common_id)::int FROM pain_point WHERE organization_id = $1) AS gathering,
         count(*) FILTER (WHERE kind <> 'common' AND NOT EXISTS (SELECT FROM feedback f
           WHERE f.organization_id = $1 AND f.pain_point_id = p.id))::int AS silent
       FROM pain_point p WHERE organization_id = $1`,
    );
    expect(told).toEqual({ last: 45, explained: 12, roots: 12, gathering: 6, silent: 0 });
  });

  it('has opportunities with their estimates, and initiatives with everything that a board asks about', async () => {
    expect(await byState('opportunity')).toEqual({ open: 5, taken: 14, parked: 1, dismissed: 1 });
    const stages = await byState('initiative', 'stage');
    expect(Object.values(stages).reduce((sum, count) => sum + count)).toBe(25);
    expect(stages).toEqual({
      proposed: 3,
      approved: 3,
      in_progress: 5,
      launched: 4,
      evaluating: 5,
      closed: 3,
      withdrawn: 2,
    });
    const [odd] = await rows<{ orphans: number; ahead: number; health: number; gates: number }>(
      `SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT FROM initiative_pain_point p
             WHERE p.organization_id = $1 AND p.initiative_id = i.id)
           OR NOT EXISTS (SELECT FROM initiative_touchpoint t WHERE t.organization_id = $1 AND t.initiative_id = i.id)
           OR num_nulls(team_id, owner_id, sponsor_id) > 0)::int AS orphans,
         count(*) FILTER (WHERE stage_since > now() OR created_at > stage_since)::int AS ahead,
         (SELECT count(DISTINCT health)::int FROM status_update WHERE organization_id = $1) AS health,
         (SELECT count(*)::int FROM stage_gate WHERE organization_id = $1) AS gates
       FROM initiative i WHERE organization_id = $1`,
    );
    expect(odd).toEqual({ orphans: 0, ahead: 0, health: 3, gates: 1 });
  });

  it('has decisions that wait, were taken, returned and rejected, with forecasts that came true and that did not', async () => {
    expect(await byState('decision')).toEqual({ approved: 6, rejected: 2, returned: 1, waiting: 4 });
    const forecasts = await byState('decision', 'coalesce(forecast_came_true::text, state)');
    expect(forecasts).toMatchObject({ true: 2, false: 2 });
    const [odd] = await rows<{ unordered: number; unchosen: number }>(
      `SELECT count(*) FILTER (WHERE decided_at < created_at OR forecast_known_at < decided_at)::int AS unordered,
         count(*) FILTER (WHERE state = 'approved' AND EXISTS (SELECT FROM decision_option o WHERE o.decision_id = c.id)
           AND NOT EXISTS (SELECT FROM decision_option o WHERE o.decision_id = c.id AND o.chosen))::int AS unchosen
       FROM decision c WHERE organization_id = $1`,
    );
    expect(odd).toEqual({ unordered: 0, unchosen: 0 });
  });

  it('has promises that were sealed at their launch and judged on their day, one of each kind', async () => {
    const judged = await rows<{ title: string; kind: string; told: string[]; sealed: boolean; early: boolean }>(
      `SELECT i.title, r.method AS kind, r.sealed_at IS NOT NULL AS sealed,
         r.created_at > r.sealed_at OR r.created_at::date > r.planned_launch_on AS early,
         (SELECT coalesce(json_agg(v.verdict ORDER BY v.judged_on, v.occasion), '[]') FROM effect_verdict v
          WHERE v.organization_id = $1 AND v.registration_id = r.id) AS told
       FROM effect_registration r JOIN initiative i ON i.organization_id = $1 AND i.id = r.initiative_id
       WHERE r.organization_id = $1`,
    );
    const promised = HARBOUR_INITIATIVES.filter(({ effect }) => effect);
    expect(judged).toHaveLength(promised.length);
    expect(judged.filter(({ early }) => early)).toEqual([]);
    for (const { title, effect } of promised) {
      const one = judged.find((each) => each.title === title)!;
      expect([title, one.told[0]]).toEqual([title, effect!.verdict]);
      expect([title, one.told.includes('faded')]).toEqual([title, effect!.watch === 'faded']);
    }
    expect(judged.filter(({ sealed }) => !sealed).map(({ title }) => title)).toEqual([
      'One list for the mortgage papers',
    ]);
    expect(judged.find(({ title }) => title.startsWith('Read the chip'))!.kind).toBe('interrupted_series');
    const [confounded] = await rows<{ count: number }>(
      `SELECT count(DISTINCT registration_id)::int FROM effect_verdict
       WHERE organization_id = $1 AND reasons @> '[{"code": "CONFOUNDED"}]'`,
    );
    expect(confounded!.count).toBe(2);
  });

  it('says what initiatives are worth: one forecast came true, one was missed, one gain is gone', async () => {
    const told = await rows<{ title: string; outcome: string; state: string; verdict: string | null }>(
      `SELECT i.title, x.verdict,
         CASE WHEN b.actual_minor IS NULL OR b.forecast_minor IS NULL THEN 'open' WHEN b.actual_minor >= b.forecast_minor THEN 'reached'
           WHEN b.actual_upper_minor < b.forecast_minor THEN 'missed' ELSE 'possible' END AS outcome,
         CASE WHEN b.checked_at IS NOT NULL THEN 'checked' WHEN b.locked_at IS NOT NULL THEN 'locked' ELSE 'open' END AS state
       FROM benefit b JOIN initiative i ON i.organization_id = $1 AND i.id = b.initiative_id
       LEFT JOIN effect_verdict x ON x.organization_id = $1 AND x.id = b.verdict_id WHERE b.organization_id = $1`,
    );
    const of = (title: string) => told.find((each) => each.title.startsWith(title));
    expect(told).toHaveLength(9);
    expect(of('Read the chip')).toMatchObject({ verdict: 'proven', outcome: 'reached', state: 'checked' });
    expect(of('A welcome call')).toMatchObject({ verdict: 'proven', state: 'checked' });
    expect(of('One page before')).toMatchObject({ verdict: 'not_proven', outcome: 'missed' });
    expect(of('Somebody watches')).toMatchObject({ verdict: null, outcome: 'open' });
    expect(told.map(({ state }) => state).sort()).toEqual([
      ...Array<string>(5).fill('checked'),
      ...['locked', 'locked', 'open', 'open'],
    ]);
  });

  it('dates what was done when it was done', async () => {
    const [odd] = await rows<{ ahead: number; unordered: number }>(
      `SELECT count(*) FILTER (WHERE changed_at > now())::int AS ahead,
         count(*) FILTER (WHERE from_stage <> 'closed' AND changed_at < (SELECT max(b.changed_at) FROM stage_change b
           WHERE b.organization_id = $1 AND b.initiative_id = c.initiative_id AND b.id < c.id AND b.from_stage IS NOT NULL))::int AS unordered
       FROM stage_change c WHERE organization_id = $1`,
    );
    expect(odd).toEqual({ ahead: 0, unordered: 0 });
  });

  it('stays as people leave it when it is loaded again', async () => {
    await application.database.query(
      `UPDATE feedback SET state = 'new', pain_point_id = NULL, version = version + 1
       WHERE organization_id = $1 AND id = (SELECT id FROM feedback WHERE organization_id = $1 AND state = 'linked' ORDER BY id LIMIT 1)`,
      [organizationId],
    );
    const before = await counts();
    await application.app.get(SampleProgrammeService).load();
    expect(await counts()).toEqual(before);
    expect((await byState('feedback'))['linked']).toBe(214);
  }, 60_000);
});
