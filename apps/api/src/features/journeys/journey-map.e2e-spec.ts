import { setTimeout as pause } from 'node:timers/promises';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { liveClient } from '../../../test/live-client.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { newId } from '../../platform/database/unit-of-work.js';

const STAGE = `id name lifecycle position version
  cells { id lane text evidence evidenceKind evidenceOn stale version }
  placements { id touchpointId name channel isFuture factor emotion emotionN emotionJudgedBy expectation teamName stale version }`;
const MAP_FIELDS = `id name state futureOfId futureId stages { ${STAGE} }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { ${MAP_FIELDS} } }`;
const CREATE = `mutation ($name: String!, $template: String) {
  createJourney(input: { name: $name }, template: $template) { id } }`;
const ADD = `mutation ($journeyId: ID!, $name: String!, $position: Int) {
  addJourneyStage(journeyId: $journeyId, name: $name, position: $position) { ${MAP_FIELDS} } }`;
const RENAME = `mutation ($id: ID!, $version: Int!, $name: String!, $lifecycle: LifecycleStage) {
  updateJourneyStage(id: $id, version: $version, name: $name, lifecycle: $lifecycle) { ${MAP_FIELDS} } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $position: Int!) {
  moveJourneyStage(id: $id, version: $version, position: $position) { ${MAP_FIELDS} } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeJourneyStage(id: $id, version: $version) { ${MAP_FIELDS} } }`;
const SET = `mutation ($stageId: ID!, $lane: MapLane!, $version: Int!, $text: String!, $evidence: String,
  $evidenceKind: EvidenceKind, $evidenceOn: Date) {
  setStageCell(stageId: $stageId, lane: $lane, version: $version, text: $text, evidence: $evidence,
    evidenceKind: $evidenceKind, evidenceOn: $evidenceOn) { ${STAGE} } }`;
const CONFIRM = `mutation ($stageId: ID!, $lane: MapLane!, $version: Int!) {
  confirmStageCell(stageId: $stageId, lane: $lane, version: $version) { ${STAGE} } }`;
const PLACE = `mutation ($stageId: ID!, $touchpointId: ID!, $position: Int, $input: PlacementInput) {
  placeTouchpoint(stageId: $stageId, touchpointId: $touchpointId, position: $position, input: $input) { ${MAP_FIELDS} } }`;
const WEIGH = `mutation ($id: ID!, $version: Int!, $input: PlacementInput!) {
  updatePlacement(id: $id, version: $version, input: $input) { ${MAP_FIELDS} } }`;
const MOVE_PLACEMENT = `mutation ($id: ID!, $version: Int!, $stageId: ID!, $position: Int!) {
  movePlacement(id: $id, version: $version, stageId: $stageId, position: $position) { ${MAP_FIELDS} } }`;
const TAKE_AWAY = `mutation ($id: ID!, $version: Int!) { removePlacement(id: $id, version: $version) { ${MAP_FIELDS} } }`;
const PLACE_NEW = `mutation ($stageId: ID!, $input: TouchpointInput!, $teamId: ID) {
  placeNewTouchpoint(stageId: $stageId, input: $input, teamId: $teamId) { ${MAP_FIELDS} } }`;
const FUTURE = `mutation ($id: ID!) { beginFutureState(journeyId: $id) { ${MAP_FIELDS} } }`;
const CHANGED = `subscription ($id: ID!) { journeyChanged(journeyId: $id) { journeyId stageId membershipId } }`;

interface Stage {
  id: string;
  name: string;
  version: number;
  cells: { lane: string; text: string; version: number }[];
  placements: { id: string; name: string; version: number; teamName: string | null }[];
}

describe('a journey map', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let journeyId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    journeyId = (await office.client.data(CREATE, { name: 'Opening', template: 'five-stages' })).createJourney.id;
  });
  afterAll(() => application.close());

  const map = async (): Promise<{ stages: Stage[]; futureId: string | null }> =>
    (await office.client.data(MAP, { id: journeyId })).journeyMap;
  const stage = async (position: number): Promise<Stage> => (await map()).stages[position] as Stage;
  const touchpoint = async (name: string): Promise<string> => {
    const id = newId();
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel) VALUES ($1, $2, $3, 'app')`,
      [organizationId, id, name],
    );
    return id;
  };
  const names = (answer: { stages: { name: string }[] }) => answer.stages.map(({ name }) => name);
  const fields = async (query: string, variables: Record<string, unknown>) =>
    (await office.client.graphql(query, variables)).errors?.[0]?.extensions;

  it('gets, names, moves and loses stages, which stay in one unbroken order', async () => {
    const { addJourneyStage } = await office.client.data(ADD, { journeyId, name: 'Comparison', position: 2 });
    expect(names(addJourneyStage)).toEqual([
      'Awareness',
      'Consideration',
      'Comparison',
      'Decision',
      'Purchase',
      'After-sales',
    ]);
    const added = addJourneyStage.stages[2];
    await office.client.data(RENAME, { id: added.id, version: 1, name: 'Comparing', lifecycle: 'CONSIDERATION' });
    expect(await fields(RENAME, { id: added.id, version: 1, name: 'Late' })).toMatchObject({
      code: 'CONFLICT',
      current: { name: 'Comparing', lifecycle: 'CONSIDERATION', version: 2 },
    });
    const { moveJourneyStage } = await office.client.data(MOVE, { id: added.id, version: 2, position: 99 });
    expect(names(moveJourneyStage).at(-1)).toBe('Comparing');
    const first = moveJourneyStage.stages[0];
    const { removeJourneyStage } = await office.client.data(REMOVE, { id: first.id, version: first.version });
    expect(names(removeJourneyStage)).toEqual(['Consideration', 'Decision', 'Purchase', 'After-sales', 'Comparing']);
    expect(removeJourneyStage.stages.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps what two write at once into different cells, and shows the second of two in one cell what stands there', async () => {
    const { id: stageId } = await stage(0);
    const colleague = await application.member(organizationId, 'programme_office');
    await Promise.all([
      office.client.data(SET, { stageId, lane: 'SCENARIO', version: 0, text: ' New in town ' }),
      colleague.client.data(SET, { stageId, lane: 'PAIN', version: 0, text: 'Branch is closed', evidence: 'Visit' }),
    ]);
    expect((await stage(0)).cells).toMatchObject([
      { lane: 'PAIN', text: 'Branch is closed', evidence: 'Visit', version: 1 },
      { lane: 'SCENARIO', text: 'New in town', version: 1 },
    ]);
    for (const version of [0, 7]) {
      expect(await fields(SET, { stageId, lane: 'PAIN', version, text: 'Mine' })).toMatchObject({
        code: 'CONFLICT',
        current: { text: 'Branch is closed', evidence: 'Visit', version: 1 },
      });
    }
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 1, text: 'No branch near by' });
    expect((await stage(0)).cells[0]).toMatchObject({ text: 'No branch near by', version: 2 });
  });

  it('keeps what a text rests on with it, and refuses what cannot be', async () => {
    const { id: stageId } = await stage(0);
    const known = { evidence: 'Call log', evidenceKind: 'MEASURED', evidenceOn: '2026-05-01' };
    const cell = { stageId, lane: 'PAIN', text: 'Waits' };
    await office.client.data(SET, { ...cell, version: 0, ...known });
    expect((await stage(0)).cells[0]).toMatchObject({ text: 'Waits', ...known });
    expect(await fields(SET, { ...cell, version: 0 })).toMatchObject({ code: 'CONFLICT', current: known });
    const refused = async (more: object) => (await fields(SET, { ...cell, version: 1, ...more }))?.['fields'];
    expect(await refused({ evidenceOn: '2026-05-01' })).toMatchObject([{ path: 'evidenceKind', code: 'required' }]);
    expect(await refused({ evidenceKind: 'ASKED', evidenceOn: '2999-01-01' })).toMatchObject([
      { path: 'evidenceOn', code: 'in_future' },
    ]);
    expect(await refused({ evidence: 'x'.repeat(2001) })).toMatchObject([{ path: 'evidence', code: 'too_long' }]);
    // What is said no more rests on nothing, and does not come back with the next text.
    await office.client.data(SET, { ...cell, version: 1, ...known, text: '' });
    expect((await stage(0)).cells[0]).toMatchObject({ evidence: null, evidenceKind: null, evidenceOn: null });
  });

  it('remembers that a cell was emptied: nobody saves over what was written after', async () => {
    const { id: stageId } = await stage(0);
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 0, text: 'First' });
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 1, text: '' });
    expect(await fields(CONFIRM, { stageId, lane: 'PAIN', version: 2 })).toMatchObject({ code: 'CELL_EMPTY' });
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 2, text: 'Second' });
    expect(await fields(SET, { stageId, lane: 'PAIN', version: 1, text: 'Late' })).toMatchObject({
      current: { text: 'Second', version: 3 },
    });
    const long = { stageId, lane: 'PAIN', version: 3, text: 'x'.repeat(4001) };
    expect(await fields(SET, long)).toMatchObject({ fields: [{ path: 'text', code: 'too_long' }] });
  });

  it('calls a cell stale until somebody confirms it', async () => {
    const { id: stageId } = await stage(0);
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 0, text: 'Queues' });
    await application.database.query(`UPDATE stage_cell SET confirmed_at = now() - interval '181 days'`);
    expect((await stage(0)).cells[0]).toMatchObject({ stale: true });
    const { confirmStageCell } = await office.client.data(CONFIRM, { stageId, lane: 'PAIN', version: 1 });
    expect(confirmStageCell.cells[0]).toMatchObject({ text: 'Queues', stale: false, version: 2 });
  });

  it('places touchpoints, weighs them and says how the emotion is known', async () => {
    const [first, second] = [await stage(0), await stage(1)];
    const [search, call] = [await touchpoint('Search'), await touchpoint('Call')];
    await office.client.data(PLACE, { stageId: first.id, touchpointId: search });
    const input = { factor: 'KEY_MOMENT', emotion: -2, emotionN: 41, expectation: 'Answered at once' };
    const { placeTouchpoint } = await office.client.data(PLACE, {
      stageId: first.id,
      touchpointId: call,
      position: 0,
      input,
    });
    expect(placeTouchpoint.stages[0].placements).toMatchObject([
      { name: 'Call', channel: 'app', ...input, teamName: null },
      { name: 'Search' },
    ]);
    expect(await fields(PLACE, { stageId: first.id, touchpointId: call })).toMatchObject({
      fields: [{ path: 'touchpointId', code: 'taken' }],
    });
    const placement = placeTouchpoint.stages[0].placements[0];
    const change = { id: placement.id, version: 1 };
    const wrong: [Record<string, unknown>, string][] = [
      [{ emotion: 1 }, 'emotionN'],
      [{ emotion: 1, emotionN: 3, emotionJudgedBy: 'Workshop' }, 'emotionN'],
      [{ emotionN: 3 }, 'emotion'],
    ];
    for (const [mistaken, path] of wrong) {
      expect(await fields(WEIGH, { ...change, input: mistaken })).toMatchObject({ fields: [{ path }] });
    }
    expect(await fields(WEIGH, { ...change, input: { emotion: 4, emotionN: 1 } })).toMatchObject({
      code: 'VALIDATION',
    });
    await office.client.data(WEIGH, {
      ...change,
      input: { factor: 'MOTIVATOR', emotion: 2, emotionJudgedBy: 'Workshop' },
    });
    expect(await fields(WEIGH, { ...change, input: {} })).toMatchObject({
      code: 'CONFLICT',
      current: { factor: 'MOTIVATOR', emotion: 2, emotionJudgedBy: 'Workshop', version: 2 },
    });
    const move = { id: placement.id, version: 2, stageId: second.id, position: 0 };
    const { movePlacement } = await office.client.data(MOVE_PLACEMENT, move);
    expect(movePlacement.stages.slice(0, 2).map(({ placements }: Stage) => placements.map(({ name }) => name))).toEqual(
      [['Search'], ['Call']],
    );
    const { removePlacement } = await office.client.data(TAKE_AWAY, { id: placement.id, version: 3 });
    expect(removePlacement.stages[1].placements).toEqual([]);
    const { touchpointChoices } = await office.client.data('{ touchpointChoices { edges { node { name } } } }');
    expect(touchpointChoices.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual([
      'Call',
      'Search',
    ]);
  });

  it('takes a new touchpoint into library and stage at once, or nothing of it, and says which names are near', async () => {
    const { id: stageId } = await stage(0);
    await touchpoint('Call centre');
    const { nearTouchpoints } = await office.client.data('{ nearTouchpoints(name: "call-center") { name } }');
    expect(nearTouchpoints).toEqual([{ name: 'Call centre' }]);
    const [team] = await application.database.query(
      `INSERT INTO team (organization_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'Service', 'service') RETURNING id`,
      [organizationId],
    );
    const input = { name: 'Counter', channel: 'BRANCH', existence: 'EXISTING' };
    const { placeNewTouchpoint } = await office.client.data(PLACE_NEW, { stageId, input, teamId: team?.['id'] });
    expect(placeNewTouchpoint.stages[0].placements).toMatchObject([
      { name: 'Counter', channel: 'branch', teamName: 'Service' },
    ]);
    expect(await fields(PLACE_NEW, { stageId, input })).toMatchObject({ fields: [{ path: 'name', code: 'taken' }] });
    const unknown = { stageId, input: { ...input, name: 'Fresh' }, teamId: newId() };
    expect(await fields(PLACE_NEW, unknown)).toMatchObject({ code: 'NOT_FOUND' });
    const { touchpointChoices } = await office.client.data('{ touchpointChoices(search: "Fresh") { totalCount } }');
    expect(touchpointChoices.totalCount).toBe(0);
    const contributor = await application.member(organizationId, 'contributor');
    expect(await contributor.client.errorCode(PLACE_NEW, unknown)).toBe('FORBIDDEN');
  });

  it('is read in one statement with 8 stages, 100 touchpoints and the teams that answer for them today', async () => {
    const empty = await countStatements(() => map());
    journeyId = (await office.client.data(CREATE, { name: 'Large', template: 'finance' })).createJourney.id;
    await application.database.query(
      `WITH stages AS (SELECT id, position FROM journey_stage WHERE organization_id = $1 AND journey_id = $2),
       touched AS (INSERT INTO touchpoint (organization_id, id, name, channel)
         SELECT $1, gen_random_uuid(), 'Touchpoint ' || n, 'web' FROM generate_series(0, 99) n RETURNING id, name),
       numbered AS (SELECT id, row_number() OVER () - 1 AS n FROM touched),
       teams AS (INSERT INTO team (organization_id, id, name, kind)
         SELECT $1, gen_random_uuid(), name, 'service' FROM unnest(ARRAY['Then', 'Now']) name RETURNING id, name),
       placed AS (INSERT INTO touchpoint_placement (organization_id, id, stage_id, touchpoint_id, position)
         SELECT $1, gen_random_uuid(), s.id, t.id, t.n FROM numbered t JOIN stages s ON s.position = t.n % 8)
       INSERT INTO ownership (organization_id, id, touchpoint_id, team_id, responsibility, valid_from, valid_to)
       SELECT $1, gen_random_uuid(), t.id, teams.id, 'accountable',
         CASE name WHEN 'Then' THEN '2024-01-01'::date ELSE '2025-01-01' END,
         CASE name WHEN 'Then' THEN '2025-01-01'::date END FROM numbered t CROSS JOIN teams`,
      [organizationId, journeyId],
    );
    const { stages } = await map();
    const placements = stages.flatMap((each) => each.placements);
    expect([stages.length, placements.length]).toEqual([8, 100]);
    expect(new Set(placements.map(({ teamName }) => teamName))).toEqual(new Set(['Now']));
    expect([empty, await countStatements(() => map())]).toEqual([ONE_READ, ONE_READ]);
  });

  it('becomes a future state once, with what it says but not with what customers felt', async () => {
    const { id: stageId } = await stage(0);
    await office.client.data(SET, { stageId, lane: 'PAIN', version: 0, text: 'Queues' });
    const input = { factor: 'INHIBITOR', emotion: -3, emotionN: 12 };
    await office.client.data(PLACE, { stageId, touchpointId: await touchpoint('Queue'), input });
    const { beginFutureState: future } = await office.client.data(FUTURE, { id: journeyId });
    expect(future).toMatchObject({ name: 'Opening', state: 'FUTURE', futureOfId: journeyId });
    expect(names(future)).toEqual(names(await map()));
    expect(future.stages[0]).toMatchObject({
      cells: [{ lane: 'PAIN', text: 'Queues', version: 1 }],
      placements: [{ name: 'Queue', factor: 'INHIBITOR', emotion: null, emotionN: null }],
    });
    expect(future.stages[0].id).not.toBe(stageId);
    expect((await map()).futureId).toBe(future.id);
    expect(await fields(FUTURE, { id: journeyId })).toMatchObject({ code: 'FUTURE_EXISTS' });
    expect(await fields(FUTURE, { id: future.id })).toMatchObject({ code: 'ALREADY_FUTURE' });
  });

  it('takes changes of the programme office only, and none from another organisation', async () => {
    const touchpointId = await touchpoint('Queue');
    const { id: stageId, version } = await stage(0);
    const { placeTouchpoint } = await office.client.data(PLACE, { stageId, touchpointId });
    const placement = placeTouchpoint.stages[0].placements[0].id;
    const acts: [string, Record<string, unknown>][] = [
      [ADD, { journeyId, name: 'Mine' }],
      [RENAME, { id: stageId, version, name: 'Mine' }],
      [MOVE, { id: stageId, version, position: 1 }],
      [REMOVE, { id: stageId, version }],
      [SET, { stageId, lane: 'PAIN', version: 0, text: 'Mine' }],
      [CONFIRM, { stageId, lane: 'PAIN', version: 1 }],
      [PLACE, { stageId, touchpointId }],
      [WEIGH, { id: placement, version: 1, input: {} }],
      [MOVE_PLACEMENT, { id: placement, version: 1, stageId, position: 0 }],
      [TAKE_AWAY, { id: placement, version: 1 }],
    ];
    const contributor = await application.member(organizationId, 'contributor');
    const elsewhere = await application.organization('Another');
    const other = await application.member(elsewhere, 'programme_office');
    for (const [query, variables] of acts) {
      expect(await contributor.client.errorCode(query, variables)).toBe('FORBIDDEN');
      expect(await other.client.errorCode(query, variables)).toBe('NOT_FOUND');
    }
    expect((await contributor.client.data(MAP, { id: journeyId })).journeyMap.stages).toHaveLength(5);
    const theirs = (await other.client.data(CREATE, { name: 'Theirs', template: 'retail' })).createJourney.id;
    const stages = (await other.client.data(MAP, { id: theirs })).journeyMap.stages;
    expect(await other.client.errorCode(PLACE, { stageId: stages[0].id, touchpointId })).toBe('NOT_FOUND');
  });

  it('tells whoever has it open that it changed, where and by whom – in their organisation only', async () => {
    const reader = await application.member(organizationId, 'executive');
    const live = liveClient(application, { ...reader.client.headers });
    const outsider = await application.member(await application.organization('Another'), 'programme_office');
    const strange = liveClient(application, { ...outsider.client.headers });
    const { id: stageId } = await stage(0);
    try {
      expect(await strange.all(CHANGED, { id: journeyId })).toMatchObject([
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
      const feed = live.each<{ journeyChanged: object }>(CHANGED, { id: journeyId });
      const heard = feed.next();
      // The first may come before somebody listens; each waits for the one before, whose version it changes.
      let unheard = true;
      const change = async () => {
        for (let version = 0; unheard; version += 1) {
          await office.client.data(SET, { stageId, lane: 'PAIN', version, text: `Text ${version}` });
          await pause(100);
        }
      };
      const [{ value }] = await Promise.all([heard.finally(() => (unheard = false)), change()]);
      expect(value.data.journeyChanged).toEqual({ journeyId, stageId, membershipId: office.membershipId });
      await feed.return?.();
    } finally {
      live.close();
      strange.close();
    }
  });
});
