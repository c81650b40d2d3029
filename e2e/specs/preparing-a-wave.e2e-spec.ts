import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { SAMPLE_PASSWORD } from '../browser/stage.js';
import { AssessmentForm } from '../pages/assessment-form.js';
import { ModelReader } from '../pages/model-reader.js';
import { Shell } from '../pages/shell.js';
import { SignInPage } from '../pages/sign-in.js';
import { InvitePage, WavePage } from '../pages/wave.js';

const FOUR_LINKS = ['Experience diagnosis', 'Experience monitoring', 'Process mechanisms', 'Method enablement'];

scenario('an officer signs in; a wrong password is refused and what was typed stays', async (stage) => {
  const { page } = await stage.stranger();
  await page.goto('/assessments?state=OPEN');
  const door = await new SignInPage(page).shown();
  await door.enter('officer@harbour-bank.example', 'not the password');
  await says(door.refusal(), 'E-mail or password is not right');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('officer@harbour-bank.example');

  await door.enter('officer@harbour-bank.example', SAMPLE_PASSWORD);
  // The address asked for first is where one ends up.
  await new Shell(page).arrivedAt('Assessments');
  expect(new URL(page.url()).search).toContain('state=OPEN');
  await seen(page.getByRole('link', { name: 'Experience maturity, autumn 2026' }));
});

scenario(
  'the model is read before it is used: links, levels, practices and what each level looks like',
  async (stage) => {
    const { page } = await stage.member('officer@harbour-bank.example');
    await page.goto('/');
    await new Shell(page).goTo('Maturity models');
    const reader = await new ModelReader(page).openFromLibrary('E.E.A.S.Y. experience maturity');
    expect(await reader.dimensions()).toEqual(FOUR_LINKS);
    for (const level of [1, 2, 3, 4, 5]) await seen(reader.level(level));

    const practice = await reader.practice('Indicator system');
    for (const level of [1, 2, 3, 4, 5]) await seen(practice.getByText(new RegExp(`Level ${level}|^${level}$`)));

    await reader.read('中文');
    await seen(
      page.getByRole('heading', { name: '体验诊断', level: 2 }),
      page.getByRole('heading', { name: '指标体系' }),
    );
  },
);

scenario(
  'a wave is prepared: errors first, then a draft, people invited, opened, links for every group',
  async (stage) => {
    const { page } = await stage.member('officer@harbour-bank.example');
    await page.goto('/models');
    await page.getByRole('link', { name: 'Assess with it' }).click();
    const form = await new AssessmentForm(page).opened();

    await form.deadline('2020-01-01T12:00');
    await form.period('2026-12-31', '2026-07-01');
    await form.createDraft();
    await says(page.getByRole('form', { name: 'Create the draft' }), /\d fields need attention/);
    expect(await form.complaintOf(form.field('Name'))).toContain('Please fill this in.');
    expect(await form.complaintOf(page.getByLabel('Deadline for answers'))).toContain('still to come');
    expect(await form.complaintOf(page.getByLabel('Period to'))).toContain('ends before it begins');
    await seen(page.getByText('At least one rater group is needed.'));
    await eventually(async () => {
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-path'));
      expect(focused).toBe('name');
    });

    await form.name('Digital service, winter 2026');
    await form.purpose('We ask where digital service stands so that next year’s plan begins there.');
    await form.scope(/Digital/);
    await form.period('2026-07-01', '2026-12-31');
    const inAMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 16);
    await form.deadline(inAMonth);
    await form.promise('Confidential');
    await form.addGroup({ kind: 'Executives', expected: 6 });
    await form.addGroup({ kind: 'Front line', name: 'Contact centre', expected: 3 });
    await seen(page.getByText(/With 3 people this group can never show numbers/));
    await form.createDraft();

    const wave = await new WavePage(page).shown('Digital service, winter 2026');
    await seen(
      page.getByText('Being prepared. Nobody can answer yet'),
      page.getByText('The links appear when the wave is open.'),
    );

    await wave.tab('Invitations');
    await page.getByRole('link', { name: 'Invite people' }).first().click();
    const inviting = await new InvitePage(page).opened();
    await inviting.list(
      'Ines Falk, ines.falk@harbour-bank.example, Executives',
      'Ravi Menon, , Contact centre',
      'Nobody Known, not an address, Executives',
    );
    await seen(page.getByText('2 people can be invited'), page.getByText('1 line needs attention'));
    await inviting.sendByMail(false);
    await inviting.invite();
    const links = await inviting.issued();
    expect([...links.keys()].sort()).toEqual(['Ines Falk', 'Ravi Menon']);
    for (const link of links.values()) expect(link).toMatch(new RegExp(`^${stage.url}/r#.{40,}$`));

    await inviting.done();
    const warning = page.getByRole('dialog');
    await says(warning, 'The links cannot be shown again');
    await warning.getByRole('button', { name: 'Cancel' }).click();
    const file = await inviting.downloadLinks();
    for (const link of links.values()) expect(file).toContain(link);
    await inviting.done();
    await seen(wave.invitation('Ines Falk'));
    await page.goBack();
    await page.goForward();
    await seen(wave.invitation('Ines Falk'));
    for (const link of links.values()) expect(await page.content()).not.toContain(link);

    await wave.tab('Responses');
    await wave.take('Open the wave', /You cannot go back to a draft/);
    await seen(page.getByText('Respondents can answer. What they were promised is fixed.'));
    const groupLinks = [await wave.linkOf('Executives'), await wave.linkOf('Contact centre')];
    expect(new Set([...groupLinks, ...links.values()]).size).toBe(4);
    await gone(page.getByText('The links appear when the wave is open.'));
  },
);
