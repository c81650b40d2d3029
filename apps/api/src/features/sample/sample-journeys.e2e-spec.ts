import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { systemOf } from '../organisation/index.js';
import { HARBOUR_ATLAS } from './harbour-journeys.js';
import { HARBOUR_LIBRARY } from './harbour-touchpoints.js';
import { SampleJourneysService } from './sample-journeys.service.js';

describe('the atlas of the sample bank', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  /** An organisation with the touchpoints that the journeys take from the library. */
  const bank = async (name: string): Promise<string> => {
    const id = await application.organization(name);
    const names = HARBOUR_LIBRARY.touchpoints.map((touchpoint) => touchpoint.name);
    const known = new Set(names);
    const placed = HARBOUR_ATLAS.journeys.flatMap(({ stages, future }) => [
      ...stages.flatMap(({ touchpoints }) => touchpoints.map((touchpoint) => touchpoint.name)),
      ...Object.values(future?.touchpoints ?? {}).flat(),
    ]);
    expect(placed.filter((each) => !known.has(each))).toEqual([]);
    // A library of sixty, of which hardly any stands nowhere.
    expect(names.filter((each) => !placed.includes(each))).toEqual([]);
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel)
       SELECT $1, gen_random_uuid(), name, 'app' FROM unnest($2::text[]) name`,
      [id, names],
    );
    return id;
  };
  const everything = (organizationId: string) =>
    application.database.query(
      `SELECT j.name, j.state, s.name AS stage, s.position, c.lane, c.text, c.version,
         (SELECT json_agg(json_build_array(t.name, p.factor, p.emotion, p.emotion_n, p.version) ORDER BY p.position)
          FROM touchpoint_placement p JOIN touchpoint t ON t.organization_id = $1 AND t.id = p.touchpoint_id
          WHERE p.organization_id = $1 AND p.stage_id = s.id) AS placements
       FROM journey j JOIN journey_stage s ON s.organization_id = $1 AND s.journey_id = j.id
       LEFT JOIN stage_cell c ON c.organization_id = $1 AND c.stage_id = s.id
       WHERE j.organization_id = $1 ORDER BY j.name, j.state, s.position, c.lane`,
      [organizationId],
    );

  it('is the same every time it is loaded, and leaves alone what a reader has changed', async () => {
    const sample = application.app.get(SampleJourneysService, { strict: false });
    const [first, second] = [await bank('First'), await bank('Second')];
    for (const id of [first, second]) await sample.load(systemOf(id, 'sample programme'), HARBOUR_ATLAS);
    const loaded = await everything(first);
    expect(loaded.length).toBeGreaterThan(300);
    expect(await everything(second)).toEqual(loaded);
    expect(new Set(loaded.map(({ name, state }) => `${String(name)}, ${String(state)}`))).toEqual(
      new Set(
        ['Account opening', 'Complaint', 'Everyday payments', 'Mortgage'].flatMap((name) => [
          `${name}, current`,
          `${name}, future`,
        ]),
      ),
    );

    await application.database.query(
      `UPDATE stage_cell SET text = 'Changed', version = version + 1 WHERE organization_id = $1 AND lane = 'pain'`,
      [first],
    );
    const changed = await everything(first);
    await sample.load(systemOf(first, 'sample programme'), HARBOUR_ATLAS);
    expect(await everything(first)).toEqual(changed);
  }, 90_000);

  it('is finished where a start broke off in the middle of a stage', async () => {
    const sample = application.app.get(SampleJourneysService, { strict: false });
    const id = await bank('Interrupted');
    await sample.load(systemOf(id, 'sample programme'), HARBOUR_ATLAS);
    const whole = await everything(id);
    for (const statement of [
      `DELETE FROM stage_cell USING journey_stage s, journey j WHERE stage_cell.organization_id = $1
         AND s.id = stage_id AND j.id = s.journey_id AND j.name = 'Complaint' AND j.state = 'current' AND lane IN ('pain', 'opportunity')`,
      `DELETE FROM touchpoint_placement USING journey_stage s, journey j WHERE touchpoint_placement.organization_id = $1
         AND s.id = stage_id AND j.id = s.journey_id AND j.name = 'Complaint' AND j.state = 'current'`,
    ]) {
      await application.database.query(statement, [id]);
    }
    await sample.load(systemOf(id, 'sample programme'), HARBOUR_ATLAS);
    expect(await everything(id)).toEqual(whole);
  }, 90_000);
});
