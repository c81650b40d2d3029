import { v7 as uuidv7 } from 'uuid';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const CREATE_TEAM = 'mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id name version } }';
const ARCHIVE_TEAM = 'mutation ($id: ID!, $version: Int!) { archiveTeam(id: $id, version: $version) { id } }';
const CREATE = 'mutation ($input: TouchpointInput!) { createTouchpoint(input: $input) { id } }';
const PERIODS = 'id ownership { id teamName responsibility validFrom validTo }';
const ONE = `query ($id: ID!) { touchpoint(id: $id) { ${PERIODS} } }`;
const ASSIGN = `mutation ($touchpointId: ID!, $input: OwnershipInput!) {
  assignOwnership(touchpointId: $touchpointId, input: $input) { ${PERIODS} } }`;
const END = `mutation ($id: ID!, $validTo: Date, $seen: Date) { endOwnership(id: $id, validTo: $validTo, seen: $seen) { ${PERIODS} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawOwnership(id: $id) { ${PERIODS} } }`;
const PLAN = `planKey backdated fromTeamName toTeamName touchpointCount endedCount withdrawnCount touchpoints { touchpointName }
  handedOver { touchpointId touchpointName responsibility validFrom validTo }`;
const PREVIEW = `query ($input: ReorganisationInput!) { reorganisationPreview(input: $input) { ${PLAN} } }`;
const REORGANISE = `mutation ($input: ReorganisationInput!, $planKey: String!) {
  reorganise(input: $input, planKey: $planKey) { ${PLAN} } }`;

interface Period {
  id: string;
  teamName: string;
  responsibility: string;
  validFrom: string;
  validTo: string | null;
}

const FAR = '2099-01-01';

describe('ownership', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let tellers: { id: string; version: number };
  let app: { id: string; version: number };
  let counter: string;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    [tellers, app] = [await team('Tellers'), await team('App')];
    counter = await touchpoint('Branch counter');
  });
  afterAll(() => application.close());

  const team = async (name: string) => (await office.client.data(CREATE_TEAM, { name })).createTeam;
  const touchpoint = async (name: string): Promise<string> =>
    (await office.client.data(CREATE, { input: { name, existence: 'EXISTING', channel: 'BRANCH' } })).createTouchpoint
      .id;
  const period = (teamId: string, validFrom: string, validTo?: string, responsibility = 'ACCOUNTABLE') => ({
    teamId,
    responsibility,
    validFrom,
    validTo,
  });
  const assign = async (touchpointId: string, input: ReturnType<typeof period>): Promise<Period[]> =>
    (await office.client.data(ASSIGN, { touchpointId, input })).assignOwnership.ownership;
  const fieldsOf = async (query: string, variables: Record<string, unknown>) =>
    (await office.client.graphql(query, variables)).errors?.[0]?.extensions['fields'];
  const history = async (id: string): Promise<string[]> =>
    (await office.client.data(ONE, { id })).touchpoint.ownership.map(
      ({ teamName, responsibility, validFrom, validTo }: Period) =>
        `${teamName} ${responsibility} ${validFrom}–${validTo ?? ''}`,
    );

  it('is given from one day to another, and history stays', async () => {
    await assign(counter, period(tellers.id, '2024-01-01', '2025-01-01'));
    await assign(counter, period(app.id, '2025-01-01'));
    await assign(counter, period(tellers.id, '2025-01-01', undefined, 'RESPONSIBLE'));
    expect(await history(counter)).toEqual([
      'App ACCOUNTABLE 2025-01-01–',
      'Tellers RESPONSIBLE 2025-01-01–',
      'Tellers ACCOUNTABLE 2024-01-01–2025-01-01',
    ]);
    const trail = await application.database.query(
      `SELECT act, object_id FROM audit_event WHERE organization_id = $1 AND act = 'ownership.assigned'`,
      [organizationId],
    );
    expect(trail).toHaveLength(3);
  });

  it('is refused where a period stands in the way, which is named with the field', async () => {
    await assign(counter, period(tellers.id, '2024-01-01', '2025-01-01'));
    const [open] = await assign(counter, period(app.id, '2025-01-01'));
    const ask = (input: ReturnType<typeof period>) => fieldsOf(ASSIGN, { touchpointId: counter, input });
    expect(await ask(period(app.id, '2024-12-31', '2025-01-01'))).toEqual([
      {
        path: 'validFrom',
        code: 'period_in_the_way',
        message: 'Tellers has this part from 2024-01-01 until 2025-01-01.',
        params: { team: 'Tellers', from: '2024-01-01', to: '2025-01-01' },
      },
    ]);
    expect(await ask(period(tellers.id, '2030-01-01'))).toMatchObject([
      { path: 'validFrom', code: 'open_period_in_the_way', params: { team: 'App', from: '2025-01-01' } },
    ]);
    const first = (await office.client.data(ONE, { id: counter })).touchpoint.ownership.at(-1);
    const longer = { id: first.id, validTo: '2025-01-02', seen: '2025-01-01' };
    expect(await fieldsOf(END, longer)).toMatchObject([
      { path: 'validTo', code: 'open_period_in_the_way', params: { team: 'App' } },
    ]);
    expect(open?.teamName).toBe('App');
  });

  it('refuses a period that ends before it begins, an archived team and an archived touchpoint', async () => {
    const ask = (input: ReturnType<typeof period>) => fieldsOf(ASSIGN, { touchpointId: counter, input });
    expect(await ask(period(app.id, '2025-01-01', '2025-01-01'))).toMatchObject([
      { path: 'validTo', code: 'before_start' },
    ]);
    await office.client.data(ARCHIVE_TEAM, { id: app.id, version: 1 });
    expect(await ask(period(app.id, '2025-01-01'))).toMatchObject([{ path: 'teamId', code: 'archived' }]);
    const archive = 'mutation ($id: ID!) { archiveTouchpoint(id: $id, version: 1) { id } }';
    await office.client.data(archive, { id: counter });
    const late = { touchpointId: counter, input: period(tellers.id, '2025-01-01') };
    expect(await office.client.errorCode(ASSIGN, late)).toBe('ARCHIVED');
  });

  it('lets one of two that are assigned at the same moment in', async () => {
    const outcomes = await Promise.all(
      [tellers, app].map(({ id }) =>
        office.client.graphql(ASSIGN, { touchpointId: counter, input: period(id, '2025-01-01') }),
      ),
    );
    const codes = outcomes.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort();
    expect(codes).toEqual(['VALIDATION', 'done']);
  });

  it('ends on a day, by the end one was shown', async () => {
    const [open] = await assign(counter, period(tellers.id, '2024-01-01'));
    const end = { id: open?.id, validTo: '2026-01-01', seen: null };
    expect((await office.client.data(END, end)).endOwnership.ownership[0].validTo).toBe('2026-01-01');
    expect(await office.client.errorCode(END, end)).toBe('CONFLICT');
    expect(await fieldsOf(END, { ...end, validTo: '2024-01-01', seen: '2026-01-01' })).toMatchObject([
      { path: 'validTo', code: 'before_start' },
    ]);
    await office.client.data(END, { ...end, validTo: null, seen: '2026-01-01' });
    expect(await history(counter)).toEqual(['Tellers ACCOUNTABLE 2024-01-01–']);
  });

  it('is withdrawn before it holds and never after', async () => {
    const [held] = await assign(counter, period(tellers.id, '2024-01-01', FAR));
    const [planned] = await assign(counter, period(app.id, FAR));
    expect(await office.client.errorCode(WITHDRAW, { id: held?.id })).toBe('OWNERSHIP_HELD');
    await office.client.data(WITHDRAW, { id: planned?.id });
    expect(await history(counter)).toEqual([`Tellers ACCOUNTABLE 2024-01-01–${FAR}`]);
  });

  it('belongs to the organisation it is in, and is changed by the programme office alone', async () => {
    const [open] = await assign(counter, period(tellers.id, '2024-01-01'));
    const other = await application.member(await application.organization('Another'), 'programme_office');
    const change = { id: open?.id, validTo: null, seen: null };
    const theirs = (await other.client.data(CREATE_TEAM, { name: 'Theirs' })).createTeam;
    const cross = { touchpointId: counter, input: period(theirs.id, '2024-01-01') };
    expect(await other.client.errorCode(ASSIGN, cross)).toBe('NOT_FOUND');
    expect(await office.client.errorCode(ASSIGN, cross)).toBe('NOT_FOUND');
    expect(await other.client.errorCode(END, change)).toBe('NOT_FOUND');
    expect(await other.client.errorCode(WITHDRAW, { id: open?.id })).toBe('NOT_FOUND');
    const input = { fromTeamId: tellers.id, toTeamId: theirs.id, day: '2025-01-01' };
    expect(await other.client.errorCode(PREVIEW, { input })).toBe('NOT_FOUND');
    expect(await office.client.errorCode(REORGANISE, { input, planKey: 'x' })).toBe('NOT_FOUND');
    for (const role of ['team_lead', 'executive', 'contributor', 'administrator'] as const) {
      const { client } = await application.member(organizationId, role);
      expect(await client.errorCode(ASSIGN, { touchpointId: counter, input: period(app.id, FAR) })).toBe('FORBIDDEN');
      expect(await client.errorCode(END, change)).toBe('FORBIDDEN');
      expect(await client.errorCode(PREVIEW, { input })).toBe('FORBIDDEN');
    }
  });

  describe('re-organised', () => {
    let transfer: string;
    beforeEach(async () => {
      transfer = await touchpoint('Transfer');
      await assign(counter, period(tellers.id, '2024-01-01', '2025-06-01'));
      await assign(counter, period(tellers.id, '2025-09-01'));
      await assign(transfer, period(tellers.id, '2024-01-01'));
      await assign(transfer, period(tellers.id, '2024-01-01', undefined, 'INFORMED'));
    });

    it('is looked at first, in one statement, and then done in one act', async () => {
      const input = { fromTeamId: tellers.id, toTeamId: app.id, day: '2025-03-01' };
      let plan = { planKey: '', handedOver: [] as Period[] };
      const look = async () => (plan = (await office.client.data(PREVIEW, { input })).reorganisationPreview);
      expect(await countStatements(look)).toBe(ONE_READ);
      expect(plan).toMatchObject({
        backdated: true,
        fromTeamName: 'Tellers',
        toTeamName: 'App',
        touchpointCount: 2,
        endedCount: 3,
        withdrawnCount: 1,
      });
      expect(plan.handedOver).toHaveLength(4);
      expect(await history(counter)).toHaveLength(2);

      await office.client.data(REORGANISE, { input, planKey: plan.planKey });
      expect(await history(counter)).toEqual([
        'App ACCOUNTABLE 2025-09-01–',
        'App ACCOUNTABLE 2025-03-01–2025-06-01',
        'Tellers ACCOUNTABLE 2024-01-01–2025-03-01',
      ]);
      expect((await history(transfer)).sort()).toEqual([
        'App ACCOUNTABLE 2025-03-01–',
        'App INFORMED 2025-03-01–',
        'Tellers ACCOUNTABLE 2024-01-01–2025-03-01',
        'Tellers INFORMED 2024-01-01–2025-03-01',
      ]);
      const [{ count } = { count: 0 }] = await application.database.query<{ count: number }>(
        `SELECT count(*)::int FROM audit_event WHERE organization_id = $1 AND act = 'ownership.reorganised'`,
        [organizationId],
      );
      expect(count).toBe(1);
      expect(await fieldsOf(PREVIEW, { input })).toMatchObject([{ path: 'fromTeamId', code: 'nothing_to_hand_over' }]);
    });

    it('ends a part that the other team has already, and opens none', async () => {
      await assign(transfer, period(app.id, '2024-01-01', undefined, 'INFORMED'));
      const chosen = { touchpointIds: [transfer], responsibilities: ['INFORMED'] };
      const input = { fromTeamId: tellers.id, toTeamId: app.id, day: '2025-03-01', ...chosen };
      const { reorganisationPreview: plan } = await office.client.data(PREVIEW, { input });
      expect(plan).toMatchObject({ touchpoints: [{ touchpointName: 'Transfer' }], endedCount: 1, handedOver: [] });
      await office.client.data(REORGANISE, { input, planKey: plan.planKey });
      expect((await history(transfer)).sort()).toEqual([
        'App INFORMED 2024-01-01–',
        'Tellers ACCOUNTABLE 2024-01-01–',
        'Tellers INFORMED 2024-01-01–2025-03-01',
      ]);
    });

    it('touches the touchpoints and parts that are named, and refuses those that are not theirs', async () => {
      const chosen = { touchpointIds: [transfer], responsibilities: ['ACCOUNTABLE'] };
      const input = { fromTeamId: tellers.id, toTeamId: app.id, day: FAR, ...chosen };
      const { reorganisationPreview: plan } = await office.client.data(PREVIEW, { input });
      expect(plan).toMatchObject({ backdated: false, touchpointCount: 1, endedCount: 1 });
      await office.client.data(REORGANISE, { input, planKey: plan.planKey });
      expect(await history(counter)).toHaveLength(2);
      expect((await history(transfer)).sort()).toEqual([
        `App ACCOUNTABLE ${FAR}–`,
        `Tellers ACCOUNTABLE 2024-01-01–${FAR}`,
        'Tellers INFORMED 2024-01-01–',
      ]);
      const foreign = { ...input, touchpointIds: [await touchpoint('Letter')] };
      expect(await fieldsOf(PREVIEW, { input: foreign })).toMatchObject([
        { path: 'touchpointIds', code: 'not_theirs', params: { names: 'Letter' } },
      ]);
      expect(await office.client.errorCode(PREVIEW, { input: { ...input, touchpointIds: [uuidv7()] } })).toBe(
        'NOT_FOUND',
      );
    });

    it('is refused, and changes nothing, once the plan is no longer the one that was looked at', async () => {
      const input = { fromTeamId: tellers.id, toTeamId: app.id, day: '2025-03-01' };
      const { reorganisationPreview: plan } = await office.client.data(PREVIEW, { input });
      await assign(await touchpoint('Letter'), period(tellers.id, '2024-01-01'));
      const { errors } = await office.client.graphql(REORGANISE, { input, planKey: plan.planKey });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        current: {
          touchpointCount: 3,
          handedOver: expect.arrayContaining([expect.objectContaining({ responsibility: 'INFORMED' })]),
        },
      });
      expect(await history(transfer)).toHaveLength(2);
    });

    it('is done once when it is confirmed twice at the same moment', async () => {
      const input = { fromTeamId: tellers.id, toTeamId: app.id, day: '2025-03-01' };
      const { planKey } = (await office.client.data(PREVIEW, { input })).reorganisationPreview;
      const outcomes = await Promise.all([1, 2].map(() => office.client.graphql(REORGANISE, { input, planKey })));
      expect(outcomes.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual([
        'VALIDATION',
        'done',
      ]);
      expect(await history(transfer)).toHaveLength(4);
    });

    it('goes to a team that is there, and not to itself', async () => {
      const input = { fromTeamId: tellers.id, toTeamId: tellers.id, day: '2025-03-01' };
      expect(await fieldsOf(PREVIEW, { input })).toMatchObject([{ path: 'toTeamId', code: 'same_team' }]);
      await office.client.data(ARCHIVE_TEAM, { id: app.id, version: 1 });
      expect(await fieldsOf(PREVIEW, { input: { ...input, toTeamId: app.id } })).toMatchObject([
        { path: 'toTeamId', code: 'archived' },
      ]);
      // An archived team hands over all the same: that is how its touchpoints get an owner again.
      const back = await team('Contact');
      await office.client.data(ARCHIVE_TEAM, { id: tellers.id, version: 1 });
      const { reorganisationPreview } = await office.client.data(PREVIEW, { input: { ...input, toTeamId: back.id } });
      expect(reorganisationPreview.touchpointCount).toBe(2);
    });
  });
});
