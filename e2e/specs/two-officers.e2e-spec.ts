import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { AssessmentForm } from '../pages/assessment-form.js';
import { PreparedWave } from '../stories/wave.js';
import { newMember } from '../stories/people.js';

scenario(
  'two officers change one wave: the second sees both versions, chooses, and nothing is lost unseen',
  async (stage) => {
    const first = await stage.member('officer@harbour-bank.example');
    const second = await newMember(stage, 'Second Officer', 'PROGRAMME_OFFICE');
    const wave = await PreparedWave.draft(stage, first, 'Edited by two');
    const edit = `/assessments/${wave.id}/edit`;
    await Promise.all([first.page.goto(edit), second.page.goto(edit)]);
    const [firstForm, secondForm] = [new AssessmentForm(first.page), new AssessmentForm(second.page)];
    await Promise.all([firstForm.opened(), secondForm.opened()]);

    await firstForm.name('Edited by the first');
    await firstForm.purpose('The first officer’s purpose.');
    await firstForm.save();
    await seen(first.page.getByRole('heading', { name: 'Edited by the first', level: 1 }));

    await secondForm.name('Edited by the second');
    await secondForm.save();
    const dialog = second.page.getByRole('dialog', { name: 'Someone else saved first' });
    await seen(
      dialog.getByRole('radio', { name: 'Name, Yours: Edited by the second' }),
      dialog.getByRole('radio', { name: 'Name, Theirs: Edited by the first' }),
    );
    // What the second never touched is offered as the first left it.
    const theirPurpose = dialog.getByRole('radio', { name: 'Purpose, Theirs: The first officer’s purpose.' });
    expect(await theirPurpose.isChecked()).toBe(true);

    await dialog.getByRole('button', { name: 'Back to my form' }).click();
    await gone(dialog);
    expect(await secondForm.field('Name').first().inputValue()).toBe('Edited by the second');
    await secondForm.save();
    await dialog.getByRole('button', { name: 'Save the chosen values' }).click();
    await seen(second.page.getByRole('heading', { name: 'Edited by the second', level: 1 }));
    await second.page.getByRole('tab', { name: 'Setup' }).click();
    await says(second.page.getByRole('tabpanel'), 'The first officer’s purpose.');
  },
);

scenario('leaving a form with unsaved changes asks first', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/assessments/new');
  const form = await new AssessmentForm(page).opened();
  await form.name('Not yet saved');
  await page.getByRole('link', { name: 'Maturity models' }).click();
  const dialog = page.getByRole('dialog', { name: 'Unsaved changes' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await gone(dialog);
  expect(await form.field('Name').first().inputValue()).toBe('Not yet saved');
  await page.getByRole('link', { name: 'Maturity models' }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await seen(page.getByRole('heading', { name: 'Maturity models', level: 1 }));
});
