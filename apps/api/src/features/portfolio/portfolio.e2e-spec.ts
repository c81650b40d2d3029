import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { inDays } from '../../../test/effects.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { addInitiatives, addPromise, insertInto, type Outcome } from './undertaken.factory.js';

const REF = 'id number title stage';
const PORTFOLIO = `query ($teamId: ID, $sponsorId: ID, $goalId: ID, $launchedFrom: Date, $launchedTo: Date) {
  portfolio(teamId: $teamId, sponsorId: $sponsorId, goalId: $goalId, launchedFrom: $launchedFrom, launchedTo: $launchedTo) {
    asOf today initiatives
    map { placed unestimated places { value effort count launched initiatives { ${REF} } } unplaced { ${REF} } }
    funnel { stage count medianDays oldestDays usualDays usualN overlong oldest { ${REF} } }
    verdicts { launched outcomes { outcome count } faded confounded withdrew tested expectedByChance lastJudgedOn
      fadedOnes { ${REF} } confoundedOnes { number with { number } } doubtful { number adjustedP } }
    money { currency benefits locked checked targetMinor forecastMinor judged judgedForecastMinor actualMinor provenMinor fadedMinor
      reached possible missed }
    benefitCount benefits { name outcome actualMinor actualLowerMinor faded initiative { number } }
    effectCount effects { metricName unit expected estimate lower upper verdict watch confounded initiative { number } }
    late { kind count initiatives items { what dueOn days initiative { number } } }
    choices { teams { name } sponsors { name } goals { name } }
  }
}`;
const LIST = `query ($outcome: LaunchOutcome, $mark: LaunchMark, $lateBy: LateKind, $value: Int, $effort: Int, $unestimated: Boolean,
    $sponsorId: ID, $goalId: ID, $teamId: ID, $launchedFrom: Date, $launchedTo: Date) {
  initiatives(outcome: $outcome, mark: $mark, lateBy: $lateBy, value: $value, effort: $effort, unestimated: $unestimated,
    sponsorId: $sponsorId, goalId: $goalId, teamId: $teamId, launchedFrom: $launchedFrom, launchedTo: $launchedTo) {
    totalCount edges { node { number } } } }`;

describe('the portfolio', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let executive: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    executive = await application.member(organizationId, 'executive');
  });
  afterAll(() => application.close());

  const insert = (table: string, row: Record<string, unknown>) =>
    insertInto(application.database, table, { organization_id: organizationId, ...row });
  const initiatives = (...rows: Record<string, unknown>[]) =>
    addInitiatives(application.database, organizationId, rows);
  const promise = (initiativeId: string, outcome: Outcome, changes: Record<string, unknown> = {}) =>
    addPromise(application.database, organizationId, { initiativeId, outcome, ...changes });
  const read = async (variables = {}, by = office) => (await by.client.data(PORTFOLIO, variables)).portfolio;
  const listed = async (variables: Record<string, unknown>): Promise<number[]> =>
    (await office.client.data(LIST, variables)).initiatives.edges
      .map(({ node }: { node: { number: number } }) => node.number)
      .sort((a: number, b: number) => a - b);
  const outcomesOf = (portfolio: { verdicts: { outcomes: { outcome: string; count: number }[] } }) =>
    Object.fromEntries(portfolio.verdicts.outcomes.map(({ outcome, count }) => [outcome, count]));

  it('counts every launched initiative once, and its list holds the very same ones', async () => {
    const ids = await initiatives(
      ...Array.from({ length: 9 }, () => ({ stage: 'launched', launched_on: inDays(-200) })),
      { stage: 'proposed' },
      { stage: 'withdrawn' },
      { stage: 'closed', launched_on: inDays(-300), archived_at: new Date() },
      // Who gives up what looks bad does not take it out of the count.
      { stage: 'withdrawn', launched_on: inDays(-200) },
    );
    await promise(ids[0]!, 'proven');
    await promise(ids[1]!, 'proven', { watch: 'faded' });
    await promise(ids[2]!, 'not_proven', { confoundedWith: [ids[1]] });
    await promise(ids[3]!, 'worse');
    await promise(ids[3]!, 'proven');
    await promise(ids[4]!, 'insufficient');
    await promise(ids[5]!, null, { evaluateOn: inDays(-2) });
    await promise(ids[6]!, null, { evaluateOn: inDays(2) });
    await promise(ids[7]!, 'worse', { withdrawn: true });
    // Nobody hides what was promised beside a gain.
    await promise(ids[0]!, null, { withdrawn: true });
    const portfolio = await read();
    expect(portfolio).toMatchObject({ initiatives: 10, effectCount: 6 });
    expect(outcomesOf(portfolio)).toEqual({
      PROVEN: 2,
      NOT_PROVEN: 1,
      WORSE: 1,
      INSUFFICIENT: 1,
      OVERDUE: 1,
      NOT_YET_DUE: 1,
      UNREGISTERED: 3,
    });
    expect(portfolio.verdicts).toMatchObject({
      launched: 10,
      faded: 1,
      fadedOnes: [{ number: 2 }],
      confounded: 1,
      confoundedOnes: [{ number: 3, with: [{ number: 2 }] }],
      withdrew: 2,
      tested: 5,
      lastJudgedOn: inDays(-30),
    });
    expect(portfolio.effects.find((each: { verdict: string }) => each.verdict === 'WORSE')).toMatchObject({
      expected: 2,
      estimate: -1.5,
      lower: -2.5,
      upper: -0.5,
      unit: 'points',
      initiative: { number: 4 },
    });
    const expected = { PROVEN: [1, 2], NOT_PROVEN: [3], WORSE: [4], INSUFFICIENT: [5], OVERDUE: [6], NOT_YET_DUE: [7] };
    for (const [outcome, numbers] of Object.entries({ ...expected, UNREGISTERED: [8, 9, 13] }))
      expect([outcome, await listed({ outcome })]).toEqual([outcome, numbers]);
    expect(await listed({ mark: 'FADED' })).toEqual([2]);
    expect(await listed({ mark: 'CONFOUNDED' })).toEqual([3]);
    expect(await listed({ mark: 'WITHDREW' })).toEqual([1, 8]);
  });

  it('doubts a lucky one among many, whatever part of them is looked at', async () => {
    const team = await insert('team', { name: 'Cards', kind: 'service' });
    const ids = await initiatives(
      { stage: 'launched', launched_on: inDays(-200), team_id: team },
      ...Array.from({ length: 20 }, () => ({ stage: 'launched', launched_on: inDays(-200) })),
    );
    await promise(ids[0]!, 'proven', { p: 0.03 });
    for (const id of ids.slice(1)) await promise(id, 'not_proven', { p: 0.6 });
    for (const filter of [{}, { teamId: team }]) {
      const { verdicts } = await read(filter);
      expect(verdicts).toMatchObject({ tested: 21, expectedByChance: 0.525, doubtful: [{ number: 1 }] });
    }
    expect((await read({ teamId: team })).verdicts.launched).toBe(1);
  });

  it('places what has an estimate, names what has none, and says how long things stand where', async () => {
    const now = Date.now();
    const since = (days: number) => new Date(now - days * 86_400_000);
    const ids = await initiatives(
      { value: 5, effort: 2, stage_since: since(100) },
      { value: 5, effort: 2, stage: 'launched', launched_on: inDays(-10), stage_since: since(10) },
      { value: 1, effort: 5, stage_since: since(20) },
      { value: 3, stage_since: since(30) },
      { value: 4, effort: 4, stage: 'closed', launched_on: inDays(-100) },
    );
    // Five passed through before, in ten days each.
    const past = await initiatives(
      ...Array.from({ length: 5 }, () => ({ stage: 'withdrawn', stage_since: since(190), created_at: since(200) })),
    );
    for (const id of past)
      for (const [to_stage, days] of [
        ['proposed', 200],
        ['withdrawn', 190],
      ] as const)
        await insert('stage_change', {
          ...{ initiative_id: id, to_stage, changed_at: since(days) },
          from_stage: to_stage === 'proposed' ? null : 'proposed',
        });
    const { map, funnel } = await read();
    expect(map).toMatchObject({
      placed: 3,
      unestimated: 1,
      places: [
        { value: 5, effort: 2, count: 2, launched: 1, initiatives: [{ number: 2 }, { number: 1 }] },
        { value: 1, effort: 5, count: 1, launched: 0 },
      ],
      unplaced: [{ number: 4 }],
    });
    const stage = (name: string) => funnel.find((each: { stage: string }) => each.stage === name);
    expect(funnel.map((each: { stage: string }) => each.stage)).not.toContain('WITHDRAWN');
    expect(stage('PROPOSED')).toMatchObject({ count: 3, medianDays: 30, oldestDays: 100, usualDays: 10, usualN: 5 });
    expect(stage('PROPOSED')).toMatchObject({ overlong: 2, oldest: { id: ids[0] } });
    expect(stage('LAUNCHED')).toMatchObject({ count: 1, usualDays: null, overlong: null });
    expect(stage('CLOSED')).toMatchObject({ count: 1, medianDays: null, oldest: null });
    expect(stage('APPROVED')).toMatchObject({ count: 0, oldest: null });
    expect(await listed({ value: 5, effort: 2 })).toEqual([1, 2]);
    expect(await listed({ unestimated: true })).toEqual([4]);
    expect(await listed({ lateBy: 'STAGE' })).toEqual([1, 4]);
  });

  it('says what is late, of what runs, and its list holds the very same ones', async () => {
    const old = new Date(Date.now() - 40 * 86_400_000);
    const ids = await initiatives(
      { due_on: inDays(-3), stage: 'in_progress', update_every_days: 14, stage_since: old },
      { due_on: inDays(-3), stage: 'launched', launched_on: inDays(-40) },
      { due_on: inDays(3) },
    );
    for (const initiative_id of ids) {
      await insert('milestone', { initiative_id, name: 'Pilot', due_on: inDays(-5) });
      await insert('milestone', { initiative_id, name: 'Reached', due_on: inDays(-5), reached_on: inDays(-6) });
      await insert('action', { initiative_id, text: 'Write', due_on: inDays(-1) });
      await insert('action', { initiative_id, text: 'Done', due_on: inDays(-1), state: 'done', finished_at: old });
    }
    await promise(ids[1]!, null, { evaluateOn: inDays(-2) });
    const { late } = await read();
    expect(late).toMatchObject([
      { kind: 'LAUNCH', count: 1, items: [{ initiative: { number: 1 }, days: 3 }] },
      { kind: 'MILESTONE', count: 3, initiatives: 3, items: [{ what: 'Pilot', days: 5 }, {}, {}] },
      { kind: 'ACTION', count: 3, items: [{ what: 'Write', days: 1 }, {}, {}] },
      {
        kind: 'EVALUATION',
        count: 1,
        items: [{ what: expect.stringContaining('ease'), days: 2, initiative: { number: 2 } }],
      },
      { kind: 'REPORT', count: 1, items: [{ initiative: { number: 1 }, days: 26 }] },
      { kind: 'STAGE', count: 0, items: [] },
    ]);
    for (const { kind, items } of late)
      expect([kind, await listed({ lateBy: kind })]).toEqual([
        kind,
        items.map((each: { initiative: { number: number } }) => each.initiative.number).sort(),
      ]);
  });

  it('adds benefits up by currency, with what verdicts say came of them', async () => {
    const [won, lost, planned] = await initiatives(
      { stage: 'closed', launched_on: inDays(-200) },
      { stage: 'closed', launched_on: inDays(-20) },
      {},
    );
    const { metricId: _won, ...kept } = await promise(won!, 'proven', { watch: 'faded' });
    const { metricId: _lost, ...missed } = await promise(lost!, 'not_proven');
    const benefit = (initiative_id: string, row: Record<string, unknown>) =>
      insert('benefit', { initiative_id, kind: 'saving', currency: 'EUR', target_minor: 1000, ...row });
    const actual = { worth_per_unit_minor: 1, actual_lower_minor: 700, actual_upper_minor: 950 };
    await benefit(won!, { ...actual, ...kept, name: 'Won', forecast_minor: 800, actual_minor: 850 });
    await benefit(lost!, { ...actual, ...missed, name: 'Lost', forecast_minor: 1000, actual_minor: 900 });
    await benefit(planned!, { name: 'Planned', forecast_minor: 5000 });
    await benefit(planned!, { name: 'Elsewhere', currency: 'USD' });
    const portfolio = await read();
    expect(portfolio.money).toMatchObject([
      {
        ...{ currency: 'EUR', benefits: 3, targetMinor: 3000, forecastMinor: 6800, judged: 2 },
        ...{ judgedForecastMinor: 1800, actualMinor: 1750, provenMinor: 850, fadedMinor: 850 },
        ...{ reached: 1, possible: 0, missed: 1 },
      },
      { currency: 'USD', benefits: 1, forecastMinor: 0, judged: 0, actualMinor: 0 },
    ]);
    expect(portfolio.benefits).toMatchObject([
      { name: 'Lost', outcome: 'MISSED', faded: false },
      { name: 'Won', outcome: 'REACHED', faded: true, actualLowerMinor: 700 },
      { name: 'Planned', outcome: 'OPEN' },
      { name: 'Elsewhere', outcome: 'OPEN' },
    ]);
    const lately = { launchedFrom: inDays(-50) };
    expect(await read(lately)).toMatchObject({
      benefitCount: 1,
      effectCount: 1,
      verdicts: { launched: 1, tested: 2 },
      initiatives: 3,
    });
    expect(await listed(lately)).toEqual([2]);
    expect(await listed({ launchedTo: inDays(-50) })).toEqual([1]);
  });

  it('is narrowed down to a team, a sponsor or a goal', async () => {
    const team = await insert('team', { name: 'Cards', kind: 'service' });
    const ids = await initiatives(
      { team_id: team, value: 1, effort: 1 },
      { sponsor_id: executive.membershipId, value: 1, effort: 1 },
      { value: 1, effort: 1, stage: 'launched', launched_on: inDays(-200) },
      { value: 1, effort: 1 },
    );
    const { metricId } = await promise(ids[2]!, 'proven');
    const goalId = await insert('business_goal', { name: 'Grow' });
    const objective_id = await insert('experience_objective', { name: 'Ease', goal_id: goalId });
    await insert('metric_link', { metric_id: metricId, objective_id });
    const touchpoint_id = await insert('touchpoint', { name: 'Counter', channel: 'branch' });
    await insert('metric_link', { metric_id: metricId, touchpoint_id });
    await insert('initiative_touchpoint', { id: undefined, initiative_id: ids[3], touchpoint_id });
    for (const [filter, numbers] of [
      [{ teamId: team }, [1]],
      [{ sponsorId: executive.membershipId }, [2]],
      [{ goalId }, [3, 4]],
    ] as const) {
      const { initiatives: count, map } = await read(filter);
      const placed = map.places[0].initiatives.map((each: { number: number }) => each.number).sort();
      expect([count, placed, await listed(filter)]).toEqual([numbers.length, numbers, numbers]);
    }
    expect((await read({ teamId: team })).choices).toEqual({
      teams: [{ name: 'Cards' }],
      sponsors: [{ name: 'A executive' }],
      goals: [{ name: 'Grow' }],
    });
    for (const filter of [{ teamId: 'x' }, { sponsorId: 'x' }, { goalId: 'x' }])
      expect(await office.client.errorCode(PORTFOLIO, filter)).toBe('NOT_FOUND');
  });

  it('is one statement at 25 initiatives and at 200', async () => {
    const counts: number[] = [];
    for (const more of [25, 175]) {
      const ids = await initiatives(
        ...Array.from({ length: more }, (_, index) => ({
          ...{ value: 1 + (index % 5), effort: 1 + (index % 4), due_on: inDays(-1) },
          ...(index % 2 ? { stage: 'launched', launched_on: inDays(-200) } : {}),
        })),
      );
      for (const [index, id] of ids.entries()) {
        await insert('milestone', { initiative_id: id, name: 'Pilot', due_on: inDays(-5) });
        if (index % 2) await promise(id, index % 3 ? 'proven' : 'not_proven');
      }
      counts.push(await countStatements(() => read()));
    }
    expect(counts).toEqual([ONE_READ, ONE_READ]);
    expect(await read()).toMatchObject({ initiatives: 200, verdicts: { launched: 99 } });
  });

  it('is read by every role, and shows nothing of another organisation', async () => {
    const [id] = await initiatives({ stage: 'launched', launched_on: inDays(-200) });
    await promise(id!, 'proven');
    for (const role of ['team_lead', 'executive', 'contributor', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect(await read({}, member)).toMatchObject({ initiatives: 1, verdicts: { launched: 1 } });
    }
    const elsewhere = await application.organization('Elsewhere');
    const stranger = await application.member(elsewhere, 'programme_office');
    expect(await read({}, stranger)).toMatchObject({
      ...{ initiatives: 0, effectCount: 0, benefitCount: 0, money: [] },
      verdicts: { launched: 0, tested: 0, lastJudgedOn: null },
      map: { places: [], unplaced: [] },
      choices: { teams: [], sponsors: [], goals: [] },
    });
    const team = await insert('team', { name: 'Cards', kind: 'service' });
    expect(await stranger.client.errorCode(PORTFOLIO, { teamId: team })).toBe('NOT_FOUND');
  });

  it('is taken along as a file by those who may, with every initiative that the filters keep', async () => {
    const team = await insert('team', { name: '=Cards', kind: 'service' });
    const ids = await initiatives(
      ...Array.from({ length: 12 }, (_, index) => ({
        ...{ value: 1, effort: 1, currency: 'EUR', cost_planned_minor: 12_345 },
        ...(index === 0 ? { team_id: team, stage: 'launched', launched_on: inDays(-200) } : {}),
      })),
    );
    await promise(ids[0]!, 'proven', { watch: 'faded' });
    const file = (name: string, by = executive) =>
      by.client.inject({ method: 'GET', url: `/exports/portfolio.${name}` });
    const whole = await file('csv');
    expect(whole.statusCode).toBe(200);
    const lines = whole.body.split('\r\n');
    expect(lines[0]).toContain('Number,Initiative,Stage');
    expect(lines[1]).toMatch(/^I-1,Initiative 1,Launched,0,'=Cards,.*,1,1,EUR,123\.45,,Proven,yes,no,no$/);
    expect(lines.filter((line) => /^I-\d+,Initiative \d+,(Proposed|Launched)/.test(line))).toHaveLength(12);
    expect(whole.body).toContain('Launched,1');
    const narrow = await file(`csv?team=${team}&from=nonsense`);
    expect(narrow.body).not.toContain('Initiative 2');
    const book = await file('xlsx');
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await file('pdf')).statusCode).toBe(404);
    expect((await file('csv?team=nonsense')).statusCode).toBe(404);
    const contributor = await application.member(organizationId, 'contributor');
    expect((await file('csv', contributor)).statusCode).toBe(403);
  });
});
