import { says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';

const OFFICER = 'officer@harbour-bank.example';

scenario(
  'an officer follows a pain point’s thread by keyboard and as a list, and mends where it breaks',
  async (stage) => {
    const { page, api } = await stage.member(OFFICER);
    const { createTouchpoint } = await api.ask<{ createTouchpoint: { id: string } }>(
      'mutation { createTouchpoint(input: { name: "Night desk", channel: PHONE, existence: EXISTING }) { id } }',
    );
    await api.ask(
      `mutation ($id: ID!) { createPainPoint(input: { title: "Nobody is there at night", touchpointIds: [$id] }) { id } }`,
      { id: createTouchpoint.id },
    );

    await page.goto('/');
    await new Shell(page).goTo('Trace');
    await page.getByRole('searchbox', { name: /^Name or number/ }).fill('there at night');
    await page.getByRole('link', { name: /Nobody is there at night/ }).click();
    await seen(page.getByRole('heading', { name: /^Trace: P-\d+ Nobody is there at night/ }));
    const graph = page.getByRole('group', { name: /from left to right/ });
    await graph.getByRole('button', { name: /Nobody is there at night/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await says(page.getByRole('region', { name: 'Chosen object' }), 'Night desk');
    await page.getByText('List', { exact: true }).click();
    await says(page.getByRole('region', { name: 'What it is for, and where it comes from' }), 'Night desk');
    await says(page.getByRole('region', { name: 'What came of it' }), 'Nothing has come of it yet.');

    await new Shell(page).goTo('Broken threads');
    const row = page.getByRole('row', { name: /Nobody is there at night/ });
    await row.getByRole('link', { name: /^Start an opportunity: / }).click();
    await seen(page.getByRole('dialog').getByText(/Nobody is there at night/));
  },
);
