import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { EffectsFactory, type Place, weeksAgo } from '../../../test/effects.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { JudgeEffectsService } from '../effects/judge-effects.service.js';

const FIELDS = `id name kind currency targetMinor forecastMinor registrationId metricName unit worthPerUnitMinor actualMinor
  actualLowerMinor actualUpperMinor verdict lockedAt lockedByName checkedAt checkedByName mayUpdate mayCheck version`;
const READ = `query ($initiativeId: ID!) { initiativeBenefits(initiativeId: $initiativeId) { ${FIELDS} } }`;
const ADD = `mutation ($initiativeId: ID!, $input: BenefitInput!) { addBenefit(initiativeId: $initiativeId, input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: BenefitInput!) {
  updateBenefit(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const act = (name: string) =>
  `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ${FIELDS} } }`;

describe('benefits', () => {
  let application: TestApplication;
  let effects: EffectsFactory;
  let place: Place;
  let organizationId: string;
  let office: TestMember;
  let executive: TestMember;
  let initiativeId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    effects = new EffectsFactory(application);
  });
  beforeEach(async () => {
    place = await effects.place();
    organizationId = place.principal.organizationId;
    office = await application.member(organizationId, 'programme_office');
    executive = await application.member(organizationId, 'executive');
    ({ initiativeId } = await effects.initiative(place, weeksAgo(16)));
  });
  afterAll(() => application.close());

  const input = (changes: Record<string, unknown> = {}) => ({
    name: 'Fewer second visits',
    kind: 'SAVING',
    currency: 'eur',
    targetMinor: 1_000_000,
    forecastMinor: 800_000,
    ...changes,
  });
  const add = async (changes = {}, by = office) =>
    (await by.client.data(ADD, { initiativeId, input: input(changes) })).addBenefit;
  const read = async (by = office) => (await by.client.data(READ, { initiativeId })).initiativeBenefits;
  const codesOf = async (operation: string, variables: Record<string, unknown>, by = office): Promise<string[]> => {
    const { errors } = await by.client.graphql(operation, variables);
    const fields = (errors?.[0]?.extensions['fields'] ?? []) as { path: string; code: string }[];
    return fields.map(({ path, code }) => `${path} ${code}`);
  };

  it('are kept until they are locked, and read in one statement', async () => {
    const made = await add();
    expect(made).toMatchObject({
      currency: 'EUR',
      targetMinor: 1_000_000,
      actualMinor: null,
      mayUpdate: true,
      version: 1,
    });
    const variables = { id: made.id, version: 1, input: input({ forecastMinor: 700_000 }) };
    expect((await office.client.data(UPDATE, variables)).updateBenefit).toMatchObject({
      forecastMinor: 700_000,
      version: 2,
    });
    expect(await office.client.errorCode(UPDATE, variables)).toBe('CONFLICT');
    expect(await countStatements(() => read())).toBe(ONE_READ);
    expect(await office.client.errorCode(act('checkBenefit'), { id: made.id, version: 2 })).toBe('FORBIDDEN');
    expect(await executive.client.errorCode(act('checkBenefit'), { id: made.id, version: 2 })).toBe(
      'BENEFIT_NOT_LOCKED',
    );
    await office.client.data(act('lockBenefit'), { id: made.id, version: 2 });
    expect(await office.client.errorCode(UPDATE, { ...variables, version: 3 })).toBe('BENEFIT_LOCKED');
    expect(await read(executive)).toMatchObject([{ mayCheck: true, lockedByName: 'A programme_office' }]);
    await executive.client.data(act('checkBenefit'), { id: made.id, version: 3 });
    expect(await read()).toMatchObject([{ checkedByName: 'A executive', mayCheck: false }]);
    // What is opened again has to be checked again.
    await office.client.data(act('unlockBenefit'), { id: made.id, version: 4 });
    expect(await read()).toMatchObject([{ lockedAt: null, checkedAt: null, version: 5 }]);
  });

  it('are filled from the verdict, with its interval, and nobody types over it', async () => {
    await effects.observe(place, { from: 46, level: (week) => 7 - (week <= 16 ? 1.2 : 0), seed: 7 });
    const registrationId = await effects.sealed(place, initiativeId, { direction: 'down', method: 'before_after' });
    const made = await add({ registrationId, worthPerUnitMinor: 500_000 });
    await add();
    expect(made).toMatchObject({ metricName: 'Ease of opening', unit: 'points', actualMinor: null, verdict: null });
    expect(await application.app.get(JudgeEffectsService).judgeDue(place.principal)).toBe(1);
    const [filled, other] = await read();
    expect(filled).toMatchObject({ verdict: 'PROVEN', version: 2 });
    // A fall that was promised is a gain.
    expect(filled.actualMinor).toBeGreaterThan(300_000);
    expect(filled.actualLowerMinor).toBeLessThan(filled.actualMinor);
    expect(filled.actualUpperMinor).toBeGreaterThan(filled.actualMinor);
    expect(other.actualMinor).toBeNull();
    const typed = application.app
      .get(UnitOfWork)
      .write(place.principal, (transaction) =>
        transaction.query('UPDATE benefit SET actual_minor = 1 WHERE organization_id = $1', [organizationId]),
      );
    await expect(typed).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('keep the target and the forecast that stood before the verdict, in their currency', async () => {
    await effects.observe(place, { from: 46, level: (week) => 7 - (week <= 16 ? 1.2 : 0), seed: 7 });
    const registrationId = await effects.sealed(place, initiativeId, { direction: 'down', method: 'before_after' });
    const promised = { registrationId, worthPerUnitMinor: 500_000 };
    const { id } = await add(promised);
    await application.app.get(JudgeEffectsService).judgeDue(place.principal);
    const [filled] = await read();
    for (const flattering of [{ targetMinor: filled.actualMinor }, { forecastMinor: 1 }, { currency: 'kwd' }]) {
      const variables = { id, version: filled.version, input: input({ ...promised, ...flattering }) };
      expect(await office.client.errorCode(UPDATE, variables)).toBe('BENEFIT_FILLED');
    }
    expect(await read()).toEqual([filled]);
  });

  it('keep no verdict from being kept by a worth that no amount of money holds', async () => {
    await effects.observe(place, { from: 46, level: (week) => 7 - (week <= 16 ? 1.2 : 0), seed: 7 });
    const registrationId = await effects.sealed(place, initiativeId, { direction: 'down', method: 'before_after' });
    await add({ registrationId, worthPerUnitMinor: Number.MAX_SAFE_INTEGER });
    expect(await application.app.get(JudgeEffectsService).judgeDue(place.principal)).toBe(1);
    expect(await read()).toMatchObject([{ actualMinor: null, verdict: null }]);
  });

  it('stay checked: nobody locks again what is locked, or slips a change in behind a lock', async () => {
    const { id } = await add();
    const another = await application.member(organizationId, 'programme_office');
    // The one that guesses the version that the lock will leave waits for the lock, and has to see it.
    for (let round = 0; round < 5; round += 1) {
      const [{ version }] = await read();
      const [, slipped] = await Promise.all([
        office.client.graphql(act('lockBenefit'), { id, version }),
        another.client.graphql(UPDATE, { id, version: version + 1, input: input({ targetMinor: 5 + round }) }),
      ]);
      expect(['CONFLICT', 'BENEFIT_LOCKED']).toContain(slipped.errors?.[0]?.extensions.code);
      const [locked] = await read();
      expect(locked.targetMinor).toBe(1_000_000);
      await office.client.data(act('unlockBenefit'), { id, version: locked.version });
    }
    const [{ version }] = await read();
    await office.client.data(act('lockBenefit'), { id, version });
    await executive.client.data(act('checkBenefit'), { id, version: version + 1 });
    expect(await another.client.errorCode(act('lockBenefit'), { id, version: version + 2 })).toBe('BENEFIT_LOCKED');
    expect(await read()).toMatchObject([{ checkedByName: 'A executive', lockedByName: 'A programme_office' }]);
  });

  it.each([
    ['no name', { name: ' ' }, ['name required']],
    ['no currency', { currency: 'euro' }, ['currency unknown_currency']],
    ['half a cent', { targetMinor: 0.5 }, ['targetMinor out_of_range']],
    ['worth of nothing registered', { worthPerUnitMinor: 5 }, ['registrationId required']],
    ['an effect that is none', { registrationId: 'x', worthPerUnitMinor: 5 }, ['registrationId unknown']],
  ])('are refused for %s', async (_, changes, codes) => {
    expect(await codesOf(ADD, { initiativeId, input: input(changes) })).toEqual(codes);
  });

  it('are nobody else’s: another role, another team, another organisation', async () => {
    const made = await add();
    const lead = await application.member(organizationId, 'team_lead');
    for (const member of [lead, executive]) {
      expect(await member.client.errorCode(ADD, { initiativeId, input: input() })).toBe('FORBIDDEN');
      expect(await member.client.errorCode(act('unlockBenefit'), { id: made.id, version: 1 })).toBe('FORBIDDEN');
    }
    expect(await read(lead)).toMatchObject([{ mayUpdate: false, mayCheck: false }]);
    const elsewhere = await application.organization('Elsewhere');
    const stranger = await application.member(elsewhere, 'programme_office');
    expect(await stranger.client.errorCode(READ, { initiativeId })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(ADD, { initiativeId, input: input() })).toBe('NOT_FOUND');
    expect(await stranger.client.errorCode(act('lockBenefit'), { id: made.id, version: 1 })).toBe('NOT_FOUND');
    // An effect of another initiative is not this one's to be paid for.
    const other = await effects.initiative(place, weeksAgo(16));
    const registrationId = await effects.sealed(place, other.initiativeId);
    expect(await codesOf(ADD, { initiativeId, input: input({ registrationId, worthPerUnitMinor: 1 }) })).toEqual([
      'registrationId unknown',
    ]);
  });
});
