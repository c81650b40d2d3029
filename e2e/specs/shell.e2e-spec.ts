import { eventually, gone, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { CommandPalette } from '../pages/command-palette.js';
import { Shell } from '../pages/shell.js';
import { newMember } from '../stories/people.js';

scenario('the command palette leads to pages and objects by keyboard alone', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/');
  const shell = await new Shell(page).arrivedAt('Programme');
  const palette = await new CommandPalette(page).open();
  await palette.type('units');
  await seen(palette.choice('Units and teams'));
  await palette.take();
  await shell.arrivedAt('Units and teams');
  await gone(palette.box());

  await palette.open();
  await palette.type('autumn 2026');
  await seen(palette.choice('Experience maturity, autumn 2026'));
  await palette.takeFirst();
  await shell.arrivedAt('Experience maturity, autumn 2026');

  await palette.open();
  await palette.type('nothing is called this');
  await seen(palette.box().getByText('Nothing by that name'));
  await page.keyboard.press('Escape');
  await gone(palette.box());
});

scenario('language and theme are kept: the language with the person, the theme with the browser', async (stage) => {
  const { page, email, context } = await newMember(stage, 'Speaks Two', 'TEAM_LEAD');
  await page.goto('/assessments');
  const shell = await new Shell(page).arrivedAt('Assessments');
  const dressed = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  await shell.dress('Dark');
  expect(await dressed()).toBe('dark');
  const saved = page.waitForResponse((response) => response.request().postData()?.includes('updateProfile') ?? false);
  await shell.speak('简体中文');
  await shell.arrivedAt('评估');
  await saved;
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  await page.reload();
  await shell.arrivedAt('评估');
  expect(await dressed()).toBe('dark');

  // On another device the language has come along, the theme is that device's own.
  const elsewhere = await stage.stranger({ storageState: { cookies: await context.cookies(), origins: [] } });
  await elsewhere.page.goto('/assessments');
  await new Shell(elsewhere.page).arrivedAt('评估');
  expect(await elsewhere.page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('light');
  expect(email).toContain('@');
});

scenario('an address that leads nowhere says so, inside and outside', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/no/such/page');
  await seen(page.getByRole('heading', { name: 'Not found', level: 1 }));
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await new Shell(page).arrivedAt('Programme');
  await page.goto('/assessments/01a1ffb4-0000-7000-8000-000000000000');
  await seen(page.getByText('This does not exist, or you may not see it.'));
  await page.goto('/assessments/not-an-id/results');
  await seen(page.getByRole('main').getByRole('heading').or(page.getByRole('alert')));
});

scenario('the page remembers where one was: filters live in the address, back works', async (stage) => {
  const { page } = await stage.member('officer@harbour-bank.example');
  await page.goto('/assessments');
  await page.getByRole('searchbox').fill('spring');
  await eventually(() => expect(new URL(page.url()).searchParams.get('q')).toBe('spring'));
  await gone(page.getByRole('link', { name: 'Experience maturity, autumn 2026' }));
  await page.getByRole('link', { name: 'Experience maturity, spring 2026' }).click();
  await new Shell(page).arrivedAt('Experience maturity, spring 2026');
  await page.goBack();
  await new Shell(page).arrivedAt('Assessments');
  expect(await page.getByRole('searchbox').inputValue()).toBe('spring');
});

scenario('on a phone the navigation is a drawer that gives way to the page', async (stage) => {
  const { page } = await stage.member('executive@harbour-bank.example', { viewport: { width: 390, height: 844 } });
  await page.goto('/');
  const shell = await new Shell(page).arrivedAt('Programme');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await shell.goTo('Assessments');
  await shell.arrivedAt('Assessments');
  await seen(page.getByRole('button', { name: 'Open navigation' }));
});
