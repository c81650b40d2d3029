import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { ResultsPage } from '../pages/results.js';
import { PreparedWave } from '../stories/wave.js';

const OFFICER = 'officer@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';
const CONTRIBUTOR = 'contributor@harbour-bank.example';
const OTHER_ORGANISATION = 'officer@meridian-air.example';

scenario('a draft exists for those who prepare it only', async (stage) => {
  const officer = await stage.member(OFFICER);
  const wave = await PreparedWave.draft(stage, officer, 'Nobody else’s draft');
  for (const login of [CONTRIBUTOR, EXECUTIVE, 'lead@harbour-bank.example', OTHER_ORGANISATION]) {
    const { page, api, overheard } = await stage.member(login);
    await page.goto(`/assessments/${wave.id}`);
    await seen(page.getByText(/This does not exist, or you may not see it|不存在/));
    await page.goto('/assessments');
    await seen(page.getByRole('heading', { level: 1 }));
    await seen(page.getByRole('table').or(page.getByRole('heading', { level: 2, name: /No assessments yet|还没有/ })));
    expect(JSON.stringify(await overheard.received())).not.toContain('Nobody else’s draft');
    await expect(api.ask('query ($id: ID!) { assessment(id: $id) { name } }', { id: wave.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
});

scenario(
  'results are read by the office until they are published, then by everybody in the organisation',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const wave = await PreparedWave.open(stage, officer, 'Published to all');
    await wave.answeredBy('Executives', 5, (person) => 1 + person);
    await wave.answeredBy('Front line', 7, (person, item) => 1 + ((person + item) % 5));
    await wave.closed();
    const executive = await stage.member(EXECUTIVE);
    const contributor = await stage.member(CONTRIBUTOR);
    for (const { page } of [executive, contributor]) {
      await page.goto(`/assessments/${wave.id}/results`);
      await seen(page.getByRole('heading', { name: 'No results yet' }));
    }
    await wave.take('publishAssessment');
    for (const { page } of [executive, contributor]) {
      await new ResultsPage(page).open(wave.id);
      await says(page.getByRole('main'), '12 of 48 expected');
    }
    // Files are for those who answer for them.
    await seen(executive.page.getByRole('button', { name: 'Export' }));
    await gone(contributor.page.getByRole('button', { name: 'Export' }));

    const stranger = await stage.member(OTHER_ORGANISATION);
    await stranger.page.goto(`/assessments/${wave.id}/results`);
    await seen(stranger.page.getByRole('heading', { level: 2 }).or(stranger.page.getByRole('alert')));
    expect(JSON.stringify(await stranger.overheard.received())).not.toContain('Published to all');
  },
);

scenario('doors that a role cannot open are not shown, and say so when tried', async (stage) => {
  const { page } = await stage.member(CONTRIBUTOR);
  await page.goto('/');
  const areas = page.getByRole('navigation').first();
  await seen(areas.getByRole('link', { name: 'Assessments' }));
  await gone(areas.getByRole('link', { name: 'Audit trail', exact: true }));
  await areas.getByRole('link', { name: 'People', exact: true }).click();
  await seen(page.getByRole('cell', { name: 'Lin Yue' }));
  await gone(page.getByRole('button', { name: 'Invite a person' }));
  await page.goto('/admin/audit');
  await seen(
    page.getByRole('heading', { name: 'No access', level: 1 }),
    page.getByText('Your role here is Contributor.', { exact: false }),
  );
  await page.goto('/assessments/new');
  await seen(page.getByRole('heading', { name: 'No access', level: 1 }));
});
