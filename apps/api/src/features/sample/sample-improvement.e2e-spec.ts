import { NEAR_DUPLICATE, similarityOf } from '@touchstone/domain';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { systemOf } from '../organisation/index.js';
import { HARBOUR_BANK } from './harbour-bank.js';
import { HARBOUR_FEEDBACK } from './harbour-feedback.js';
import { HARBOUR_LIBRARY } from './harbour-touchpoints.js';
import { SampleImprovementService } from './sample-improvement.service.js';
import { SampleOrganisationService } from './sample-organisation.service.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';

const TABLES = ['feedback', 'pain_point', 'cause', 'opportunity', 'initiative', 'milestone', 'action', 'risk'];
const MORE = ['status_update', 'initiative_dependency', 'decision', 'decision_option', 'stage_change', 'stage_gate'];

describe('from pain point to fix in the sample bank', () => {
  let application: TestApplication;
  let organizationId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization(HARBOUR_BANK.name);
    await application.app.get(SampleOrganisationService).load(organizationId, HARBOUR_BANK);
    await application.app
      .get(SampleTouchpointsService)
      .load(systemOf(organizationId, 'sample programme'), HARBOUR_LIBRARY);
    await load();
  }, 120_000);
  afterAll(() => application.close());

  const load = () => application.app.get(SampleImprovementService).load(systemOf(organizationId, 'sample programme'));
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
    for (const table of [...TABLES, ...MORE, 'audit_event']) {
      const [row] = await rows<{ count: number }>(`SELECT count(*)::int FROM ${table} WHERE organization_id = $1`);
      found[table] = row!.count;
    }
    return found;
  };

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
  });

  it('has pain points in all states, the causes of a dozen, common ones and false highlights', async () => {
    expect(await byState('pain_point')).toEqual({ new: 6, confirmed: 11, planned: 14, fixed: 12, dismissed: 2 });
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
    expect(stages).toMatchObject({ proposed: 3, approved: 3, in_progress: 5, withdrawn: 2 });
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

  it('stays as people leave it when it is loaded again', async () => {
    await application.database.query(
      `UPDATE feedback SET state = 'new', pain_point_id = NULL, version = version + 1
       WHERE organization_id = $1 AND id = (SELECT id FROM feedback WHERE organization_id = $1 AND state = 'linked' ORDER BY id LIMIT 1)`,
      [organizationId],
    );
    const before = await counts();
    await load();
    expect(await counts()).toEqual(before);
    expect((await byState('feedback'))['linked']).toBe(214);
  });
});
