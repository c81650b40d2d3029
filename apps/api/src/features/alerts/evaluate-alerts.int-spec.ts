import { v7 as uuidv7 } from 'uuid';
import { monthAgo, systemIn, WatchedPlace } from '../../../test/alerts.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EvaluateAlertsService } from './evaluate-alerts.service.js';
import { WatchAlertsService } from './watch-alerts.service.js';

const HOUR_MS = 3_600_000;

describe('judging metrics', () => {
  let application: TestApplication;
  let alerts: EvaluateAlertsService;
  let watch: WatchAlertsService;
  let place: WatchedPlace;

  beforeAll(async () => {
    application = await startTestApplication();
    alerts = application.app.get(EvaluateAlertsService);
    watch = application.app.get(WatchAlertsService);
  });
  beforeEach(async () => {
    place = await WatchedPlace.make(application);
  });
  afterAll(() => application.close());

  const evaluate = (metricId: string, now?: Date) => alerts.evaluate(systemIn(place.organizationId), [metricId], now);
  const letters = () => place.query(`SELECT 1 FROM job WHERE organization_id = $1 AND name = 'tell-of-alerts'`);

  it('opens one alert with its numbers, and finds nothing new the second time', async () => {
    const metricId = await place.missing('calls');
    expect(await evaluate(metricId)).toBe(1);
    expect(await evaluate(metricId)).toBe(0);
    const [alert, ...others] = await place.alerts(metricId);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      rule: 'target_breach',
      state: 'open',
      severity: 'warning',
      points: 1,
      version: 1,
      last_point: monthAgo(1),
      evidence: { value: 70, n: 9, limit: 80, dueOn: '2020-01-01' },
    });
    expect(await place.events(alert!.id)).toEqual([{ act: 'opened' }]);
    expect(await letters()).toHaveLength(1);
  });

  it('adds a later point to the alert that there is, and puts a corrected number right', async () => {
    const metricId = await place.metric('calls');
    await place.target(metricId, 80);
    await place.rollup(metricId, monthAgo(2), 60);
    // The month after has not been measured yet.
    await evaluate(metricId);
    await place.rollup(metricId, monthAgo(1), 50, new Date());
    await evaluate(metricId);
    await place.rollup(metricId, monthAgo(1), 40);
    await evaluate(metricId);
    const found = (await place.alerts(metricId)).filter(({ rule }) => rule === 'target_breach');
    expect(found).toMatchObject([
      { points: 2, version: 1, evidence: { value: 60 }, latest: { value: 40 }, last_point: monthAgo(1) },
    ]);
    expect((await place.events(found[0]!.id)).map(({ act }) => act)).toEqual(['opened', 'seen_again']);
  });

  it('says nothing of old history, however late it comes in', async () => {
    const metricId = await place.metric('calls');
    await place.target(metricId, 80);
    for (const months of [24, 12, 6, 4]) await place.rollup(metricId, monthAgo(months), 10);
    await place.rollup(metricId, monthAgo(1), 90, new Date());
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toEqual([]);
  });

  it('makes one alert with two workers at once, and one with a worker cut off before it commits', async () => {
    const metricId = await place.missing('calls');
    await Promise.all([evaluate(metricId), evaluate(metricId), evaluate(metricId)]);
    expect(await place.alerts(metricId)).toHaveLength(1);

    const other = await place.missing('waits');
    const unitOfWork = application.app.get(UnitOfWork);
    const cutOff = unitOfWork.work(systemIn(place.organizationId), async (transaction) => {
      await alerts.evaluateIn(transaction, [other], new Date());
      await transaction.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expect(cutOff).rejects.toThrow();
    expect(await place.alerts(other)).toEqual([]);
    expect(await letters()).toHaveLength(1);
    await evaluate(other);
    expect(await place.alerts(other)).toHaveLength(1);
    expect(await letters()).toHaveLength(2);
  });

  it('lets the database refuse a second one', async () => {
    const metricId = await place.missing('calls');
    await evaluate(metricId);
    const again = place.query(
      `INSERT INTO alert (organization_id, id, metric_id, rule, severity, first_point, last_point, evidence, latest)
       SELECT organization_id, $2, metric_id, rule, severity, first_point, last_point, evidence, latest FROM alert
       WHERE organization_id = $1`,
      [uuidv7()],
    );
    await expect(again).rejects.toThrow(/alert_open_once/);
  });

  it('opens again only for data that came after the closing', async () => {
    const metricId = await place.missing('calls');
    await evaluate(metricId);
    await place.query(
      `UPDATE alert SET state = 'closed', closed_at = now(), close_reason = 'resolved', closed_through = last_point
       WHERE organization_id = $1`,
    );
    await place.rollup(metricId, monthAgo(1), 65);
    expect(await evaluate(metricId)).toBe(0);
    await place.rollup(metricId, monthAgo(0), 60, new Date());
    const nextMonth = new Date(monthAgo(-1).getTime() + HOUR_MS);
    expect(await evaluate(metricId, nextMonth)).toBe(1);
    expect((await place.alerts(metricId)).map(({ state, points }) => [state, points])).toEqual([
      ['closed', 1],
      ['open', 1],
    ]);
  });

  it('says once that a metric has fallen silent, and takes it back when it speaks', async () => {
    const metricId = await place.metric('calls', {}, 7);
    const lastAt = new Date(Date.now() - 30 * 24 * HOUR_MS);
    await place.rollup(metricId, monthAgo(3), 1, lastAt);
    await evaluate(metricId);
    await evaluate(metricId, new Date(Date.now() + 48 * HOUR_MS));
    expect(await place.alerts(metricId)).toMatchObject([
      { rule: 'staleness', points: 1, state: 'open', last_point: lastAt, latest: { ageDays: 32 } },
    ]);
    await place.rollup(metricId, monthAgo(3), 1, new Date());
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toMatchObject([{ state: 'closed', close_reason: 'recovered' }]);
  });

  it('starts anew where the series breaks', async () => {
    const metricId = await place.missing('calls');
    await evaluate(metricId);
    await place.query(
      `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause) VALUES ($1, $2, $3, current_date, 'sample')`,
      [uuidv7(), metricId],
    );
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toMatchObject([{ state: 'closed', close_reason: 'series_break' }]);
  });

  it('does not speak of what too few people said', async () => {
    const scale = { aggregation: 'csat', scale: [1, 5], perception: true } as const;
    const metricId = await place.missing('wifi', { ...scale });
    await place.query(`UPDATE rollup SET observations = 4, counts = '{"1": 4}', n = 4 WHERE organization_id = $1`);
    expect(await evaluate(metricId)).toBe(0);
    await place.query(`UPDATE rollup SET observations = 40, counts = '{"1": 40}', n = 40 WHERE organization_id = $1`);
    expect(await evaluate(metricId)).toBe(1);
  });

  it('reads a shift off the control chart', async () => {
    const metricId = await place.metric('waits');
    const quiet = [10, 12, 11, 13, 12, 10, 11, 13, 12, 11];
    for (const [index, value] of quiet.entries()) await place.rollup(metricId, monthAgo(11 - index), value);
    await place.rollup(metricId, monthAgo(1), 1, new Date());
    await evaluate(metricId);
    expect(await place.alerts(metricId)).toMatchObject([
      { rule: 'signal', severity: 'warning', evidence: { value: 1, signals: ['beyond-3s'], favourable: false } },
    ]);
  });

  it('takes the limits of the chart from the baseline, however long ago that was', async () => {
    const metricId = await place.metric('waits');
    const quiet = [10, 12, 11, 13, 12, 10, 11, 13, 12, 11];
    for (const [index, value] of quiet.entries()) await place.rollup(metricId, monthAgo(90 - index), value);
    // Wild since then: against limits of its own the last month would not stand out.
    for (const [index, value] of [90, 5, 80, 1, 95, 3, 85, 2, 90].entries())
      await place.rollup(metricId, monthAgo(11 - index), value);
    await place.rollup(metricId, monthAgo(2), 12);
    await place.rollup(metricId, monthAgo(1), 30, new Date());
    await evaluate(metricId);
    const beyond = async () =>
      (await place.alerts(metricId)).some(({ evidence }) =>
        (evidence as { signals?: string[] }).signals?.includes('beyond-3s'),
      );
    expect(await beyond()).toBe(false);
    await place.query(
      `INSERT INTO control_baseline (organization_id, metric_id, from_day, to_day) VALUES ($1, $2, $3, $4)`,
      [metricId, monthAgo(90), monthAgo(80)],
    );
    await place.query('DELETE FROM alert_event WHERE organization_id = $1');
    await place.query('DELETE FROM alert WHERE organization_id = $1');
    await evaluate(metricId);
    expect(await beyond()).toBe(true);
  });

  it('wakes what was snoozed, and sends up what lies untouched, each once', async () => {
    const metricId = await place.missing('calls');
    const principal = systemIn(place.organizationId);
    await evaluate(metricId);
    const { id } = (await place.alerts(metricId))[0]!;
    await place.query(
      `UPDATE alert SET state = 'snoozed', snoozed_until = now() + interval '1 hour' WHERE organization_id = $1`,
    );
    await watch.watch(principal);
    expect(await place.alerts(metricId)).toMatchObject([{ state: 'snoozed', escalation_level: 0 }]);
    await watch.watch(principal, new Date(Date.now() + 2 * HOUR_MS));
    expect(await place.alerts(metricId)).toMatchObject([{ state: 'open', escalation_level: 0 }]);
    for (const hours of [49, 49, 50]) await watch.watch(principal, new Date(Date.now() + hours * HOUR_MS));
    expect(await place.alerts(metricId)).toMatchObject([{ escalation_level: 1 }]);
    await place.query(
      `INSERT INTO alert_settings (organization_id, office_after_hours, executive_after_hours) VALUES ($1, 1, 3)`,
    );
    await watch.watch(principal, new Date(Date.now() + 4 * HOUR_MS));
    expect((await place.events(id)).map(({ act }) => act)).toEqual(['opened', 'woken', 'escalated', 'escalated']);
    expect(await letters()).toHaveLength(3);
  });

  it('lets go of a metric that has left the catalogue: its alert wakes nobody and climbs to nobody', async () => {
    const [gone, kept] = [await place.missing('calls'), await place.missing('visits')];
    await evaluate(gone);
    await evaluate(kept);
    await place.query(
      `UPDATE alert SET state = 'snoozed', snoozed_until = now() + interval '1 hour' WHERE organization_id = $1`,
    );
    await place.query('UPDATE metric SET archived_at = now() WHERE organization_id = $1 AND id = $2', [gone]);
    for (const hours of [2, 99]) {
      const later = new Date(Date.now() + hours * HOUR_MS);
      await watch.watch(systemIn(place.organizationId), later);
    }
    const [alert] = await place.alerts(gone);
    expect(alert).toMatchObject({ state: 'closed', close_reason: 'metric_archived', escalation_level: 0 });
    expect((await place.events(alert!.id)).map(({ act }) => act)).toEqual(['opened', 'closed']);
    expect(await place.alerts(kept)).toMatchObject([{ state: 'open' }]);
  });
});
