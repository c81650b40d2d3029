import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';

scenario(
  'feedback becomes a pain point, which is weighed, explained by keyboard, confirmed, and merged with its double',
  async (stage) => {
    const { page, api } = await stage.member('officer@harbour-bank.example');
    await api.ask(
      'mutation { recordFeedback(input: { source: INTERVIEW, text: "The statement came a month late, twice." }) { id } }',
    );
    await api.ask('mutation { createPainPoint(input: { title: "Statements arrive a month late" }) { id } }');

    await page.goto('/inbox?q=came+a+month+late');
    await page.getByRole('button', { name: 'Link to a pain point' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByLabel('Or make a new one').fill('Statements come late');
    await panel.getByRole('button', { name: 'Link to a pain point' }).click();
    await gone(panel);

    await page.goto('/');
    await new Shell(page).goTo('Pain points');
    await page.getByRole('link', { name: /Statements come late/ }).click();
    await seen(page.getByText('The statement came a month late, twice.'));
    const steps = page.getByRole('region', { name: 'What may follow' });
    await says(steps, 'Say how severe it is, and what that rests on.');
    await steps.getByRole('button', { name: 'Edit' }).click();
    await panel.getByRole('combobox', { name: 'How severe' }).click();
    await page.getByRole('option', { name: /^4 of 5/ }).click();
    await panel.getByLabel('So many met it').fill('30');
    await panel.getByLabel('Of so many customers, cases or visits').fill('120');
    await panel.getByRole('combobox', { name: 'Touchpoints' }).fill('counter');
    await page.getByRole('option', { name: 'Branch counter' }).click();
    await panel.getByRole('button', { name: 'Save' }).click();
    await gone(panel);
    await says(page.getByRole('region', { name: 'How much it weighs' }), '25% (30 of 120)');

    // Whys one below the other, without the mouse; a branch makes them a tree, and taking it back a chain again.
    const causes = page.getByRole('region', { name: 'Root cause' });
    await causes.getByRole('button', { name: 'Ask why' }).click();
    await causes.getByRole('button', { name: 'Why? (1)' }).click();
    await page.keyboard.type('They are printed in batches');
    await page.keyboard.press('Enter');
    await seen(causes.getByLabel('Why 2', { exact: true }));
    await page.keyboard.type('The batch waits for the slowest product');
    await causes.getByText('Cause tree', { exact: true }).click();
    await causes.getByLabel('Level 2', { exact: true }).press('Control+Enter');
    await page.keyboard.type('Nobody owns the schedule');
    await says(causes, 'It branches, so it is shown as a tree.');
    await causes.getByLabel('Level 2', { exact: true }).last().press('Alt+ArrowRight');
    await seen(causes.getByLabel('Level 3', { exact: true }));
    await causes.getByRole('button', { name: 'Undo' }).click();
    await gone(causes.getByLabel('Level 3', { exact: true }));
    await causes.getByRole('button', { name: 'Save the causes' }).click();
    await says(causes, 'Nobody owns the schedule');

    await steps.getByRole('button', { name: 'Confirm' }).click();
    await panel.getByRole('button', { name: 'Confirm' }).click();
    await gone(panel);
    await says(steps, 'Start an initiative that takes it up.');

    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Merge with another' }).click();
    await panel.getByRole('combobox', { name: 'The other pain point' }).fill('arrive a month');
    await page.getByRole('option', { name: /Statements arrive a month late/ }).click();
    await panel.getByRole('radio', { name: /Statements come late/ }).check();
    await panel.getByRole('button', { name: 'Merge' }).click();
    const question = page.getByRole('dialog', { name: /into P-\d+ Statements come late/ });
    await says(question, 'this cannot be undone');
    await question.getByRole('button', { name: 'Merge' }).click();
    await gone(panel);
    await says(page.getByRole('region', { name: 'Common pain point' }), 'Statements arrive a month late');
    await page.getByRole('link', { name: /Statements arrive a month late/ }).click();
    await says(page.getByRole('note'), 'Statements come late');

    await page.getByRole('note').getByRole('link').click();
    await page.getByRole('link', { name: 'Start an opportunity' }).click();
    await says(panel, 'Statements come late');
  },
  180_000,
);
