import type { Locator, Page } from 'playwright-core';
import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';

const OFFICER = 'officer@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option }).first().click();
}

scenario(
  'an opportunity becomes an initiative, which is moved once an executive has approved',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const { page, api } = officer;
    await api.ask('mutation { createPainPoint(input: { title: "Cases go silent for weeks" }) { id } }');
    await api.ask('mutation { setStageGates(stages: [APPROVED]) }');

    await page.goto('/');
    await new Shell(page).goTo('Opportunities');
    await page.getByRole('button', { name: 'New opportunity' }).first().click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Opportunity', { exact: true }).fill('Say every day where a case is');
    await panel.getByLabel('Reach').fill('5000');
    await panel.getByLabel('Confidence').fill('80');
    await panel.getByLabel('Effort').fill('3');
    await choose(page, panel.getByRole('combobox', { name: 'Impact' }), /^High/);
    await panel.getByRole('combobox', { name: 'Pain points' }).fill('go silent');
    await page.getByRole('option', { name: /Cases go silent for weeks/ }).click();
    await panel.getByRole('button', { name: 'New opportunity' }).click();
    await gone(panel);
    await page.getByText('RICE', { exact: true }).click();
    await says(page.getByRole('row', { name: /Say every day where a case is/ }), '2,666.67');

    await page.getByRole('link', { name: /Say every day where a case is/ }).click();
    await panel.getByRole('link', { name: 'Start an initiative' }).click();
    await panel.getByLabel('Initiative', { exact: true }).fill('A word at each step');
    await panel.getByLabel('We believe that …').fill('a message at every step');
    await panel.getByLabel('… will …').fill('reduce repeat calls by a third');
    await panel.getByLabel('… because …').fill('most callers only ask where their case stands');
    await choose(page, panel.getByRole('combobox', { name: 'Owner' }), 'Lin Yue');
    await panel.getByRole('button', { name: 'Start an initiative' }).click();
    await seen(page.getByRole('heading', { name: /A word at each step/ }));

    // What is missing stands there before anybody tries, with the way to it.
    const steps = page.getByRole('region', { name: 'What may follow' });
    await says(steps, 'Name a sponsor.');
    await steps.getByRole('button', { name: 'Fill in' }).click();
    await choose(page, panel.getByRole('combobox', { name: 'Sponsor' }), 'Grace Okafor');
    await panel.getByRole('button', { name: 'Save' }).click();
    await gone(panel);

    await page.getByRole('button', { name: 'Add milestone' }).click();
    await panel.getByLabel('Milestone', { exact: true }).fill('Pilot in two branches');
    await panel.getByLabel('Due').fill(inDays(30));
    await panel.getByRole('button', { name: 'Add milestone' }).click();
    await gone(panel);
    await seen(page.getByText('Pilot in two branches'));

    await steps.getByRole('button', { name: 'Ask for a decision' }).click();
    await panel.getByLabel('Forecast').fill('Repeat calls fall below ten per cent');
    await choose(page, panel.getByRole('combobox', { name: 'Decides' }), 'Grace Okafor');
    await panel.getByRole('button', { name: 'Ask for a decision' }).click();
    await gone(panel);
    await says(steps, 'Wait for the decision that has been asked for.');
    const question = page.getByRole('link', { name: /May “A word at each step” enter the stage/ });
    await question.click();
    // Four eyes: who asked reads why the decision is not theirs.
    await seen(page.getByText(/You asked for this, so you cannot decide it/));

    const executive = await stage.member(EXECUTIVE);
    await executive.page.goto('/decisions');
    await executive.page.getByRole('link', { name: /A word at each step” enter/ }).click();
    await executive.page.getByRole('button', { name: 'Decide', exact: true }).click();
    const deciding = executive.page.getByRole('dialog');
    await deciding.getByRole('radio', { name: /^Approve/ }).check();
    await deciding.getByRole('button', { name: 'Decide – this is kept' }).click();
    await seen(deciding.getByText('Give your rationale.'));
    await deciding.getByLabel('How likely do you hold it to come true?').fill('70');
    await deciding.getByLabel('Rationale').fill('It pays for itself within a year.');
    await deciding.getByRole('button', { name: 'Decide – this is kept' }).click();
    await gone(deciding);
    await seen(executive.page.getByText('It pays for itself within a year.'));

    await page.goto('/initiatives');
    await page.getByRole('button', { name: 'Move to … “A word at each step”' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Approved' }).press('Enter');
    await panel.getByRole('button', { name: 'Move to “Approved”' }).click();
    await gone(panel);
    await seen(page.getByRole('region', { name: /^Approved/ }).getByRole('link', { name: 'A word at each step' }));
    await page.getByText('Timeline', { exact: true }).click();
    await seen(page.getByRole('heading', { name: 'Stages and milestones over time' }));
    await says(page.getByRole('table', { name: 'Stages and milestones over time' }), 'Pilot in two branches');
    await api.ask('mutation { setStageGates(stages: []) }');
  },
  180_000,
);
