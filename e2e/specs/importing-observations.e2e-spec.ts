import { cellsOf, downloaded } from '../browser/downloads.js';
import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import type { Spreadsheet } from '../pages/import-answers.js';
import { ImportObservations } from '../pages/import-observations.js';

const OFFICER = 'officer@harbour-bank.example';
const LEAD = 'lead@harbour-bank.example';

/** Passengers of a ferry: what they are, what they thought, how late it was. */
const ferry = (name: string): Spreadsheet => ({
  name,
  content: Buffer.from(
    [
      'id,cabin_class,ease_of_boarding,deck_comfort,crossing_delay_in_minutes,satisfied_overall',
      ...Array.from({ length: 40 }, (_, index) =>
        [
          `${name}-${index}`,
          index % 2 ? 'Economy' : 'First',
          1 + (index % 5),
          index % 8 === 0 ? 0 : 1 + (index % 4),
          index === 3 ? 'late' : (index * 7) % 30,
          index % 3 ? 'satisfied' : 'neutral or dissatisfied',
        ].join(','),
      ),
    ].join('\n'),
  ),
});

scenario(
  'a file of ratings becomes metrics, touchpoints on a map and numbers; imported again it doubles nothing; it is taken back whole',
  async (stage) => {
    const { page, api } = await stage.member(OFFICER);
    const work = await new ImportObservations(page).open();
    const file = ferry('ferry.csv');
    await work.upload(file);
    await says(work.facts(), 'ferry.csv · CSV, 40 rows and 6 columns');

    // Four columns are worth measuring, and all of them are made in one act, with the map they belong on.
    const made = work.newMetrics();
    await made.getByLabel('Owner of the new metrics').selectOption({ index: 1 });
    await made.getByLabel(/^Also create a touchpoint/).check();
    await made.getByLabel('Name of the journey').fill('A crossing');
    const stages = made.getByRole('combobox', { name: 'Stages, in their order' });
    await stages.fill('At the quay');
    await stages.press('Enter');
    await stages.fill('On board');
    await stages.press('Enter');
    await made.getByLabel('Stage for “ease_of_boarding”').selectOption('At the quay');
    await made.getByLabel('Stage for “deck_comfort”').selectOption('On board');
    await made.getByRole('button', { name: 'Create 4 metrics' }).click();
    await seen(page.getByText('4 metrics were created and hold their columns now.'));
    await says(work.use('deck_comfort').locator('option:checked'), 'Deck comfort');
    await seen(page.getByText('On a scale from 1 to 5; 0 means “not applicable”').first());

    await seen(page.getByText('No column holds a date. Choose one, or give the day of the whole file under 4.'));
    await work.observedOn('2026-03-15');
    await page.getByRole('button', { name: 'Save this mapping' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ferry survey');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await gone(dialog);

    // What is wrong is seen before anything is kept, and does not keep the rest out.
    await work.preview();
    await says(work.outlook(), /40 rows read ?1 row with problems/);
    const problem = page.getByRole('table', { name: 'Problems' }).getByRole('row').nth(1);
    await says(problem, /delay_in_minutes.*1.*5.*late.*This is not a number/s);
    await work.outlook().getByRole('radio', { name: 'Accept the good rows' }).check();
    await work.start();
    expect(await work.outcome()).toMatch(/The numbers are in\..*Rows read 40 Rows with problems 1/);
    const csv = await downloaded(page, () => page.getByRole('link', { name: 'Download the problems (CSV)' }).click());
    expect(csv.name).toBe('ferry – problems.csv');
    expect(cellsOf(csv)).toHaveLength(2);
    const run = page.url();
    await page.getByRole('link', { name: 'Deck comfort' }).click();
    await seen(page.getByRole('heading', { name: 'Deck comfort', level: 1 }));

    // The map has its touchpoints, with whoever answers for them.
    const { journeys } = await api.ask<{ journeys: { edges: { node: { id: string } }[] } }>(
      '{ journeys(search: "A crossing") { edges { node { id } } } }',
    );
    await page.goto(`/journeys/${journeys.edges[0]?.node.id}`);
    await seen(page.getByText('At the quay').first(), page.getByText('Ease of boarding').first());

    // The same file again.
    await work.open();
    await work.upload(file);
    await seen(page.getByText(/This very file was imported on/));
    await page.getByLabel('Saved mappings').selectOption('Ferry survey');
    await work.observedOn('2026-03-15');
    await work.preview();
    await work.outlook().getByRole('radio', { name: 'Accept the good rows' }).check();
    await work.start();
    expect(await work.outcome()).toContain('nothing was doubled and nothing has changed');

    await page.goto(run);
    await page.getByRole('button', { name: 'Take back…' }).click();
    await says(page.getByRole('dialog'), /values that this import added to 4 metrics will go/);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Take back/ })
      .click();
    await eventually(async () => expect(await work.outcome()).toContain('Taken back'));
    await page.getByRole('link', { name: 'Imports' }).first().click();
    await says(page.getByRole('row', { name: /ferry\.csv/ }).last(), 'Taken back');
  },
);

scenario('a team lead finds a way to import, and is offered no metrics to create', async (stage) => {
  const { page } = await stage.member(LEAD);
  const work = await new ImportObservations(page).open();
  await work.upload(ferry('of a lead.csv'));
  await seen(work.use('deck_comfort'));
  await gone(work.newMetrics());
  await seen(work.previewButton());
});

scenario('what is no table is refused with what to do instead', async (stage) => {
  const { page } = await stage.member(OFFICER);
  const work = await new ImportObservations(page).open();
  await work.choose({ name: 'picture.csv', content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
  await seen(page.getByRole('alert'));
  await work.choose({ name: 'empty.csv', content: Buffer.from('date,value\n') });
  await seen(page.getByText(/No rows were found below the header/));
});
