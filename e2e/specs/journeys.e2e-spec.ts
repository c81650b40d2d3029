import { eventually, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { PHONE } from '../browser/stage.js';
import { newMember } from '../stories/people.js';

const OFFICER = 'officer@harbour-bank.example';

scenario(
  'a journey is begun from a template and written from the keyboard alone; the last act is taken back',
  async (stage) => {
    const { page } = await stage.member(OFFICER);
    await page.goto('/journeys');
    await page.getByRole('button', { name: 'Begin a journey' }).click();
    await page.getByLabel('Name', { exact: true }).fill(`Keyboard journey ${Date.now()}`);
    await page.getByRole('radio', { name: 'Order fulfilment' }).check();
    await page.getByRole('button', { name: 'Begin a journey' }).last().click();
    const grid = page.getByRole('grid');
    await seen(grid.getByRole('columnheader', { name: 'Enquiry' }));
    expect(await grid.getByRole('columnheader').count()).toBe(8);

    // From the first stage’s scenario down to what the customer does, and one stage on.
    await grid.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Doing, Order' }).fill('Puts it into the basket');
    await page.keyboard.press('Escape');
    const cell = grid.getByRole('gridcell').getByText('Puts it into the basket');
    const back = () =>
      eventually(async () => {
        const role = await page.evaluate(() => document.activeElement?.getAttribute('role'));
        expect(role).toBe('gridcell');
      });
    await back();
    await seen(cell);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Doing, Order' }).fill('Orders by phone');
    await page.keyboard.press('Control+Enter');
    await back();
    await seen(grid.getByText('Orders by phone'));

    await page.keyboard.press('Control+z');
    await seen(cell);
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await cell.count()).toBe(0));
    await page.reload();
    await seen(grid);
    expect(await cell.count()).toBe(0);
  },
);

scenario(
  'two write the same cell: the second sees both texts and picks; the first sees the outcome at once',
  async (stage) => {
    const [one, two] = [
      await newMember(stage, 'Writes first', 'PROGRAMME_OFFICE'),
      await newMember(stage, 'Writes second', 'PROGRAMME_OFFICE'),
    ];
    const { createJourney } = await one.api.ask<{ createJourney: { id: string } }>(
      `mutation { createJourney(input: { name: "Shared ${Date.now()}" }, template: "five-stages", locale: "en") { id } }`,
    );
    for (const { page } of [one, two]) {
      await page.goto(`/journeys/${createJourney.id}`);
      await page.getByRole('gridcell').first().focus();
      await page.keyboard.press('Enter');
      await seen(page.getByRole('textbox', { name: 'Scenario, Awareness' }));
    }
    // Each is told of the other, by name and by cell, without having saved anything.
    await seen(
      one.page.getByRole('list', { name: 'Also here' }).getByText('Writes second writes: Scenario, Awareness'),
      one.page.getByRole('grid').getByText('Writes second is writing here'),
      two.page.getByRole('list', { name: 'Also here' }).getByText('Writes first writes: Scenario, Awareness'),
    );
    const field = ({ page }: typeof one) => page.getByRole('textbox', { name: 'Scenario, Awareness' });
    await field(one).fill('Hears of it from a friend');
    await one.page.keyboard.press('Escape');
    await seen(one.page.getByRole('grid').getByText('Hears of it from a friend'));

    await field(two).fill('Sees a poster');
    await two.page.keyboard.press('Escape');
    const dialog = two.page.getByRole('dialog');
    await seen(dialog.getByText('Hears of it from a friend'), dialog.getByText('Sees a poster'));
    await dialog.getByRole('button').last().click();
    await seen(two.page.getByRole('grid').getByText('Sees a poster'));
    // Nobody reloads: the first is told.
    await seen(one.page.getByRole('grid').getByText('Sees a poster'));
    // Whoever closes the page is gone.
    await two.page.close();
    await eventually(async () => expect(await one.page.getByRole('list', { name: 'Also here' }).count()).toBe(0));
  },
);

scenario('a panel with what was typed is not closed without asking', async (stage) => {
  const { page } = await stage.member(OFFICER);
  await page.goto('/journeys?q=Account%20opening');
  await page.getByRole('link', { name: 'Account opening', exact: true }).first().click();
  await page.getByRole('row', { name: 'Touchpoints' }).getByRole('gridcell').first().click();
  const panel = page.getByRole('dialog').first();
  const expectation = panel.getByLabel('Expectation').first();
  await expectation.fill('To be let in at once');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await expectation.inputValue()).toBe('To be let in at once');
  await page.keyboard.press('Escape');
  await seen(question);
  await page.keyboard.press('Escape');
  await eventually(async () => expect(await question.count()).toBe(0));
  await seen(expectation);
  await page.keyboard.press('Escape');
  await question.getByRole('button').last().click();
  await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));

  // A dialog in the middle of the page asks as the panel at its side does, whichever way it is closed.
  await page.getByRole('button', { name: 'Add a stage' }).click();
  const name = page.getByRole('dialog', { name: 'Add a stage' }).getByLabel('Name');
  await name.fill('Waiting for the card');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await name.inputValue()).toBe('Waiting for the card');
  await page.getByRole('dialog', { name: 'Add a stage' }).getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button').last().click();
  await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));
});

scenario('both states stand side by side, and on a phone one stage at a time', async (stage) => {
  const { page } = await stage.member(OFFICER);
  await page.goto('/journeys?q=Account%20opening');
  await page.getByRole('link', { name: 'Account opening', exact: true }).first().click();
  await seen(page.getByRole('heading', { name: 'How the journey feels, stage by stage' }));
  await page.getByRole('button', { name: 'Both states side by side' }).click();
  const sides = page.getByRole('grid');
  await eventually(async () => expect(await sides.count()).toBe(2));
  await seen(
    page
      .getByRole('region', { name: 'Current state' })
      .getByText('The address is typed twice; an interrupted form begins anew.'),
    page.getByRole('region', { name: 'Future state' }).getByText('Tax residency is still a word nobody knows.'),
  );

  await page.goto(page.url().replace(/\?.*/, ''));
  await page.setViewportSize(PHONE.viewport);
  await eventually(async () => expect(await page.getByRole('grid').getByRole('columnheader').count()).toBe(1));
  await page.getByLabel('Stage 1 of 5').selectOption({ label: 'Proving who I am' });
  await seen(page.getByRole('grid').getByText('Is it me or is it the app?'));
});
