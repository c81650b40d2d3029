import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

import { EffectsFactory, type Place, inDays, weeksAgo } from '../../../test/effects.js';
import { fingerprintOf } from './fingerprint.js';

const FIELDS = `id metricId metricName unit segment { dimension value } direction expectedChange method grain baselineFrom baselineTo
  launchOn settlingDays evaluateOn watchDays control { metricId metricName segment { value } } minimumN alpha power
  plan { requiredN requiredBuckets minimumDetectableEffect baselineN } sealedAt sealedByName seal sealIntact
  sealedBaseline { n value } withdrawnAt withdrawnByName withdrawnReason mayUpdate due version
  verdicts { id occasion verdict judgedOn estimate lower upper p nBefore nAfter reasons { code kind params } fingerprint
    confoundedWith { number title } } points { start side value n expected }`;
const EFFECTS = `query ($initiativeId: ID!) { initiativeEffects(initiativeId: $initiativeId) { ${FIELDS} } }`;
const PLAN = `query ($initiativeId: ID!, $input: EffectInput!, $id: ID) {
  planEffect(initiativeId: $initiativeId, input: $input, id: $id) {
    plan { requiredN requiredBuckets minimumDetectableEffect baselineN baselineValue } baseline { n value } withheld
    problems { severity path code params } } }`;
const REGISTER = `mutation ($initiativeId: ID!, $input: EffectInput!) {
  registerEffect(initiativeId: $initiativeId, input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: EffectInput!) {
  updateEffect(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  withdrawEffect(id: $id, version: $version, reason: $reason) { ${FIELDS} } }`;
const JUDGE = 'mutation ($id: ID!) { judgeEffect(id: $id) }';
const INPUTS = 'query ($verdictId: ID!) { effectVerdictInputs(verdictId: $verdictId) }';
const TALLY = `{ effectTally { launched registered waiting proven notProven worse insufficient faded tested expectedByChance
  doubtful { initiativeId adjustedP } } }`;
const LAUNCH = `mutation ($id: ID!, $version: Int!, $launchedOn: Date) {
  enterInitiativeStage(id: $id, version: $version, to: LAUNCHED, launchedOn: $launchedOn) { stage version } }`;

const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveInitiative(id: $id, version: $version) { archivedAt } }';

describe('effects', () => {
  let application: TestApplication;
  let effects: EffectsFactory;
  let place: Place;
  let organizationId: string;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    effects = new EffectsFactory(application);
  });
  beforeEach(async () => {
    place = await effects.place();
    organizationId = place.principal.organizationId;
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const query = (sql: string, values: unknown[] = []) => application.database.query(sql, values);
  const team = async (lead: TestMember): Promise<string> => {
    const id = uuidv7();
    await query(`INSERT INTO team (organization_id, id, name, kind) VALUES ($1, $2, 'Branches', 'service')`, [
      organizationId,
      id,
    ]);
    await query(
      `INSERT INTO team_membership (organization_id, id, team_id, membership_id, lead) VALUES ($1, $2, $3, $4, true)`,
      [organizationId, uuidv7(), id, lead.membershipId],
    );
    return id;
  };
  let numbers = 1000;
  /** About to be launched. */
  const initiative = async (teamId: string | null = null): Promise<string> => {
    const id = uuidv7();
    await query(
      `INSERT INTO initiative (organization_id, id, number, title, stage, owner_id, team_id) VALUES ($1, $2, $3, 'Open in one visit', 'in_progress', $4, $5)`,
      [organizationId, id, (numbers += 1), office.membershipId, teamId],
    );
    await query(`INSERT INTO action (organization_id, id, initiative_id, text) VALUES ($1, $2, $3, 'Train the desk')`, [
      organizationId,
      uuidv7(),
      id,
    ]);
    return id;
  };
  const promise = (changes: Record<string, unknown> = {}) => ({
    metricId: place.metricId,
    direction: 'UP',
    expectedChange: 1,
    method: 'INTERRUPTED_SERIES',
    grain: 'WEEK',
    baselineFrom: weeksAgo(26),
    baselineTo: weeksAgo(0),
    launchOn: inDays(0),
    settlingDays: 14,
    evaluateOn: inDays(140),
    minimumN: 50,
    ...changes,
  });
  const observed = () => effects.observe(place, { from: 30, level: () => 7, seed: 2 });
  const register = async (initiativeId: string, changes = {}, by = office) =>
    (await by.client.data(REGISTER, { initiativeId, input: promise(changes) })).registerEffect;
  const read = async (initiativeId: string, by = office) =>
    (await by.client.data(EFFECTS, { initiativeId })).initiativeEffects;
  const codesOf = async (operation: string, variables: Record<string, unknown>, by = office): Promise<string[]> => {
    const { errors } = await by.client.graphql(operation, variables);
    return ((errors?.[0]?.extensions['fields'] ?? []) as { path: string; code: string }[]).map(
      ({ path, code }) => `${path} ${code}`,
    );
  };

  it('are planned before they are saved: what sample the promise needs, from the baseline as it is', async () => {
    await observed();
    const initiativeId = await initiative();
    const { planEffect } = await office.client.data(PLAN, { initiativeId, input: promise() });
    expect(planEffect.plan.requiredN).toBeGreaterThan(2);
    expect(planEffect.plan.requiredBuckets).toBeGreaterThan(7);
    expect(planEffect.plan.baselineN).toBe(26 * 12);
    expect(planEffect.baseline.value).toBeCloseTo(7, 0);
    expect(planEffect.problems).toEqual([]);
    const { planEffect: tiny } = await office.client.data(PLAN, {
      initiativeId,
      input: promise({ expectedChange: 0.05 }),
    });
    expect(tiny.plan.requiredN).toBeGreaterThan(planEffect.plan.requiredN);
    expect(tiny.problems).toMatchObject([
      { severity: 'WARNING', path: 'minimumN', code: 'minimum_below_power' },
      { severity: 'WARNING', path: 'evaluateOn', code: 'change_too_small_to_see' },
    ]);
    expect(await read(initiativeId)).toEqual([]);
  });

  it('are registered, changed and read in one statement until the launch, and withdrawn with a reason that stays', async () => {
    await observed();
    const initiativeId = await initiative();
    const made = await register(initiativeId);
    expect(made).toMatchObject({
      metricName: 'Ease of opening',
      unit: 'points',
      seal: null,
      sealIntact: null,
      version: 1,
      mayUpdate: true,
      due: false,
      verdicts: [],
      plan: { baselineN: 312 },
    });
    const input = promise({ expectedChange: 0.8 });
    const { updateEffect } = await office.client.data(UPDATE, { id: made.id, version: 1, input });
    expect(updateEffect).toMatchObject({ expectedChange: 0.8, version: 2 });
    expect(await office.client.errorCode(UPDATE, { id: made.id, version: 1, input })).toBe('CONFLICT');
    expect(await codesOf(REGISTER, { initiativeId, input })).toEqual(['metricId registered_already']);
    expect(await countStatements(() => read(initiativeId))).toBe(ONE_READ);
    expect(await codesOf(WITHDRAW, { id: made.id, version: 2, reason: ' ' })).toEqual(['reason required']);
    await office.client.data(WITHDRAW, { id: made.id, version: 2, reason: 'The survey ends in March' });
    expect(await read(initiativeId)).toMatchObject([
      { withdrawnReason: 'The survey ends in March', withdrawnByName: 'A programme_office' },
    ]);
    // Another one may take its place.
    await register(initiativeId);
    expect(await office.client.errorCode(UPDATE, { id: made.id, version: 3, input })).toBe('EFFECT_WITHDRAWN');
  });

  it('registered twice at once stand once', async () => {
    await observed();
    const initiativeId = await initiative();
    const variables = { initiativeId, input: promise() };
    const answers = await Promise.all([1, 2].map(() => office.client.graphql(REGISTER, variables)));
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect(await read(initiativeId)).toHaveLength(1);
  });

  it.each([
    ['an empty baseline', { baselineFrom: weeksAgo(0) }, ['baselineTo baseline_empty']],
    [
      'a baseline that has not happened',
      { baselineTo: inDays(20), launchOn: inDays(30) },
      ['baselineTo baseline_not_happened'],
    ],
    ['a baseline that ends after the launch', { baselineTo: inDays(1) }, ['baselineTo baseline_after_launch']],
    [
      'a launch that has passed',
      { launchOn: inDays(-1), baselineTo: weeksAgo(2), baselineFrom: weeksAgo(30) },
      ['launchOn launch_in_past'],
    ],
    ['an evaluation before enough can be seen', { evaluateOn: inDays(30) }, ['evaluateOn evaluation_too_early']],
    ['a baseline of a century', { baselineFrom: '1926-01-01' }, ['baselineFrom baseline_too_long']],
    ['a metric that is none', { metricId: uuidv7() }, ['metricId metric_gone']],
    ['an id that is none', { metricId: 'ease' }, ['metricId metric_gone']],
    ['a change of nothing', { expectedChange: 0 }, ['expectedChange change_not_positive']],
    [
      'settling for billions of days',
      { settlingDays: 2_147_483_647 },
      ['settlingDays settling_out_of_range', 'evaluateOn evaluation_too_early'],
    ],
    [
      'a baseline before anybody observed anything',
      { baselineFrom: '0001-01-01', baselineTo: '0002-01-01', launchOn: '0002-06-01' },
      ['launchOn launch_in_past', 'baselineFrom baseline_too_long', 'evaluateOn evaluation_too_late'],
    ],
    ['a method without its control', { method: 'DIFFERENCE_IN_DIFFERENCES' }, ['control control_missing']],
  ])('are refused for %s', async (_, changes, codes) => {
    await observed();
    expect(await codesOf(REGISTER, { initiativeId: await initiative(), input: promise(changes) })).toEqual(codes);
  });

  it('are refused for an archived metric, and for a control that gets the change too', async () => {
    await observed();
    const initiativeId = await initiative();
    const other = await effects.another(place, 'other');
    const compared = { method: 'DIFFERENCE_IN_DIFFERENCES', control: { metricId: other.metricId } };
    const touchpointId = uuidv7();
    await query(`INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, 'Desk', 'branch')`, [
      organizationId,
      touchpointId,
    ]);
    await query(
      'INSERT INTO initiative_touchpoint (organization_id, initiative_id, touchpoint_id) VALUES ($1, $2, $3)',
      [organizationId, initiativeId, touchpointId],
    );
    await query('INSERT INTO metric_link (organization_id, id, metric_id, touchpoint_id) VALUES ($1, $2, $3, $4)', [
      organizationId,
      uuidv7(),
      other.metricId,
      touchpointId,
    ]);
    expect(await codesOf(REGISTER, { initiativeId, input: promise(compared) })).toEqual([
      'control control_gets_change',
    ]);
    const everybody = { method: 'DIFFERENCE_IN_DIFFERENCES', control: { metricId: place.metricId } };
    const north = { ...everybody, segment: { dimension: 'region', value: 'North' } };
    expect(await codesOf(REGISTER, { initiativeId, input: promise(north) })).toEqual([
      'control control_contains_treated',
    ]);
    await query('UPDATE metric SET archived_at = now() WHERE id = $1', [place.metricId]);
    expect(await codesOf(REGISTER, { initiativeId, input: promise() })).toEqual(['metricId metric_archived']);
  });

  it('are sealed by the launch, and nobody changes them from then on, the database included', async () => {
    await observed();
    const initiativeId = await initiative();
    const made = await register(initiativeId);
    await office.client.data(LAUNCH, { id: initiativeId, version: 1, launchedOn: inDays(0) });
    const [sealed] = await read(initiativeId);
    expect(sealed).toMatchObject({
      sealedByName: 'A programme_office',
      sealIntact: true,
      launchOn: inDays(0),
      sealedBaseline: { n: 312 },
      version: 2,
    });
    const [event] = await query(
      `SELECT changes FROM audit_event WHERE organization_id = $1 AND act = 'effect.sealed' AND object_id = $2`,
      [organizationId, made.id],
    );
    expect(event).toMatchObject({ changes: { seal: sealed.seal, launchedOn: inDays(0) } });
    const variables = { id: made.id, version: 2, input: promise() };
    expect(await office.client.errorCode(UPDATE, variables)).toBe('EFFECT_SEALED');
    expect(
      await codesOf(REGISTER, {
        initiativeId,
        input: promise({ direction: 'DOWN', segment: { dimension: 'region', value: 'North' } }),
      }),
    ).toEqual(['launchOn already_launched']);
    const changes = [
      `UPDATE effect_registration SET expected_change = 0.1 WHERE id = '${made.id}'`,
      `UPDATE effect_registration SET sealed_at = NULL, sealed_by = NULL, seal = NULL, launched_on = NULL WHERE id = '${made.id}'`,
      `UPDATE effect_registration SET withdrawn_at = now(), withdrawn_by = id, withdrawn_reason = 'x', minimum_n = 2 WHERE id = '${made.id}'`,
      `DELETE FROM effect_registration WHERE id = '${made.id}'`,
    ];
    const unitOfWork = application.app.get(UnitOfWork);
    for (const sql of changes) {
      await expect(query(sql)).rejects.toMatchObject({ code: 'TS002' });
      const asApp = unitOfWork.write(place.principal, (transaction) => transaction.query(sql));
      await expect(asApp).rejects.toMatchObject({ driverError: { code: 'TS002' } });
    }
    expect(await office.client.errorCode(JUDGE, { id: made.id })).toBe('EFFECT_NOT_DUE');
    await office.client.data(WITHDRAW, { id: made.id, version: 2, reason: 'The survey was stopped' });
    expect(await read(initiativeId)).toMatchObject([{ sealIntact: true, withdrawnReason: 'The survey was stopped' }]);
    // Nor does it go out of the count by way of its initiative, withdrawn or judged.
    const archive = { id: initiativeId, version: 2 };
    expect(await office.client.errorCode(ARCHIVE, archive)).toBe('INITIATIVE_LAUNCHED');
  });

  it('are not sealed by a launch that lies before them', async () => {
    await observed();
    const initiativeId = await initiative();
    const made = await register(initiativeId, { baselineTo: weeksAgo(1), baselineFrom: weeksAgo(27) });
    const launch = { id: initiativeId, version: 1, launchedOn: inDays(-1) };
    expect(await codesOf(LAUNCH, launch)).toEqual([
      'stage REGISTRATION_REFUSED',
      `effects.${made.id}.launchOn registered_after_launch`,
    ]);
    await query(`UPDATE effect_registration SET changed_at = now() - interval '3 days' WHERE id = $1`, [made.id]);
    await office.client.data(LAUNCH, launch);
    expect(await read(initiativeId)).toMatchObject([{ sealIntact: true, launchOn: inDays(-1) }]);
  });

  it('are kept by the programme office and by leads for their own teams, and seen by all of the organisation and by nobody else', async () => {
    await observed();
    const lead = await application.member(organizationId, 'team_lead');
    const own = await initiative(await team(lead));
    const foreign = await initiative();
    const made = await register(own, {}, lead);
    expect(await lead.client.errorCode(REGISTER, { initiativeId: foreign, input: promise() })).toBe('FORBIDDEN');
    const theirs = await register(foreign);
    expect(await lead.client.errorCode(WITHDRAW, { id: theirs.id, version: 1, reason: 'No' })).toBe('FORBIDDEN');
    expect(await lead.client.errorCode(JUDGE, { id: made.id })).toBe('FORBIDDEN');
    for (const role of ['contributor', 'executive', 'administrator'] as const) {
      const member = await application.member(organizationId, role);
      expect(await read(own, member)).toMatchObject([{ id: made.id, mayUpdate: false }]);
      expect(await member.client.errorCode(REGISTER, { initiativeId: own, input: promise() })).toBe('FORBIDDEN');
    }
    const elsewhere = await application.organization('Elsewhere');
    const stranger = await application.member(elsewhere, 'programme_office');
    expect(await stranger.client.errorCode(EFFECTS, { initiativeId: own })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(PLAN, { initiativeId: own, input: promise() })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(REGISTER, { initiativeId: own, input: promise() })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(UPDATE, { id: made.id, version: 1, input: promise() })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(WITHDRAW, { id: made.id, version: 1, reason: 'x' })).toBe('NOT_FOUND');
    // Their own initiative does not make a foreign metric theirs.
    const id = uuidv7();
    await query(`INSERT INTO initiative (organization_id, id, number, title) VALUES ($1, $2, 1, 'Theirs')`, [
      elsewhere,
      id,
    ]);
    expect(await codesOf(REGISTER, { initiativeId: id, input: promise() }, stranger)).toEqual(['metricId metric_gone']);
  });

  it('are judged now where their day has come; the verdict is kept, counted and can be computed again elsewhere', async () => {
    const rises = (week: number) => 7 + (week <= 16 ? 1.2 : 0);
    await effects.observe(place, { from: 46, level: rises, seed: 3 });
    const { initiativeId } = await effects.initiative(place, weeksAgo(16));
    const id = await effects.sealed(place, initiativeId);
    await effects.initiative(place, weeksAgo(16));
    const { effectTally: before } = await office.client.data(TALLY);
    expect(before).toMatchObject({ launched: 2, registered: 1, waiting: 1, proven: 0 });
    expect(await read(initiativeId)).toMatchObject([{ due: true }]);
    await office.client.data(JUDGE, { id });
    const [judged] = await eventually(
      () => read(initiativeId),
      ([found]) => found.verdicts.length > 0,
    );
    const [verdict] = judged.verdicts;
    expect(verdict).toMatchObject({ occasion: 'EVALUATION', verdict: 'PROVEN', nBefore: 312 });
    expect(judged.due).toBe(false);
    expect(judged.points.map(({ side }: { side: string }) => side)).toContain('AFTER');
    expect(await countStatements(() => read(initiativeId))).toBe(ONE_READ);
    expect(await office.client.errorCode(JUDGE, { id })).toBe('EFFECT_JUDGED');
    expect(await office.client.errorCode(WITHDRAW, { id, version: judged.version, reason: 'Nicer' })).toBe(
      'EFFECT_JUDGED',
    );

    const { effectVerdictInputs: kept } = await office.client.data(INPUTS, { verdictId: verdict.id });
    expect(fingerprintOf(kept.sealed).toString('hex')).toBe(judged.seal);
    expect(fingerprintOf(kept.verdict.inputs).toString('hex')).toBe(verdict.fingerprint);
    expect(kept.verdict.inputs.run.y).toHaveLength(40);

    const { effectTally: after } = await office.client.data(TALLY);
    expect(after).toMatchObject({ waiting: 0, proven: 1, tested: 1, expectedByChance: 0.025, doubtful: [] });
    expect(await countStatements(() => office.client.data(TALLY))).toBe(ONE_READ);
    const unitOfWork = application.app.get(UnitOfWork);
    const sql = 'UPDATE effect_verdict SET estimate = estimate WHERE id = $1';
    await expect(query(sql, [verdict.id])).rejects.toMatchObject({ code: 'TS003' });
    const asWorker = unitOfWork.work(place.principal, (transaction) => transaction.query(sql, [verdict.id]));
    await expect(asWorker).rejects.toMatchObject({ driverError: { code: '42501' } });
    const stranger = await application.member(await application.organization('Elsewhere'), 'programme_office');
    expect(await stranger.client.errorCode(INPUTS, { verdictId: verdict.id })).toBe('NOT_FOUND');
    expect((await stranger.client.data(TALLY)).effectTally).toMatchObject({ launched: 0, proven: 0 });
  });
});
