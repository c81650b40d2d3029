import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';
import { alertFor, teamOf } from '../stories/alert.js';

const OFFICER = 'officer@harbour-bank.example';
const LEAD = 'lead@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';

scenario(
  'a lead hears of an alert while the page is open, finds it first in their work, and deals with it',
  async (stage) => {
    const officer = await stage.member(OFFICER);
    const lead = await stage.member(LEAD);
    const { page } = lead;
    const { teamId, touchpointId, touchpointName } = await teamOf(lead);
    await page.goto('/');
    const bell = page.getByRole('banner').getByRole('link', { name: /^Alerts: / });
    await seen(bell);
    const before = await bell.getAttribute('aria-label');
    await alertFor(officer, 'Wait at the desk', teamId, touchpointId);
    // Told over the open connection: nothing was loaded anew.
    await eventually(async () => expect(await bell.getAttribute('aria-label')).not.toBe(before));

    await page.getByRole('link', { name: 'Go to my work' }).click();
    await new Shell(page).arrivedAt('My work');
    await seen(page.getByText('42 min (n = 1) is beyond the threshold of 30 min.').first());
    await says(page.getByRole('group', { name: `Metrics of ${touchpointName}` }), /Wait at the desk 1 alert/);

    await page.getByRole('link', { name: 'Wait at the desk' }).first().click();
    await new Shell(page).arrivedAt('Wait at the desk');
    await seen(page.getByText('Critical').first(), page.getByText('Opened').first());
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await seen(page.getByText('Acknowledged: Wait at the desk'));

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Snooze' }).click();
    const panel = page.getByRole('dialog').first();
    await panel.getByLabel('Snoozed until').fill('2020-01-01T09:00');
    await panel.getByRole('button', { name: 'Snooze' }).click();
    await seen(panel.getByText('Choose a moment to come.'));
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await gone(panel);

    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await panel.getByRole('radio', { name: /^Pain point/ }).check();
    await panel.getByRole('button', { name: 'Close', exact: true }).last().click();
    await seen(panel.getByText('Say what customers run into.', { exact: true }));
    await panel.getByLabel('What customers run into').fill('Nobody says how long it will take.');
    await panel.getByRole('button', { name: 'Close', exact: true }).last().click();
    await gone(panel);
    await seen(
      page.getByText('Handed on as pain points'),
      page.getByText('Nobody says how long it will take.'),
      page.getByText('Closed: Pain point'),
    );
  },
);

scenario('an officer goes through alerts by keyboard and sets when they go up; an executive reads', async (stage) => {
  const officer = await stage.member(OFFICER);
  const { teamId } = await teamOf(await stage.member(LEAD));
  const id = await alertFor(officer, 'Queue on the phone', teamId);
  await alertFor(officer, 'Queue in the chat', teamId);
  const { page } = officer;
  await page.goto('/monitoring/alerts?q=Queue');
  const links = page.getByRole('table', { name: 'Alerts' }).getByRole('link');
  await seen(links.nth(1));
  await links.first().focus();
  await page.keyboard.press('j');
  expect(await links.nth(1).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('a');
  await seen(page.getByText('Acknowledged: Queue on the phone'));
  await eventually(async () => expect(await page.getByRole('button', { name: /^Acknowledge: / }).count()).toBe(1));

  await page.getByRole('button', { name: 'Mail and escalation' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Hours until the executives').fill('12');
  await panel.getByRole('button', { name: 'Save hours' }).click();
  await seen(panel.getByText('The executives come after the programme office.'));
  await panel.getByLabel('Hours until the executives').fill('200');
  await panel.getByRole('button', { name: 'Save hours' }).click();
  await seen(page.getByText('Saved.'));

  const reader = await stage.member(EXECUTIVE);
  await reader.page.goto(`/monitoring/alerts/${id}`);
  await new Shell(reader.page).arrivedAt('Queue on the phone');
  expect(await reader.page.getByRole('button', { name: 'Close', exact: true }).count()).toBe(0);
});
