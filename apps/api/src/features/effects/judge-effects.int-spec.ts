import { startTestApplication, type TestApplication } from '../../../test/test-application.js';

import { AfterVerdict } from './after-verdict.js';
import type { EffectRow } from './effect-row.js';
import { EffectsFactory, type Place, weeksAgo } from '../../../test/effects.js';
import { fingerprintOf } from './fingerprint.js';
import { JudgeEffectsService } from './judge-effects.service.js';

interface Verdict {
  readonly verdict: string;
  readonly occasion: string;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly reasons: { code: string; kind: string }[];
  readonly inputs: Record<string, unknown>;
  readonly fingerprint: Buffer;
}

const rises =
  (by: number, at = 16) =>
  (week: number) =>
    7 + (week <= at ? by : 0);

describe('judging what was promised', () => {
  let application: TestApplication;
  let effects: EffectsFactory;
  let judge: JudgeEffectsService;
  let place: Place;

  beforeAll(async () => {
    application = await startTestApplication();
    effects = new EffectsFactory(application);
    judge = application.app.get(JudgeEffectsService);
  });
  beforeEach(async () => {
    place = await effects.place();
  });
  afterAll(() => application.close());

  const ofOrganization = <Row extends object>(sql: string) =>
    application.database.query<Row>(sql, [place.principal.organizationId]) as Promise<Row[]>;
  const verdicts = () =>
    ofOrganization<Verdict>('SELECT * FROM effect_verdict WHERE organization_id = $1 ORDER BY computed_at, id');
  const stageOf = async (id: string) =>
    (
      await ofOrganization<{ id: string; stage: string }>('SELECT id, stage FROM initiative WHERE organization_id = $1')
    ).find((each) => each.id === id)?.stage;
  const painStates = async () =>
    (
      await ofOrganization<{ state: string }>('SELECT state FROM pain_point WHERE organization_id = $1 ORDER BY number')
    ).map(({ state }) => state);
  const launched = async (changes: Partial<EffectRow> = {}, of = place) => {
    const made = await effects.initiative(of, changes.launched_on ?? weeksAgo(16));
    return { ...made, id: await effects.sealed(of, made.initiativeId, changes) };
  };
  const due = () => judge.judgeDue(place.principal);
  const refusals = ({ reasons }: Verdict) => reasons.filter(({ kind }) => kind === 'refusal').map(({ code }) => code);

  it('proves a real gain by interrupted series, once, and lets what hangs on it follow', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3 });
    const { initiativeId } = await launched();
    expect(await due()).toBe(1);
    expect(await due()).toBe(0);
    const [verdict, ...more] = await verdicts();
    expect(more).toEqual([]);
    expect(verdict).toMatchObject({ verdict: 'proven', occasion: 'evaluation' });
    expect(verdict!.lower).toBeGreaterThan(0);
    expect(Math.abs(verdict!.estimate! - 1.2)).toBeLessThan(0.6);
    expect(await stageOf(initiativeId)).toBe('evaluating');
    expect(await painStates()).toEqual(['verified']);
    expect(
      await ofOrganization(`SELECT name FROM job WHERE organization_id = $1 AND name = 'tell-of-verdict'`),
    ).toHaveLength(1);
    // Anybody can make the fingerprint again from what is kept.
    expect(fingerprintOf(verdict!.inputs)).toEqual(verdict!.fingerprint);
    const run = verdict!.inputs['run'] as { y: number[]; x: number[][]; contrast: number[] };
    expect(run.y).toHaveLength(26 + 14);
    expect(run.x.every((row) => row.length === run.contrast.length)).toBe(true);
    const [event] = await ofOrganization<{ changes: object }>(
      `SELECT changes FROM audit_event WHERE organization_id = $1 AND act = 'effect.judged'`,
    );
    expect(event!.changes).toMatchObject({ verdict: 'proven', fingerprint: verdict!.fingerprint.toString('hex') });
  });

  it('does not prove what did not happen', async () => {
    await effects.observe(place, { from: 46, level: () => 7, seed: 5 });
    const { initiativeId } = await launched({ method: 'before_after' });
    await due();
    expect(await verdicts()).toMatchObject([{ verdict: 'not_proven' }]);
    expect(await painStates()).toEqual(['fixed']);
    expect(await stageOf(initiativeId)).toBe('evaluating');
  });

  it('calls a loss a loss', async () => {
    await effects.observe(place, { from: 46, level: rises(-1.2), seed: 7 });
    await launched({ method: 'before_after' });
    await due();
    expect(await verdicts()).toMatchObject([{ verdict: 'worse' }]);
  });

  it('compares with a control of the same metric', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 11, set: 1 });
    await effects.observe(place, { from: 46, level: () => 6, seed: 12, set: 2 });
    await launched({
      method: 'difference_in_differences',
      segment_dimension: 'region',
      segment_value: 'North',
      control_metric_id: place.metricId,
      control_segment_dimension: 'region',
      control_segment_value: 'South',
    });
    await due();
    const [verdict] = await verdicts();
    expect(verdict).toMatchObject({ verdict: 'proven', inputs: { comparison: 'control' } });
  });

  it('refuses a window with a break, a sample that is too small, and a baseline that was moved', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3 });
    await launched({ minimum_n: 5000 });
    await launched({ plan: { baseline: { n: 10, value: 3 } } });
    await due();
    await ofOrganization(
      `INSERT INTO series_break (organization_id, id, metric_id, begins_on, cause, note)
       SELECT organization_id, gen_random_uuid(), id, '${weeksAgo(10)}', 'sample', 'New panel' FROM metric WHERE organization_id = $1`,
    );
    await launched();
    await due();
    const found = await verdicts();
    expect(found.map(({ verdict }) => verdict)).toEqual(['insufficient', 'insufficient', 'insufficient']);
    expect(found.map(refusals)).toEqual([
      ['SAMPLE_BELOW_MINIMUM', 'SAMPLE_BELOW_MINIMUM'],
      ['BASELINE_MOVED'],
      ['BREAK_IN_WINDOW'],
    ]);
  });

  it('says of a pair on one metric that neither effect is its own alone', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3 });
    const one = await launched();
    const other = await launched({ launched_on: weeksAgo(14), planned_launch_on: weeksAgo(14) });
    await due();
    const found = await verdicts();
    expect(found.map(({ inputs }) => inputs['confoundedWith'])).toEqual([[other.initiativeId], [one.initiativeId]]);
    for (const { reasons } of found) expect(reasons).toContainEqual(expect.objectContaining({ code: 'CONFOUNDED' }));
  });

  it('counts what tells of too few people as not observed', async () => {
    place = await effects.place(true);
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3, perWeek: 2 });
    await launched({ minimum_n: 2 });
    await due();
    const [verdict] = await verdicts();
    expect(verdict!.verdict).toBe('insufficient');
    expect(refusals(verdict!)).toContain('MISSING_BUCKETS');
    expect(verdict!.inputs['withheld']).toBeGreaterThan(20);
    const series = verdict!.inputs['series'] as { tally: unknown }[];
    expect(series.every(({ tally }) => tally === null)).toBe(true);
  });

  it('waits for its day, for days that are being computed and for late observations', async () => {
    await effects.observe(place, { from: 46, to: 3, level: rises(1.2), seed: 3 });
    const { id } = await launched({ evaluate_on: weeksAgo(-1) });
    expect(await judge.judge(place.principal, id, true)).toBe('not_due');
    const late = await launched();
    expect(await judge.judge(place.principal, late.id)).toBe('waiting');
    await ofOrganization(
      `INSERT INTO dirty_bucket SELECT organization_id, id, '${weeksAgo(2)}' FROM metric WHERE organization_id = $1`,
    );
    expect(await judge.judge(place.principal, late.id, true)).toBe('waiting');
    expect(await verdicts()).toEqual([]);
  });

  it('watches a proven gain and opens the question again when it has gone', async () => {
    const gone = (week: number) => 7 + (week <= 46 && week > 18 ? 1.5 : 0);
    await effects.observe(place, { from: 76, level: gone, seed: 3 });
    const { initiativeId } = await launched({
      baseline_from: weeksAgo(72),
      baseline_to: weeksAgo(46),
      planned_launch_on: weeksAgo(46),
      launched_on: weeksAgo(46),
      evaluate_on: weeksAgo(20),
      method: 'before_after',
    });
    expect(await due()).toBe(1);
    expect(await painStates()).toEqual(['verified']);
    await ofOrganization(`UPDATE initiative SET stage = 'closed' WHERE organization_id = $1`);
    expect(await due()).toBe(1);
    expect(await due()).toBe(0);
    const [, watch] = await verdicts();
    expect(watch).toMatchObject({ occasion: 'watch', verdict: 'faded' });
    expect(watch!.inputs['left']).toBeLessThan(0.5);
    expect(await stageOf(initiativeId)).toBe('evaluating');
    expect(await painStates()).toEqual(['confirmed']);
  });

  it('keeps nothing of a worker that is cut off, and the next one judges', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3 });
    const { initiativeId } = await launched();
    const after = application.app.get(AfterVerdict);
    const { follow } = after;
    after.follow = async (...given) => {
      await follow.apply(after, given);
      throw new Error('The worker is gone.');
    };
    expect(await due()).toBe(0);
    after.follow = follow;
    expect([await verdicts(), await stageOf(initiativeId), await painStates()]).toEqual([[], 'launched', ['fixed']]);
    expect(await ofOrganization(`SELECT id FROM job WHERE organization_id = $1 AND name = 'tell-of-verdict'`)).toEqual(
      [],
    );
    expect(await due()).toBe(1);
    expect(await verdicts()).toHaveLength(1);
  });

  it('keeps one verdict where two workers judge at once', async () => {
    await effects.observe(place, { from: 46, level: rises(1.2), seed: 3 });
    await launched();
    const counts = await Promise.all([due(), due(), due()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await verdicts()).toHaveLength(1);
  });
});
