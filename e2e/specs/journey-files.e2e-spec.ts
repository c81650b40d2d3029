import { readFileSync } from 'node:fs';
import { seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { newMember } from '../stories/people.js';

const SHEET = (pain: string) => `Stage,Touchpoint,Channel,Emotion,Customers asked
Visit,Counter ${pain},Branch,-2,40
Visit,Queue ${pain},Branch,,
Leave,Survey ${pain},Email,1,${pain === 'x' ? 'many' : '12'}
`;

scenario('a spreadsheet is looked at, mended, brought in as a map, and taken along as a picture', async (stage) => {
  const { page } = await newMember(stage, 'Brings a map', 'PROGRAMME_OFFICE');
  await page.goto('/journeys');
  await page.getByRole('link', { name: 'Import a map' }).click();
  const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.locator('input[type=file]').setInputFiles(file('visit.csv', SHEET('x')));
  await seen(page.getByText('row 4 · Customers asked'));
  expect(await page.getByRole('button', { name: 'Import as a new journey' }).count()).toBe(0);

  const name = `Visit ${Date.now()}`;
  await page.locator('input[type=file]').setInputFiles(file('visit.csv', SHEET(name)));
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Import as a new journey' }).click();
  const grid = page.getByRole('grid');
  await seen(grid.getByRole('columnheader', { name: 'Visit' }), grid.getByText(`Counter ${name}`));
  expect(await grid.getByRole('columnheader').count()).toBe(3);

  await page.getByRole('button', { name: 'Export' }).click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Picture (PNG)' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe(`${name}.png`);
  expect(
    readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
