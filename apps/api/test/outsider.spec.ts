import { v7 as uuidv7 } from 'uuid';
import { WatchedPlace } from './alerts.js';
import { LiveEvents } from '../src/platform/live/live-events.js';
import { eventually } from './eventually.js';
import { liveClient } from './live-client.js';
import { addMetric } from './metrics.js';
import { tenantTables } from './tenant-tables.js';
import { startTestApplication, type TestApplication, type TestMember } from './test-application.js';
import { upload } from './upload.js';
import { draftWave } from './wave.js';

const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`;
const PREVIEW = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  previewObservationImport(fileId: $fileId, mapping: $mapping) { observations problems { code } } }`;
const TABLE = `query ($fileId: ID!) { observationTable(fileId: $fileId) { rowCount } }`;
const ONE = `query ($id: ID!) { observationImport(id: $id) { state added repeated } }`;
const UNDO = `mutation ($id: ID!) { undoObservationImport(id: $id) { id } }`;
const MAP = `query ($fileId: ID!) { journeyFilePreview(fileId: $fileId) { importable problems { code column message } } }`;
const IMPORT_MAP = `mutation ($fileId: ID!) { importJourney(fileId: $fileId) { id } }`;
const SET_UP = `mutation ($input: ColumnSetUpInput!) { setUpColumns(input: $input) { journeyId } }`;
const CREATE = `mutation ($input: MetricInput!) { createMetric(input: $input) { id } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveMetric(id: $id, version: $version) { id } }`;
const BASELINE = `mutation ($metricId: ID!, $fromDay: Date!, $toDay: Date!) {
  setControlBaseline(metricId: $metricId, version: 0, fromDay: $fromDay, toDay: $toDay) { id } }`;
const SERIES = `query ($metricId: ID!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput) {
  metricSeries(metricId: $metricId, grain: QUARTER, from: $from, to: $to, segment: $segment) { points { bucket } } }`;
const CLOSE = `mutation ($id: ID!, $version: Int!, $note: String) {
  closeAlert(id: $id, version: $version, reason: RESOLVED, note: $note) { id } }`;

/** What an outsider tries once a session is theirs: ids of others, nonsense of every size, two things at once. */
describe('an outsider', () => {
  let application: TestApplication;
  let organizationId: string;
  let officer: TestMember;
  let stranger: TestMember;
  let metricId: string;
  let theirs: { metricId: string; touchpointId: string; teamId: string; journeyId: string; fileId: string };

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    await application.app.listen(0, '127.0.0.1');
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
    metricId = await addMetric(application.database, organizationId, { key: 'wait', unit: 'minutes' });
    const other = await application.organization('Another Bank');
    stranger = await application.member(other, 'programme_office');
    const place = new WatchedPlace(application, other);
    const team = `mutation { createTeam(name: "Tellers", kind: SERVICE) { id } }`;
    const map = `mutation { createJourney(input: { name: "Theirs" }, template: "five-stages") { id } }`;
    theirs = {
      metricId: await addMetric(application.database, other, { key: 'wait' }),
      touchpointId: await place.touchpoint('Counter', null, null),
      teamId: (await stranger.client.data(team)).createTeam.id,
      journeyId: (await stranger.client.data(map)).createJourney.id,
      fileId: await upload(stranger.client, 'day,wait\n2026-01-01,1\n', 'theirs.csv'),
    };
  });
  afterAll(() => application.close());

  const mappingTo = (id: string) => ({
    ...{ shape: 'COLUMN_PER_METRIC', identity: 'SLOT' },
    columns: [
      { column: 0, target: 'TIME' },
      { column: 1, target: 'METRIC', metricId: id },
    ],
  });
  const ask = (query: string, variables: Record<string, unknown>, member = officer) =>
    member.client.graphql(query, variables);
  const rows = async () => {
    const counts: Record<string, number> = {};
    // What is noted of attempts and refusals, and of files kept for a while, is no trace of a success.
    const tables = (await tenantTables(application.database)).filter(
      ({ name }) => !/audit|stored_file|session|job|outbox|observation_import/.test(name),
    );
    for (const { name } of tables) {
      const [row] = await application.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
      counts[name] = row!.n;
    }
    return counts;
  };
  const finished = (id: string) =>
    eventually(
      async () => (await officer.client.data(ONE, { id })).observationImport,
      ({ state }: { state: string; added: number }) => !['WAITING', 'RUNNING'].includes(state),
    );

  /** The stranger's import, once it is in. */
  const whole = async (id: string): Promise<string> => {
    await eventually(
      async () => (await stranger.client.data(ONE, { id })).observationImport,
      ({ state }) => state === 'COMPLETED',
    );
    return id;
  };

  it('finds ids of another organisation nowhere inside what is sent', async () => {
    const before = await rows();
    const fileId = await upload(officer.client, 'day,wait\n2026-01-01,1\n');
    const mappings = [
      mappingTo(theirs.metricId),
      { ...mappingTo(metricId), shape: 'ROW_PER_OBSERVATION', metricId: theirs.metricId },
      { ...mappingTo(metricId), shape: 'ROW_PER_OBSERVATION', metricValues: { wait: theirs.metricId } },
    ];
    for (const mapping of mappings)
      for (const query of [PREVIEW, START])
        expect((await ask(query, { fileId, mapping })).errors?.[0]?.extensions).toMatchObject({
          code: 'VALIDATION',
          fields: expect.arrayContaining([expect.objectContaining({ code: 'metric_unknown' })]),
        });
    const file = { fileId: theirs.fileId, mapping: mappingTo(metricId) };
    for (const query of [PREVIEW, START, TABLE, MAP, IMPORT_MAP])
      expect((await ask(query, file)).errors?.[0]?.extensions.code).toMatch(/NOT_FOUND|BAD_USER_INPUT/);
    const definition = {
      ...{ class: 'STATE', category: 'OPERATIONAL', aggregation: 'MEAN', unit: 'min', direction: 'LOWER' },
    };
    const column = { column: 0, name: 'Delay', definition };
    const touchpoint = { name: 'Desk', channel: 'BRANCH', stage: 'Arrival' };
    for (const input of [
      { columns: [{ ...column, teamId: theirs.teamId, touchpoint: null }] },
      { columns: [{ ...column, touchpoint }], journey: { id: theirs.journeyId } },
      { columns: [{ ...column, touchpoint: { ...touchpoint, stage: null } }], journey: { id: theirs.journeyId } },
    ])
      expect((await ask(SET_UP, { input })).errors).toBeDefined();
    expect(
      (await ask(CREATE, { input: { key: 'delay', name: 'Delay', definition, ownerTeamId: theirs.teamId } })).errors,
    ).toBeDefined();
    expect(await rows()).toEqual(before);
  });

  it('listens to nothing of another organisation: not by an id that is known, nor where two topics have one name', async () => {
    const wave = await draftWave(stranger.client);
    const started = await ask(START, { fileId: theirs.fileId, mapping: mappingTo(theirs.metricId) }, stranger);
    const importId = started.data!['startObservationImport'].id as string;
    const job = 'query ($id: ID!) { observationImport(id: $id) { jobId state } }';
    const { jobId } = (await stranger.client.data(job, { id: importId })).observationImport;
    const live = liveClient(application, { ...officer.client.headers });
    for (const [topic, id] of [
      ['jobProgress(id: $id) { state }', jobId],
      ['journeyChanged(journeyId: $id) { journeyId }', theirs.journeyId],
      ['journeyPresence(journeyId: $id) { name }', theirs.journeyId],
      ['responsesArrived(assessmentId: $id) { assessmentId }', wave.id],
    ])
      expect(await live.all(`subscription ($id: ID!) { ${topic} }`, { id })).toMatchObject([
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);

    // New numbers are told under one name in every organisation: what they import is told to them alone.
    const own = `mutation { createJourney(input: { name: "Ours" }, template: "five-stages") { id } }`;
    const { id } = (await officer.client.data(own)).createJourney;
    const changes = live.each(`subscription ($id: ID!) { journeyChanged(journeyId: $id) { numbers membershipId } }`, {
      id,
    });
    const first = changes.next();
    const readers = application.app.get(LiveEvents);
    await eventually(
      async () => readers.readers,
      (listening) => listening > 0,
    );
    await stranger.client.data(UNDO, { id: await whole(importId) });
    await eventually(
      async () => (await stranger.client.data(job, { id: importId })).observationImport.state,
      (state) => state === 'UNDONE',
    );
    await eventually(
      () => application.database.query('SELECT 1 FROM dirty_bucket'),
      (marks) => marks.length === 0,
    );
    await officer.client.data(`mutation ($id: ID!) { addJourneyStage(journeyId: $id, name: "Last") { id } }`, { id });
    expect((await first).value).toEqual({
      data: { journeyChanged: { numbers: false, membershipId: officer.membershipId } },
    });
    live.close();
  });

  it('breaks nothing with what no form would send, and is told which field is wrong', async () => {
    const before = await rows();
    const huge = 'x'.repeat(1_000_000);
    const definition = {
      ...{ class: 'STATE', category: 'OPERATIONAL', aggregation: 'MEAN', unit: 'min', direction: 'LOWER' },
    };
    const bomb = { ...definition, aggregation: 'FORMULA', formula: `${'('.repeat(50_000)}wait${')'.repeat(50_000)}` };
    const deep = { ...bomb, formula: `${'('.repeat(990)}wait${')'.repeat(990)}` };
    const powers = { ...bomb, formula: `wait ${'^ 99999 '.repeat(200)}` };
    const endless = { ...bomb, formula: `wait * 1e400` };
    const itself = { ...bomb, formula: 'bomb + 1' };
    const range = (from: string, to: string) => ({ metricId, from, to });
    const attempts: [string, Record<string, unknown>][] = [
      [CREATE, { input: { key: 'a', name: huge, definition } }],
      [CREATE, { input: { key: huge, name: 'A', definition } }],
      [CREATE, { input: { key: 'a', name: 'A', definition: { ...definition, unit: huge } } }],
      [CREATE, { input: { key: 'a', name: 'A', definition: bomb } }],
      [CREATE, { input: { key: 'a', name: 'A', definition: powers } }],
      [CREATE, { input: { key: 'a', name: 'A', definition: endless } }],
      [CREATE, { input: { key: 'bomb', name: 'A', definition: itself } }],
      [CREATE, { input: { key: 'deep', name: 'Deep', definition: { ...deep, unit: 'apples' } } }],
      [CREATE, { input: { key: 'a', name: 'A\u0000', definition } }],
      [CREATE, { input: { key: 'a', name: 'A', definition, validFrom: '0000-00-00' } }],
      [CREATE, { input: { key: 'a', name: 'A', definition: { ...definition, warningThreshold: '1e400' } } }],
      [SERIES, range('0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z')],
      [SERIES, range('-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z')],
      [BASELINE, { metricId, fromDay: '0001-01-01', toDay: '9999-12-31' }],
      [BASELINE, { metricId, fromDay: '2026-02-30', toDay: '2026-03-01' }],
      [CLOSE, { id: uuidv7(), version: 2_147_483_647, note: huge }],
    ];
    const found = await Promise.all(
      attempts.map(async ([query, variables], index) => {
        const code = (await ask(query, variables)).errors?.[0]?.extensions.code;
        return code === 'INTERNAL' || code === 'INTERNAL_SERVER_ERROR' || code === undefined
          ? `${index}: ${code}`
          : null;
      }),
    );
    expect(found.filter((one) => one !== null)).toEqual([]);
    const answer = await ask(SERIES, {
      ...range('2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z'),
      segment: { dimension: huge, value: huge },
    });
    expect(answer.errors?.[0]?.extensions.code).not.toBe('INTERNAL');
    expect(await rows()).toEqual(before);
  });

  it('is told what is wrong with a file, and leaves nothing of it', async () => {
    const before = await rows();
    const wide = `${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\n`;
    const format = 'touchstone/journey-map@1';
    const journey = { name: 'Bad' };
    const nested = `{"format":"${format}","journey":${'['.repeat(200_000)}${']'.repeat(200_000)},"stages":[]}`;
    const desk = { touchpoint: 'Desk' };
    const bad = [
      nested,
      '{}',
      { format, journey, stages: [{ name: 'A', touchpoints: [desk, { touchpoint: ' DESK ' }] }] },
      { format, journey, stages: [{ name: 'A', touchpoints: [{ ...desk, emotion: 1e308 }] }] },
      { format, journey, stages: [{ name: 'A', touchpoints: [{ ...desk, id: theirs.touchpointId }] }] },
      { format, journey: { name: 'x'.repeat(1_000_000) }, stages: [] },
      { format, journey: { name: 'A\u0000' }, stages: [] },
      { format, journey, stages: Array.from({ length: 10_000 }, (_, index) => ({ name: `S${index}` })) },
    ];
    const map = async (content: string) => {
      const fileId = await upload(officer.client, content, 'map.json');
      const preview = await ask(MAP, { fileId });
      const imported = await ask(IMPORT_MAP, { fileId });
      return { preview, imported };
    };
    for (const one of bad) {
      const { preview, imported } = await map(typeof one === 'string' ? one : JSON.stringify(one));
      expect(preview.data?.journeyFilePreview).toMatchObject({ importable: false });
      for (const { message } of preview.data?.journeyFilePreview.problems ?? [])
        expect(message.length).toBeLessThan(2000);
      expect(imported.errors?.[0]?.extensions.code).toBe('JOURNEY_FILE_REFUSED');
    }
    const cut = await upload(officer.client, 'day,wait\n2026-01-01,a\u0000b\n');
    expect((await ask(TABLE, { fileId: cut })).errors?.[0]?.extensions.code).toBe('TABLE_NOT_A_SPREADSHEET');
    // In UTF-16 a null character is text; and numbers that are none.
    const lines = 'day,wait\n2026-01-02,a\u0000b\n2026-01-03,1e400\n2026-01-04,NaN\n';
    const odd = await upload(officer.client, Buffer.from(`\uFEFF${lines}`, 'utf16le'));
    const run = await ask(START, { fileId: odd, mapping: { ...mappingTo(metricId), identity: 'ROW' } });
    expect(await finished(run.data!['startObservationImport'].id)).toMatchObject({ state: 'REFUSED', added: 0 });
    const fileId = await upload(officer.client, wide, 'wide.csv');
    expect((await ask(TABLE, { fileId })).errors?.[0]?.extensions.code).toMatch(/^TABLE_/);
    expect(await rows()).toEqual(before);
  });

  it('doubles nothing with the same file twice at once, and undoes once what is undone twice', async () => {
    const content = `day,wait\n${Array.from({ length: 28 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')},${day}`).join('\n')}\n`;
    const files = await Promise.all([1, 2].map(() => upload(officer.client, content)));
    const started = await Promise.all(files.map((fileId) => ask(START, { fileId, mapping: mappingTo(metricId) })));
    const ids = started.map(
      ({ data }) => (data as never as Record<string, { id: string }>)['startObservationImport']!.id,
    );
    const runs = await Promise.all(ids.map(finished));
    expect(runs.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 28]);
    const full = ids[runs.findIndex(({ added }) => added === 28)]!;
    await Promise.all([ask(UNDO, { id: full }), ask(UNDO, { id: full }), ask(ARCHIVE, { id: metricId, version: 1 })]);
    expect(
      await eventually(
        () => finished(full),
        ({ state }) => state === 'UNDONE',
      ),
    ).toMatchObject({ state: 'UNDONE' });
    const [left] = await application.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM observation WHERE organization_id = $1',
      [organizationId],
    );
    expect(left).toEqual({ n: 0 });
    const taken = await application.database.query(
      `SELECT 1 FROM audit_event WHERE organization_id = $1 AND act = 'observations.import-undone'`,
      [organizationId],
    );
    expect(taken).toHaveLength(1);
  });
});
