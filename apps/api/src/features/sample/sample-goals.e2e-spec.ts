import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { GoalsReadModel } from '../goals/index.js';
import { MetricsReadModel } from '../metrics/index.js';
import { systemOf } from '../organisation/index.js';
import { HARBOUR_BANK } from './harbour-bank.js';
import { HARBOUR_ATLAS } from './harbour-journeys.js';
import { HARBOUR_CATALOGUE } from './harbour-metrics.js';
import { HARBOUR_LIBRARY } from './harbour-touchpoints.js';
import { SampleGoalsService } from './sample-goals.service.js';
import { SampleJourneysService } from './sample-journeys.service.js';
import { REDEFINED_ON } from './sample-metric.js';
import { SampleOrganisationService } from './sample-organisation.service.js';
import { SampleTouchpointsService } from './sample-touchpoints.service.js';

describe('goals and metrics of the sample bank', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  it('hang together as a programme does, with a verbal objective, an orphan and a broken series, however often loaded', async () => {
    const id = await application.organization(HARBOUR_BANK.name);
    await application.app.get(SampleOrganisationService).load(id, HARBOUR_BANK);
    const system = systemOf(id, 'test');
    await application.app.get(SampleTouchpointsService).load(system, HARBOUR_LIBRARY);
    await application.app.get(SampleJourneysService).load(system, HARBOUR_ATLAS);
    const everything = async () => {
      const cascade = await application.app.get(GoalsReadModel).cascade(system);
      const filter = { search: null, class: null, category: null, teamId: null, archived: false };
      const { edges } = await application.app
        .get(MetricsReadModel)
        .list(system, { ...filter, first: 100, after: null });
      return { cascade, metrics: edges.map(({ node }) => node) };
    };
    await application.app.get(SampleGoalsService).load(system, HARBOUR_CATALOGUE);
    const { cascade, metrics } = await everything();
    expect(metrics.length).toBeGreaterThanOrEqual(40);
    expect(metrics.filter(({ ownerTeamId }) => !ownerTeamId)).toEqual([]);
    expect(metrics.filter(({ linkCount }) => linkCount > 0).length).toBeGreaterThanOrEqual(36);
    expect(new Set(metrics.map(({ category }) => category)).size).toBe(5);
    expect(cascade.findings.map(({ finding }) => finding)).toEqual([
      'goal_without_objective',
      'objective_without_goal',
      'objective_without_metric',
      'metric_without_target',
      'target_overdue',
    ]);
    const broken = await application.database.query(
      `SELECT m.key, b.cause, b.begins_on::text AS "beginsOn" FROM series_break b
       JOIN metric m ON m.organization_id = b.organization_id AND m.id = b.metric_id WHERE b.organization_id = $1`,
      [id],
    );
    expect(broken).toEqual([{ key: 'opening_minutes', cause: 'source', beginsOn: REDEFINED_ON }]);

    await application.app.get(SampleGoalsService).load(system, HARBOUR_CATALOGUE);
    expect(await everything()).toEqual({ cascade, metrics });
  }, 90_000);
});
