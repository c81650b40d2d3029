import { gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Mailbox } from '../pages/mailbox.js';
import { Shell } from '../pages/shell.js';
import { SignInPage } from '../pages/sign-in.js';
import { NEW_PASSWORD, newMember } from '../stories/people.js';

const ADMINISTRATOR = 'admin@harbour-bank.example';

scenario(
  'an administrator invites somebody by a link shown once; whoever follows it joins this organisation alone',
  async (stage) => {
    const { page } = await stage.member(ADMINISTRATOR);
    await page.goto('/admin/people');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Create the invitation' }).click();
    await seen(panel.getByText('Enter a complete e-mail address.'), panel.getByText("Enter the person's name."));
    await panel.getByLabel('E-mail').fill('nora.quist@harbour-bank.example');
    await panel.getByLabel('Name').fill('Nora Quist');
    await panel.getByRole('radio', { name: /^Executive/ }).check();
    await panel.getByRole('button', { name: 'Create the invitation' }).click();
    await seen(panel.getByText('Shown only now: we keep no copy.', { exact: false }));
    const link = await panel.getByLabel('Invitation link').inputValue();
    await panel.getByRole('button', { name: 'Done' }).click();
    await says(page.getByRole('row').filter({ hasText: 'nora.quist' }), 'Invited');
    expect(await page.content()).not.toContain(link.split('#')[1]);

    const invited = await stage.stranger();
    await invited.page.goto(link);
    await seen(
      invited.page.getByRole('heading', { name: 'Join Harbour Bank', level: 1 }),
      invited.page.getByText(/invited as Executive, under nora.quist@harbour-bank.example/),
    );
    await invited.page.getByLabel('Name').fill('Nora Quist');
    await invited.page.getByLabel('New password', { exact: true }).fill('short');
    await invited.page.getByRole('button', { name: 'Accept the invitation' }).click();
    await seen(invited.page.getByText(/At least 10 characters/).first());
    await invited.page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await invited.page.getByRole('button', { name: 'Accept the invitation' }).click();
    await new Shell(invited.page).arrivedAt('Programme');
    await seen(invited.page.getByRole('banner').getByText('Harbour Bank'));
    await invited.page.goto('/assessments');
    await seen(invited.page.getByRole('link', { name: 'Experience maturity, spring 2026' }));
    await gone(invited.page.getByText('CX maturity baseline'));

    // The link has done its work.
    const late = await stage.stranger();
    await late.page.goto(link);
    await seen(late.page.getByRole('heading', { name: 'This invitation no longer holds' }));
  },
);

scenario('signing out ends the session for good', async (stage) => {
  const { page, context, name } = await newMember(stage, 'Leaves Early', 'CONTRIBUTOR');
  await page.goto('/assessments');
  await new Shell(page).arrivedAt('Assessments');
  const cookies = await context.cookies();
  await new Shell(page).signOut(name);
  await new SignInPage(page).shown();
  await page.goBack();
  await new SignInPage(page).shown();
  await context.addCookies(cookies);
  await page.goto('/assessments');
  await new SignInPage(page).shown();
});

scenario('who has forgotten the password sets a new one by a link in a mail, once', async (stage) => {
  const member = await newMember(stage, 'Forgets Passwords', 'TEAM_LEAD');
  const { page } = await stage.stranger();
  const door = await new SignInPage(page).open();
  await door.forgotten();
  // The page of the door has such a field too.
  await seen(page.getByRole('heading', { name: 'Reset your password' }));
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await seen(page.getByRole('heading', { name: 'Look in your mailbox' }));
  const letter = await new Mailbox(page).letterTo(member.email, 'Set a new password for Touchstone');

  await page.goto(letter.links[0] ?? '');
  await page.getByLabel('New password', { exact: true }).fill('another sentence altogether');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await seen(page.getByRole('heading', { name: 'The new password holds' }));
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await door.enter(member.email, NEW_PASSWORD);
  await says(door.refusal(), 'E-mail or password is not right');
  await door.enter(member.email, 'another sentence altogether');
  await new Shell(page).arrivedAt('Programme');

  // Sessions from before are over, and so is the link.
  await member.page.goto('/');
  await new SignInPage(member.page).shown();
  const { page: again } = await stage.stranger();
  await again.goto(letter.links[0] ?? '');
  await again.getByLabel('New password', { exact: true }).fill('a third sentence entirely');
  await again.getByRole('button', { name: 'Set the password' }).click();
  await seen(again.getByRole('alert'));
  await gone(again.getByRole('heading', { name: 'The new password holds' }));
});

scenario('the audit trail tells who did what, and proves that nothing was altered', async (stage) => {
  const administrator = await stage.member(ADMINISTRATOR);
  await newMember(stage, 'Audited Arrival', 'EXECUTIVE');
  const { page } = administrator;
  await page.goto('/admin/audit');
  const rows = page.getByRole('table', { name: 'Audit trail' }).getByRole('row');
  await says(rows.filter({ hasText: 'Ada Whitlock' }).filter({ hasText: 'Person invited' }).first(), 'Membership');
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await seen(page.getByText('The chain is intact'), page.getByText(/^[\d,]+ events checked on/));
  // Nothing in the trail names an address or an answer.
  const told = (await administrator.overheard.received()).filter(({ operation }) => operation.startsWith('Audit'));
  expect(told.length).toBeGreaterThan(0);
  // What a metric should reach is no answer, though another test may have set it to as small a number.
  const withoutTargets = (body: string) => body.replace(/"changes":\{"dueOn":[^{}]*\}/g, '');
  for (const { body } of told) expect(withoutTargets(body)).not.toMatch(/@harbour-bank|"value":\s*[1-5]\b/);
});

scenario('an access token is shown once, works within its scopes, and ends when it is revoked', async (stage) => {
  const { page } = await newMember(stage, 'Scripts Things', 'PROGRAMME_OFFICE');
  await page.goto('/admin/tokens');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New access token' });
  await dialog.getByLabel('Name').fill('Nightly export');
  await dialog.getByRole('button', { name: 'Create the token' }).click();
  const shown = dialog.locator('input[value^="tsp_"]');
  await shown.waitFor();
  const secret = await shown.inputValue();
  expect(secret.length).toBeGreaterThan(20);
  const asScript = async (query: string) => {
    const response = await fetch(`${stage.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query }),
    });
    return JSON.stringify(await response.json());
  };
  expect(await asScript('{ organization { name } }')).toContain('Harbour Bank');
  expect(await asScript('mutation { createTeam(name: "Not by this token", kind: OTHER) { id } }')).toContain(
    'FORBIDDEN',
  );

  await page.goto('/admin/tokens');
  const row = page.getByRole('row').filter({ hasText: 'Nightly export' });
  await row.getByRole('button', { name: /Revoke/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Revoke/ })
    .click();
  await says(row, 'Revoked');
  expect(await asScript('{ organization { name } }')).toContain('UNAUTHENTICATED');
});
