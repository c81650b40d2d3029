import type { Page } from 'playwright-core';
import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import type { Visitor } from '../browser/stage.js';
import { Shell } from '../pages/shell.js';

/** A team and touchpoints that no other scenario plays with. */
async function prepared(officer: Visitor, team: string, touchpoints: readonly string[]): Promise<void> {
  const { createTeam } = await officer.api.ask<{ createTeam: { id: string } }>(
    'mutation ($name: String!) { createTeam(name: $name, kind: SERVICE) { id } }',
    { name: team },
  );
  for (const name of touchpoints) {
    const { createTouchpoint } = await officer.api.ask<{ createTouchpoint: { id: string } }>(
      'mutation ($input: TouchpointInput!) { createTouchpoint(input: $input) { id } }',
      { input: { name, existence: 'EXISTING', channel: 'PHONE' } },
    );
    await officer.api.ask(
      'mutation ($id: ID!, $input: OwnershipInput!) { assignOwnership(touchpointId: $id, input: $input) { id } }',
      {
        id: createTouchpoint.id,
        input: { teamId: createTeam.id, responsibility: 'ACCOUNTABLE', validFrom: '2024-01-01' },
      },
    );
  }
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option }).click();
}

scenario('a touchpoint is entered, gets a team, and a second accountable team is refused by name', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/');
  await new Shell(page).goTo('Touchpoints');
  await page.getByRole('link', { name: 'New touchpoint' }).click();
  await page.getByRole('button', { name: 'Create the touchpoint' }).click();
  await seen(page.getByText('Enter a name.'));
  await page.getByLabel('Name').fill('Safe-deposit box');
  await page.getByRole('radiogroup', { name: 'Don’t make me wait' }).getByText('Broken').click();
  await page.getByRole('button', { name: 'Create the touchpoint' }).click();

  // An owner is what it needs next.
  const dialog = page.getByRole('dialog', { name: 'Assign a team to Safe-deposit box' });
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await seen(dialog.getByText('Choose a team.'));
  await choose(page, 'Team', 'Branch Service · Branches');
  await dialog.getByLabel('From').fill('2026-01-01');
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await gone(dialog);
  const periods = page.getByRole('table', { name: 'Every period' });
  await seen(periods.getByRole('rowheader', { name: 'Branch Service' }));

  await page.getByRole('button', { name: 'Assign a team' }).click();
  await choose(page, 'Team', 'Contact Centre · Operations');
  await dialog.getByLabel('From').fill('2026-06-01');
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await says(dialog, 'Branch Service has this part from 2026-01-01 on.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await gone(dialog);

  // Before it had an owner, nobody answered for it.
  await page.getByLabel('Owners on', { exact: true }).fill('2025-12-31');
  await seen(page.getByText('Nobody', { exact: true }));
  await eventually(async () => expect(new URL(page.url()).searchParams.get('on')).toBe('2025-12-31'));
});

scenario('a re-organisation is looked at, narrowed and done; yesterday keeps yesterday’s owner', async (stage) => {
  const officer = await stage.member('officer@harbour-bank.example');
  const { page } = officer;
  await prepared(officer, 'Telephone Desk', ['Desk: opening hours', 'Desk: callback', 'Desk: lost card']);
  await page.goto('/');
  await new Shell(page).goTo('Accountability');
  await page.getByRole('button', { name: 'Re-organise' }).click();
  const dialog = page.getByRole('dialog', { name: 'Re-organisation' });
  await choose(page, 'Team that hands over', 'Telephone Desk');
  await choose(page, 'Team that takes over', 'Contact Centre · Operations');
  await dialog.getByLabel('From this day on').fill('2026-05-01');
  await says(dialog, 'Telephone Desk hands 3 touchpoints over to Contact Centre: 3 periods end.');
  await seen(dialog.getByText('In the past', { exact: true }));
  await dialog.getByRole('checkbox', { name: 'Desk: callback' }).uncheck();
  await says(dialog, 'hands 2 touchpoints over');
  await dialog.getByRole('button', { name: 'Hand over 2 touchpoints' }).click();
  await gone(dialog);

  const matrix = page.getByRole('table', { name: 'Accountability matrix' });
  const row = (touchpoint: string) => matrix.getByRole('row', { name: touchpoint });
  await page.getByRole('searchbox', { name: 'Find a touchpoint' }).fill('Desk:');
  await says(row('Desk: lost card'), 'Contact Centre');
  await says(row('Desk: callback'), 'Telephone Desk');
  await page.getByLabel('Day', { exact: true }).fill('2026-04-30');
  await says(row('Desk: lost card'), 'Telephone Desk');
});

scenario('a finding leads to where it is mended', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/accountability');
  await page.getByRole('button', { name: /^Several teams responsible/ }).click();
  await page.getByRole('link', { name: 'First answer to a complaint' }).first().click();
  await seen(page.getByRole('heading', { name: 'First answer to a complaint', level: 1 }));
  await page.getByRole('button', { name: /^Set end: Contact Centre, Responsible/ }).click();
  const dialog = page.getByRole('dialog', { name: 'End of Contact Centre’s part' });
  await dialog.getByLabel('Until (excluded)').fill('2023-01-01');
  await dialog.getByRole('button', { name: 'Set the end' }).click();
  await seen(dialog.getByText('It must end on a later day than it begins.'));
  await dialog.getByLabel('Until (excluded)').fill('2026-07-01');
  await dialog.getByRole('button', { name: 'Set the end' }).click();
  await gone(dialog);
  await seen(page.getByRole('cell', { name: '1 Jul 2026' }).or(page.getByRole('cell', { name: 'Jul 1, 2026' })));
});

scenario('a team lead changes what the own team answers for and nothing else', async (stage) => {
  const { page } = await stage.member('lead@harbour-bank.example');
  await page.goto('/touchpoints?q=Pay with the phone');
  await page.getByRole('link', { name: 'Pay with the phone' }).click();
  await seen(page.getByRole('link', { name: 'Edit' }));
  await gone(page.getByRole('button', { name: 'Assign a team' }), page.getByRole('button', { name: 'Archive' }));
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Description').fill('Hold it to the till; no limit up to fifty pounds.');
  await page.getByRole('button', { name: 'Save' }).click();
  await seen(page.getByText('Hold it to the till; no limit up to fifty pounds.'));

  await page.goto('/touchpoints?q=Cash machine');
  await page.getByRole('link', { name: 'Cash machine' }).click();
  await seen(page.getByRole('heading', { name: 'Cash machine', level: 1 }));
  await gone(page.getByRole('link', { name: 'Edit' }));
});
