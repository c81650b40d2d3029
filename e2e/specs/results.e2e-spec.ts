import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { RESULTS_VIEWS, ResultsPage } from '../pages/results.js';
import { EXECUTIVES, FRONT_LINE, idOf, PreparedWave } from '../stories/wave.js';

const OFFICER = 'officer@harbour-bank.example';
const SPRING = 'Experience maturity, spring 2026';

scenario(
  'results say level, score, interval and n for every practice and group, and how each came about',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const { page } = officer;
    const results = await new ResultsPage(page).open(await idOf(officer, SPRING));
    await seen(page.getByRole('heading', { name: `Results: ${SPRING}` }), results.radar());
    await says(results.facts(), '180');
    await says(results.facts(), /180 of 247 expected \(73%\)/);
    await page.getByRole('button', { name: 'Show as table' }).click();
    await seen(results.panel().getByRole('table').first());

    const heatmap = (await results.view('By rater group')).getByRole('table');
    const seenBy = await results.row(heatmap, 'Indicator system');
    expect(seenBy.size).toBe(7);
    for (const [group, cell] of seenBy) if (group !== 'Practice') expect(cell).toMatch(/^[1-5]\.\d\d .*n = \d+$/);
    // The sample bank's executives are kinder than its front line, as such groups are.
    const overall = await results.row(heatmap, 'Overall');
    const of = (group: string) =>
      parseFloat([...overall].find(([header]) => header.startsWith(group))?.[1] ?? 'missing');
    expect(of('Executive committee')).toBeGreaterThan(of('Branches and contact centre') + 0.5);

    const numbers = (await results.view('All numbers')).getByRole('table');
    expect(await numbers.getByRole('row').count()).toBe(1 + 1 + 4 + 21);

    const spread = await results.view('Distributions');
    const goals = (await results.row(spread.getByRole('table'), 'Strategic goals understood')).get('Share') ?? '';
    const shares = [...goals.matchAll(/(\d+)%/g)].map(([, share]) => Number(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);

    const gaps = await results.view('Gaps');
    await says(gaps.getByRole('table'), /Executive committee .*above Branches and contact centre/);
    await seen(gaps.getByText('Beyond rater noise', { exact: true }));

    await results.view('All numbers');
    const explanation = await results.explain('Overall');
    await says(explanation, 'Weighted mean');
    await says(explanation, 'Formula version maturity-results/1');
    // A link to one score can be sent to a colleague.
    const { page: colleague } = await stage.member('executive@harbour-bank.example');
    await colleague.goto(page.url());
    await new ResultsPage(colleague).explanation();
  },
);

scenario('everything on the results page is reached and left with the keyboard', async (stage) => {
  const officer = await stage.member(OFFICER);
  const { page } = officer;
  const results = await new ResultsPage(page).open(await idOf(officer, SPRING));
  const press = (key: string) => page.keyboard.press(key);
  await page.getByRole('tab', { name: 'Profile' }).focus();
  await press('ArrowRight');
  await seen(page.getByRole('tabpanel', { name: 'By rater group' }).getByRole('table'));
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await press('Tab');
  await press('Tab');
  expect(await focused()).toContain('How was Overall computed');
  await press('Enter');
  await results.explanation();
  await press('Escape');
  await gone(page.getByRole('dialog'));
  await eventually(async () => expect(await focused()).toContain('How was Overall computed'));

  // From the top of any page one jump passes the navigation.
  await page.goto('/');
  await seen(page.getByRole('link', { name: 'Open the results' }));
  await press('Tab');
  expect(await focused()).toBe('Skip to content');
  await press('Enter');
  await eventually(async () => {
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

interface ReceivedCell {
  readonly groupId: string | null;
  readonly nodeKind: string;
  readonly nodeId: string;
  readonly suppression: string;
  readonly n: number | null;
}

scenario('a group below the minimum shows no number: not on a page, not in what the page was sent', async (stage) => {
  const officer = await stage.member(OFFICER);
  const partners = { kind: 'PARTNERS', name: 'Partners', expected: 9 } as const;
  const wave = await PreparedWave.open(stage, officer, 'Three partners only', [EXECUTIVES, FRONT_LINE, partners]);
  await wave.answeredBy('Executives', 7, (person, item) => 2 + ((person + item) % 3));
  await wave.answeredBy('Front line', 12, (person, item) => 1 + ((person + item) % 4));
  await wave.answeredBy('Partners', 3, () => 5);
  await wave.closed();
  const hidden = wave.group('Partners').id;

  const { page } = officer;
  const results = await new ResultsPage(page).open(wave.id);
  const heatmap = (await results.view('By rater group')).getByRole('table');
  for (const practice of ['Overall', 'Experience diagnosis', 'Indicator system', 'Training']) {
    const row = await results.row(heatmap, practice);
    const cell = [...row].find(([group]) => group.startsWith('Partners'));
    expect(cell?.[0]).toBe('Partners');
    expect(cell?.[1]).toMatch(/^n < min ?: Fewer than 5 people of this group answered/);
  }
  for (const view of RESULTS_VIEWS) {
    const panel = await results.view(view);
    for (const row of await panel.getByRole('row').filter({ hasText: 'Partners' }).all()) {
      const header = await row.getByRole('columnheader').count();
      if (header === 0) expect(await row.innerText()).not.toMatch(/\d\.\d|n = \d/);
    }
  }
  await page.goto(`/assessments/${wave.id}/results?group=${hidden}`);
  await results.shown();
  expect((await results.panel().innerText()).replace(/Fewer than 5|n < min|1 to 5/g, '')).not.toMatch(/\d\.\d\d/);

  const received = await officer.overheard.received();
  const answers = received.filter(({ operation }) => operation === 'AssessmentResults');
  expect(answers.length).toBeGreaterThan(0);
  for (const { body } of answers) {
    const { results: sent } = (
      JSON.parse(body) as {
        data: {
          results: { cells: ReceivedCell[]; gaps: object[]; groups: { id: string; submitted: number | null }[] };
        };
      }
    ).data;
    expect(sent.groups.find(({ id }) => id === hidden)?.submitted).toBeNull();
    expect(JSON.stringify(sent.gaps)).not.toContain(hidden);
    const ofHidden = sent.cells.filter(({ groupId }) => groupId === hidden);
    expect(ofHidden.length).toBeGreaterThan(0);
    for (const { nodeKind, nodeId, groupId, suppression, ...numbers } of ofHidden) {
      expect({ nodeKind, nodeId, groupId, suppression }).toMatchObject({ suppression: 'PRIMARY' });
      for (const number of Object.values(numbers)) if (typeof number !== 'string') expect(number).toBeNull();
      // And it cannot be had by taking the other groups from the whole.
      const others = sent.cells.filter(
        (cell) => cell.nodeKind === nodeKind && cell.nodeId === nodeId && cell.groupId !== hidden,
      );
      expect(others.some(({ suppression: why, n }) => why === 'COMPLEMENTARY' && n === null)).toBe(true);
    }
  }
  const explained = await officer.api.ask(
    `query ($id: ID!, $group: ID!) {
      scoreExplanation(assessmentId: $id, nodeKind: OVERALL, nodeId: "overall", groupId: $group) { steps { result } }
    }`,
    { id: wave.id, group: hidden },
  );
  expect(explained).toEqual({ scoreExplanation: { steps: [] } });
});
