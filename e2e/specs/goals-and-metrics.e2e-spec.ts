import type { Page } from 'playwright-core';
import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';

const OFFICER = 'officer@harbour-bank.example';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).click();
}

scenario(
  'a metric is computed from others, corrected while it is written, and gets a target and a link',
  async (stage) => {
    const { page } = await stage.member(OFFICER);
    await page.goto('/');
    await new Shell(page).goTo('Metric catalogue');
    await seen(page.getByRole('link', { name: 'Time to open an account' }));
    await page.getByRole('link', { name: 'New metric' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Calls for each complaint');
    expect(await page.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('calls_for_each_complaint');
    await page.getByRole('radio', { name: /^State/ }).check();
    await choose(page, 'How it is counted', 'Formula over other metrics');
    await page.getByLabel('Unit').fill('calls/complaints');
    await page.getByLabel('Formula').fill('calls + complaints');
    await seen(page.getByText('“+” brings together calls and complaints: convert one of them by a factor.'));
    await page.getByLabel('Formula').fill('calls / cals');
    await seen(page.getByText('There is no metric with the key “cals”.'));
    await page.getByLabel('Formula').fill('calls / complaints');
    await seen(page.getByText('Computed from calls and complaints; results in: calls/complaints.'));
    await page.getByRole('button', { name: 'Add to the catalogue' }).click();
    await new Shell(page).arrivedAt('Calls for each complaint');

    const panel = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Add a target' }).click();
    await panel.getByLabel('By', { exact: true }).fill('2020-01-31');
    await panel.getByLabel('Target', { exact: true }).fill('4');
    await panel.getByRole('button', { name: 'Save' }).click();
    await seen(panel.getByText(/This day has passed/));
    await panel.getByLabel('By', { exact: true }).fill(inDays(60));
    await panel.getByRole('button', { name: 'Save' }).click();
    await gone(panel);
    await says(page.getByRole('table', { name: 'Targets' }), 'at least 4 calls/complaints');

    await page.getByRole('button', { name: 'Add a link' }).click();
    await choose(page, 'What it speaks about', 'First answer to a complaint');
    await panel.getByRole('button', { name: 'Link', exact: true }).click();
    await gone(panel);
    await seen(page.getByRole('button', { name: 'Remove the link to First answer to a complaint' }));

    // What it is computed from cannot be put away under it.
    await page.goto('/metrics/catalogue?q=complaints');
    await page.getByRole('link', { name: 'Complaints', exact: true }).click();
    await seen(page.getByRole('link', { name: 'Calls for each complaint' }));
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await seen(page.getByText(/Other metrics are computed from this one/));
  },
);

scenario('a change of what a number is asks for a note and breaks the series', async (stage) => {
  const { page } = await stage.member(OFFICER);
  await page.goto('/metrics/catalogue?q=Wait in the branch');
  await page.getByRole('link', { name: 'Wait in the branch' }).click();
  await page.getByRole('link', { name: 'Change the definition' }).click();
  await page.getByLabel('Unit').fill('s');
  await page.getByRole('button', { name: 'Save as a new definition' }).click();
  await seen(page.getByText('Say why the series breaks, for those who will read it.'));
  await page.getByLabel('Why the series breaks').fill('Measured in seconds from now on.');
  await page.getByRole('button', { name: 'Save as a new definition' }).click();
  await new Shell(page).arrivedAt('Wait in the branch');
  await seen(page.getByText('Changed: unit.', { exact: false }), page.getByText('Measured in seconds from now on.'));
});

scenario(
  'the cascade shows what hangs loose first, and takes a new goal and objective in their places',
  async (stage) => {
    const { page } = await stage.member(OFFICER);
    await page.goto('/');
    await new Shell(page).goTo('Goals');
    await seen(
      page.getByRole('heading', { name: 'Objectives without a goal' }),
      page.getByRole('list', { name: 'What hangs loose' }),
    );
    await page.getByRole('button', { name: 'New goal' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Create the goal' }).click();
    await seen(panel.getByText('Enter a name.'));
    await panel.getByLabel('Goal', { exact: true }).fill('Be the easiest bank in town');
    await panel.getByRole('button', { name: 'Create the goal' }).click();
    await gone(panel);
    const goal = page.getByRole('region', { name: 'Be the easiest bank in town' });
    await says(goal, 'no objective');
    await goal.getByRole('button', { name: /^Add an objective/ }).click();
    await panel.getByLabel('Objective', { exact: true }).fill('Nothing has to be explained twice');
    await panel.getByRole('button', { name: 'Create the objective' }).click();
    await gone(panel);
    await says(goal, 'in words only');

    await goal.getByRole('button', { name: 'Edit Be the easiest bank in town' }).click();
    await panel.getByRole('button', { name: 'Archive' }).click();
    await page
      .getByRole('dialog', { name: /^Archive/ })
      .getByRole('button', { name: 'Archive' })
      .click();
    await gone(goal);
    await page.getByRole('button', { name: /^Show \d+ archived/ }).click();
    await page.getByRole('button', { name: 'Restore Be the easiest bank in town' }).click();
    await seen(goal);
    await eventually(() => expect(new URL(page.url()).searchParams.get('archived')).toBe('true'));
  },
);
