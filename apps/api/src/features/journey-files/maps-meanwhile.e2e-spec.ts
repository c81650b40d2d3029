import pg from 'pg';
import { eventually } from '../../../test/eventually.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { upload } from '../../../test/upload.js';

const TEAM = `mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id version } }`;
const ARCHIVE_TEAM = `mutation ($id: ID!, $version: Int!) { archiveTeam(id: $id, version: $version) { id } }`;
const ARCHIVE = `mutation ($id: ID!, $version: Int!) { archiveTouchpoint(id: $id, version: $version) { id } }`;
const PLAN = `query ($input: ReorganisationInput!) { reorganisationPreview(input: $input) { planKey } }`;
const REORGANISE = `mutation ($input: ReorganisationInput!, $planKey: String!) {
  reorganise(input: $input, planKey: $planKey) { handedOver { touchpointName } } }`;
const IMPORT = `mutation ($fileId: ID!, $name: String) { importJourney(fileId: $fileId, name: $name) { id } }`;
const MAP = `query ($id: ID!) { journeyMap(id: $id) { stages { placements { touchpointId name teamName } } } }`;

/** One touchpoint that the library has and one that it gets; one team answers for both. */
const FILE = 'Phase,Touch point,Channel,Team\nVisit,Counter,Branch,Service\nVisit,Kiosk,Branch,Service\n';

describe('while a map is imported', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;
  let service: { id: string; version: number };
  let counterId: string;
  let holder: pg.Client;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
    service = (await office.client.data(TEAM, { name: 'Service' })).createTeam;
    const earlier = await imported('Earlier', FILE.replace(/.*Kiosk.*\n/, ''));
    counterId = (await placements(earlier))[0]!.touchpointId;
    holder = new pg.Client({ connectionString: application.database.urls.owner });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  });
  afterEach(() => holder.end());
  afterAll(() => application.close());

  const imported = async (name: string, content = FILE): Promise<string> => {
    const fileId = await upload(office.client, content, 'map.csv');
    return (await office.client.data(IMPORT, { fileId, name })).importJourney.id;
  };
  const placements = async (id: string): Promise<{ touchpointId: string; name: string; teamName: string | null }[]> =>
    (await office.client.data(MAP, { id })).journeyMap.stages[0].placements;
  const owners = async (id: string) =>
    Object.fromEntries((await placements(id)).map(({ name, teamName }) => [name, teamName]));
  /** Somebody else is changing the atlas: the file is read, and nothing of it is written yet. */
  const holdAtlas = () =>
    holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('atlas:' || $1, 0))`, [organizationId]);
  const waiting = (statement: string) =>
    eventually(
      () =>
        application.database.query(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
          [`%${statement}%`],
        ),
      (found) => found.length > 0,
    );
  const handOver = async (toTeamId: string) => {
    const [today] = await application.database.query<{ day: string }>(
      'SELECT (now() AT TIME ZONE time_zone)::date::text AS day FROM organization WHERE id = $1',
      [organizationId],
    );
    const input = { fromTeamId: service.id, toTeamId, day: today!.day };
    const { planKey } = (await office.client.data(PLAN, { input })).reorganisationPreview;
    return office.client.errorCode(REORGANISE, { input, planKey });
  };

  it('its team hands everything over and is archived: what is new has no owner, and nobody gone is given one', async () => {
    const branches = (await office.client.data(TEAM, { name: 'Branches' })).createTeam;
    await holdAtlas();
    const running = imported('Visiting');
    await waiting('atlas:');
    expect(await handOver(branches.id)).toBeUndefined();
    await office.client.data(ARCHIVE_TEAM, service);
    await holder.query('ROLLBACK');
    expect(await owners(await running)).toEqual({ Counter: 'Branches', Kiosk: null });
  });

  it('a re-organisation holds the team and goes on to its touchpoints: the map waits, and neither is broken off', async () => {
    await holder.query('SELECT FROM team WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
      organizationId,
      service.id,
    ]);
    const running = imported('Visiting');
    await waiting('FOR SHARE');
    await holder.query(`SET LOCAL lock_timeout = '3s'`);
    await holder.query('SELECT FROM touchpoint WHERE organization_id = $1 ORDER BY id FOR UPDATE', [organizationId]);
    await holder.query('COMMIT');
    expect(await owners(await running)).toEqual({ Counter: 'Service', Kiosk: 'Service' });
  });

  it('a map and a re-organisation at once leave each touchpoint with one accountable team', async () => {
    const branches = (await office.client.data(TEAM, { name: 'Branches' })).createTeam;
    await holder.query('ROLLBACK');
    const [id, refused] = await Promise.all([imported('Visiting'), handOver(branches.id)]);
    // Where the map came in between, the plan that was looked at is no longer what would happen, and is shown anew.
    expect([undefined, 'CONFLICT']).toContain(refused);
    expect((await owners(id))['Kiosk']).toBe('Service');
    expect(await handOver(branches.id)).toBeUndefined();
    expect(await owners(id)).toEqual({ Counter: 'Branches', Kiosk: 'Branches' });
    const doubles = await application.database.query(
      `SELECT touchpoint_id FROM ownership WHERE organization_id = $1 AND valid_to IS NULL GROUP BY 1 HAVING count(*) > 1`,
      [organizationId],
    );
    expect(doubles).toEqual([]);
  });

  it('one of its touchpoints is archived: the library gets another of the name, and the archived one stays as it is', async () => {
    await holdAtlas();
    const running = imported('Visiting');
    await waiting('atlas:');
    const [counter] = await application.database.query<{ id: string; version: number }>(
      'SELECT id, version FROM touchpoint WHERE id = $1',
      [counterId],
    );
    await office.client.data(ARCHIVE, { ...counter });
    await holder.query('ROLLBACK');
    const placed = await placements(await running);
    expect(placed.map(({ name, teamName }) => [name, teamName])).toEqual([
      ['Counter', 'Service'],
      ['Kiosk', 'Service'],
    ]);
    expect(placed.map(({ touchpointId }) => touchpointId)).not.toContain(counterId);
    const [archived] = await application.database.query<{ gone: boolean }>(
      'SELECT archived_at IS NOT NULL AS gone FROM touchpoint WHERE id = $1',
      [counterId],
    );
    expect(archived).toEqual({ gone: true });
  });
});
