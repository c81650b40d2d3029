import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { systemOf } from '../organisation/index.js';
import { HARBOUR_BANK_JOURNEYS } from './harbour-bank-journeys.js';
import { HARBOUR_TOUCHPOINTS } from './harbour-touchpoints.js';
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
    const names = HARBOUR_BANK_JOURNEYS.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints));
    const known = new Set<string>(HARBOUR_TOUCHPOINTS.map((touchpoint) => touchpoint.name));
    expect(names.map((each) => each.name).filter((each) => !known.has(each))).toEqual([]);
    await application.database.query(
      `INSERT INTO touchpoint (organization_id, id, name, channel)
       SELECT $1, gen_random_uuid(), name, 'app' FROM unnest($2::text[]) name`,
      [id, names.map((each) => each.name)],
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
    for (const id of [first, second]) await sample.load(systemOf(id, 'sample programme'));
    const loaded = await everything(first);
    expect(loaded.length).toBeGreaterThan(90);
    expect(await everything(second)).toEqual(loaded);
    expect(new Set(loaded.map(({ name, state }) => `${String(name)}, ${String(state)}`))).toEqual(
      new Set(['Account opening, current', 'Account opening, future', 'Complaint, current']),
    );

    await application.database.query(
      `UPDATE stage_cell SET text = 'Changed', version = version + 1 WHERE organization_id = $1 AND lane = 'pain'`,
      [first],
    );
    const changed = await everything(first);
    await sample.load(systemOf(first, 'sample programme'));
    expect(await everything(first)).toEqual(changed);
  });

  it('is finished where a start broke off in the middle of a stage', async () => {
    const sample = application.app.get(SampleJourneysService, { strict: false });
    const id = await bank('Interrupted');
    await sample.load(systemOf(id, 'sample programme'));
    const whole = await everything(id);
    for (const statement of [
      `DELETE FROM stage_cell USING journey_stage s, journey j WHERE stage_cell.organization_id = $1
         AND s.id = stage_id AND j.id = s.journey_id AND j.name = 'Complaint' AND lane IN ('pain', 'opportunity')`,
      `DELETE FROM touchpoint_placement USING journey_stage s, journey j WHERE touchpoint_placement.organization_id = $1
         AND s.id = stage_id AND j.id = s.journey_id AND j.name = 'Complaint'`,
    ]) {
      await application.database.query(statement, [id]);
    }
    await sample.load(systemOf(id, 'sample programme'));
    expect(await everything(id)).toEqual(whole);
  });
});
