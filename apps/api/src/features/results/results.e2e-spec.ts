import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { answer, closeAndCompute, openWave, type OpenedWave } from '../../../test/wave.js';

const RESULTS = `query ($id: ID!) { results(assessmentId: $id) {
  submissions notes unit formula confidence
  groups { name submitted suppression }
  cells { nodeKind nodeId groupId n value sd lower upper level suppression agreement coverage distribution { value count } }
  gaps { nodeKind nodeId difference adjustedP beyondNoise }
} }`;

interface Cell {
  nodeKind: string;
  nodeId: string;
  groupId: string | null;
  n: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  suppression: string;
}

/** Executives and owning teams are kind, the front line is not, and two partners are too few to be shown. */
async function answeredWave(
  application: TestApplication,
  officer: TestMember,
  name: string,
  lift = 0,
): Promise<OpenedWave> {
  const wave = await openWave(officer.client, name, {
    raterGroups: [
      { kind: 'EXECUTIVES', name: 'Executives', expectedSize: 6 },
      { kind: 'FRONT_LINE', name: 'Front line', expectedSize: 8 },
      { kind: 'OWNING_TEAMS', name: 'Owning teams', expectedSize: 8 },
      { kind: 'PARTNERS', name: 'Partners', expectedSize: 2 },
    ],
  });
  const all = (value: (person: number, item: number) => number, person: number) =>
    wave.itemIds.map((itemId, item) => ({ itemId, value: Math.min(5, Math.max(1, value(person, item) + lift)) }));
  const kind = (person: number, item: number) => 4 - ((person + item) % 2);
  const severe = (person: number, item: number) => 1 + ((person + item) % 2);
  for (let person = 0; person < 6; person += 1) await answer(application, wave, 0, all(kind, person));
  for (let person = 0; person < 8; person += 1) {
    await answer(application, wave, 1, all(severe, person));
    await answer(application, wave, 2, all(kind, person));
  }
  await answer(application, wave, 3, [
    ...all(() => 5, 0).slice(1),
    { itemId: wave.itemIds[0] as string, value: 5, comment: 'Only a partner would say this' },
  ]);
  await answer(
    application,
    wave,
    3,
    all(() => 5, 1),
  );
  return wave;
}

describe('results of a wave', () => {
  let application: TestApplication;
  let officer: TestMember;
  let executive: TestMember;
  let organizationId: string;
  let wave: OpenedWave;

  beforeAll(async () => {
    application = await startTestApplication({ RUN_WORKERS: 'true' });
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
    executive = await application.member(organizationId, 'executive');
    wave = await answeredWave(application, officer, 'First wave');
    await closeAndCompute(officer.client, wave);
  }, 90_000);
  afterAll(() => application.close());

  const cellsOf = async (): Promise<Cell[]> => (await officer.client.data(RESULTS, { id: wave.id })).results.cells;

  it('is one statement, the first time that the model is shown and later, and gives the same model', async () => {
    const PAGE = `query ($id: ID!) { results(assessmentId: $id) {
      model { id name scoringMethod source publishedAt levels { value name } dimensions { id practices { id descriptors { level text } } } }
      cells { nodeId value } } }`;
    const pages: unknown[] = [];
    const ask = async () => void pages.push(await officer.client.data(PAGE, { id: wave.id }));
    expect([await countStatements(ask), await countStatements(ask)]).toEqual([ONE_READ, ONE_READ]);
    expect(pages[1]).toEqual(pages[0]);
  });

  it('gives every node of the model for everybody and for every group', async () => {
    const { results } = await officer.client.data(RESULTS, { id: wave.id });
    const nodes = wave.itemIds.length + 4 + 1;
    expect(results.cells).toHaveLength(nodes * 5);
    expect(results).toMatchObject({ submissions: 24, unit: 'LEVEL', confidence: 0.95 });
  });

  it('shows group means with n and interval, and names the gap between them', async () => {
    const cell = (await cellsOf()).find(
      ({ nodeKind, nodeId, groupId }) =>
        nodeKind === 'PRACTICE' && nodeId === wave.itemIds[0] && groupId === wave.groups[1]!.id,
    );
    expect(cell).toMatchObject({ n: 8, value: 1.5, suppression: 'SHOWN' });
    expect(cell!.lower).toBeLessThan(1.5);
    expect(cell!.upper).toBeGreaterThan(1.5);
    const { results } = await officer.client.data(RESULTS, { id: wave.id });
    expect(results.gaps.some(({ beyondNoise }: { beyondNoise: boolean }) => beyondNoise)).toBe(true);
  });

  it('shows nothing of a group below the minimum, and nothing to work it out from', async () => {
    const { results } = await officer.client.data(RESULTS, { id: wave.id });
    const partners = results.groups.find(({ name }: { name: string }) => name === 'Partners');
    expect(partners).toMatchObject({ submitted: null, suppression: 'PRIMARY' });
    const hidden = (results.cells as Cell[]).filter(
      ({ suppression }) => suppression === 'PRIMARY' || suppression === 'COMPLEMENTARY',
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const cell of hidden) expect([cell.n, cell.value, cell.lower, cell.upper]).toEqual([null, null, null, null]);
    // With everybody pooled and all other groups shown, subtraction would give the partners: one of them must be hidden too.
    const practice = (results.cells as Cell[]).filter(({ nodeId }) => nodeId === wave.itemIds[0]);
    const shown = practice.filter(({ suppression }) => suppression === 'SHOWN');
    expect(shown.length).toBeLessThan(4);
  });

  it('opens every shown score to how it was computed, and no hidden one', async () => {
    const EXPLAIN = `query ($id: ID!, $kind: NodeKind!, $node: String!, $group: ID) {
      scoreExplanation(assessmentId: $id, nodeKind: $kind, nodeId: $node, groupId: $group) { formula steps { code result n inputs } } }`;
    for (const cell of await cellsOf()) {
      const { scoreExplanation } = await officer.client.data(EXPLAIN, {
        id: wave.id,
        kind: cell.nodeKind,
        node: cell.nodeId,
        group: cell.groupId,
      });
      if (cell.suppression === 'SHOWN') {
        const main = scoreExplanation.steps.find(
          ({ code }: { code: string }) => code === 'mean-of-respondents' || code === 'weighted-mean',
        );
        expect(main.result).toBe(cell.value);
      } else {
        expect(scoreExplanation.steps).toEqual([]);
      }
    }
  });

  it('is frozen: closing computed once, and the wave takes no more answers', async () => {
    const sets = await application.database.query('SELECT id FROM result_set');
    expect(sets).toHaveLength(1);
  });

  it('is for the programme office until it is published, then for everybody', async () => {
    expect(await executive.client.errorCode(RESULTS, { id: wave.id })).toBe('NOT_FOUND');
    const { assessment } = await officer.client.data('query ($id: ID!) { assessment(id: $id) { version } }', {
      id: wave.id,
    });
    await officer.client.data(
      'mutation ($id: ID!, $version: Int!) { publishAssessment(id: $id, version: $version) { state } }',
      {
        id: wave.id,
        version: assessment.version,
      },
    );
    expect((await executive.client.data(RESULTS, { id: wave.id })).results.submissions).toBe(24);
  });

  it('is not there for another organisation', async () => {
    const other = await application.member(await application.organization('Another'), 'programme_office');
    expect(await other.client.errorCode(RESULTS, { id: wave.id })).toBe('NOT_FOUND');
  });

  it('lets the application role read no answers at all', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({
      connectionString: application.database.urls.app,
      options: '-c role=touchstone_app',
    });
    await client.connect();
    await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    await expect(client.query('SELECT * FROM answer')).rejects.toThrow('permission denied');
    await expect(client.query('SELECT id FROM submission')).rejects.toThrow('permission denied');
    await client.end();
  });

  it('compares a second wave with the first against rater noise', async () => {
    const second = await answeredWave(application, officer, 'Second wave', 1);
    await closeAndCompute(officer.client, second);
    const { comparison } = await officer.client.data(
      `query ($before: ID!, $after: ID!) { comparison(beforeId: $before, afterId: $after) {
         notes cells { nodeKind nodeId groupName before after change lower upper verdict reason } } }`,
      { before: wave.id, after: second.id },
    );
    const overall = comparison.cells.find(
      ({ nodeKind, groupName }: { nodeKind: string; groupName: string | null }) =>
        nodeKind === 'OVERALL' && groupName === null,
    );
    expect(overall.change).toBeGreaterThan(0);
    expect(['ROSE', 'WITHIN_NOISE']).toContain(overall.verdict);
    const partners = comparison.cells.filter(({ groupName }: { groupName: string | null }) => groupName === 'Partners');
    expect(
      partners.every(
        ({ verdict, before, after }: { verdict: string; before: null; after: null }) =>
          verdict === 'CANNOT_SAY' && before === null && after === null,
      ),
    ).toBe(true);
  }, 90_000);
});
