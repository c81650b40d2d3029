import { says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { AssessmentForm } from '../pages/assessment-form.js';
import { ResultsPage } from '../pages/results.js';
import { WavePage } from '../pages/wave.js';
import { EXECUTIVES, FRONT_LINE, PreparedWave } from '../stories/wave.js';

const PRACTICES_OF_THE_FIRST_LINK = 5;

scenario(
  'a second wave of the same model shows what moved, by how much, and whether that is more than noise',
  async (stage) => {
    const officer = await stage.member('officer@harbour-bank.example');
    const { page } = officer;
    const before = await PreparedWave.open(stage, officer, 'Baseline', [EXECUTIVES, FRONT_LINE], {
      periodStart: '2025-07-01',
      periodEnd: '2025-12-31',
    });
    await before.answeredBy('Executives', 6, (person) => 2 + (person % 3));
    await before.answeredBy('Front line', 14, (person) => 1 + (person % 3));
    await before.closed();
    const after = await PreparedWave.open(stage, officer, 'One year on', [EXECUTIVES, FRONT_LINE], {
      previousAssessmentId: before.id,
    });
    // The first link rose, everything else stayed as it was.
    await after.answeredBy(
      'Executives',
      6,
      (person, item) => 2 + (person % 3) + (item < PRACTICES_OF_THE_FIRST_LINK ? 1 : 0),
    );
    await after.answeredBy(
      'Front line',
      14,
      (person, item) => 1 + (person % 3) + (item < PRACTICES_OF_THE_FIRST_LINK ? 2 : 0),
    );
    await after.closed();

    await new WavePage(page).open(after.id, 'setup');
    await page.getByRole('link', { name: 'Compare with the previous wave' }).click();
    await seen(page.getByRole('heading', { name: 'Comparison of two waves' }));
    expect(await page.getByRole('combobox', { name: 'Before' }).inputValue()).toMatch(/^Baseline/);
    expect(await page.getByRole('combobox', { name: 'After' }).inputValue()).toMatch(/^One year on/);

    const results = new ResultsPage(page);
    const table = page.getByRole('table', { name: 'Before and after' });
    await seen(table);
    const diagnosis = await results.row(table, 'Experience diagnosis');
    expect(diagnosis.get('Reading')).toBe('Rose');
    expect(diagnosis.get('Change')).toMatch(/^\+1\.7/);
    expect(diagnosis.get('Before')).toMatch(/^2\.\d\d ?n = 20$/);
    const monitoring = await results.row(table, 'Experience monitoring');
    expect(monitoring.get('Reading')).toBe('Within rater noise');
    expect(monitoring.get('Change')).toBe('0.00');

    await page.getByRole('button', { name: 'Swap the two' }).click();
    await says(table.getByRole('row').filter({ hasText: 'Experience diagnosis' }).first(), 'Fell');
    await page.reload();
    await says(table.getByRole('row').filter({ hasText: 'Experience diagnosis' }).first(), 'Fell');
  },
);

scenario('the next wave is planned from the last one: same model, same groups', async (stage) => {
  const officer = await stage.member('officer@harbour-bank.example');
  const { page } = officer;
  const before = await PreparedWave.open(stage, officer, 'First of two', [EXECUTIVES, FRONT_LINE]);
  await before.answeredBy('Executives', 5, (person) => 1 + (person % 3));
  await before.closed();

  const wave = await new WavePage(page).open(before.id);
  await wave.fromMenu('Plan the next wave');
  const form = await new AssessmentForm(page).opened();
  expect(await page.getByRole('combobox', { name: 'Previous wave' }).inputValue()).toMatch(/^First of two/);
  expect(await page.getByRole('combobox', { name: 'Model version' }).inputValue()).toMatch(/^E\.E\.A\.S\.Y\./);
  await page.getByRole('button', { name: 'Take over the 2 groups of the previous wave' }).click();
  await form.name('Second of two');
  await form.purpose('To see what moved.');
  await form.createDraft();
  await wave.shown('Second of two');
  for (const group of ['Executives', 'Front line']) await seen(wave.responses(group));
});
