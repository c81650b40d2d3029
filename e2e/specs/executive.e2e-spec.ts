import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { PHONE } from '../browser/stage.js';
import { Shell } from '../pages/shell.js';

const OFFICER = 'officer@harbour-bank.example';
const EXECUTIVE = 'executive@harbour-bank.example';

scenario('an executive goes from the start page to every objective on one page, and takes it along', async (stage) => {
  const { page } = await stage.member(EXECUTIVE);
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Objective status' }).click();
  await new Shell(page).arrivedAt('Objective status');
  const goal = page.getByRole('region', { name: 'Become the main bank of every second new customer' });
  await seen(goal.getByRole('table'));
  await says(goal, 'An account is ready to use before the first coffee is cold');
  await says(goal, 'in words only');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('objective-status.csv');

  // Paper is white whatever the screen.
  await page.emulateMedia({ colorScheme: 'dark' });
  const scheme = () => document.documentElement.getAttribute('data-mantine-color-scheme');
  await eventually(async () => expect(await page.evaluate(scheme)).toBe('dark'));
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      document.body.dataset.printed = document.documentElement.getAttribute('data-mantine-color-scheme') ?? '';
    });
  });

  // Across, whatever the window was; the sample's two dozen metrics take two sheets of A4 that can be read, and a third
  // where other scenarios have added theirs.
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([2, 3]).toContain(sheet.match(/\/Type\s*\/Page\b(?!s)/g)?.length);
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(sheet) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
  expect(await page.evaluate(() => document.body.dataset.printed)).toBe('light');
  expect(await page.evaluate(scheme)).toBe('dark');
});

scenario(
  'an executive sees on one page what was proven, goes to what stands behind it, and takes it along',
  async (stage) => {
    const { page } = await stage.member(EXECUTIVE);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Portfolio' }).click();
    const shell = new Shell(page);
    await shell.arrivedAt('Portfolio');
    const verdicts = page.getByRole('region', { name: 'Verdicts, honestly counted' });
    await says(verdicts, 'launched are proven');
    await says(verdicts, 'I-1 A welcome call that brings the salary');
    await says(verdicts, 'I-2 One case for both lines');
    await says(page.getByRole('region', { name: 'Waits for you' }), 'May advisers offer loyal customers the rate');
    await says(page.getByRole('region', { name: 'Benefits: forecast and actual' }), 'gain faded since');
    await says(page.getByRole('region', { name: 'Value and effort' }), /(is|are) not placed/);

    // On paper a board gets no more than a handful of sheets.
    const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(sheet.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(6);

    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Workbook (XLSX)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^portfolio-.*\.xlsx$/);

    // A bubble is a link like any other: it is found with Tab and opened with Enter.
    await page.getByRole('table', { name: 'Value and effort' }).getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('button', { name: 'Take away: value 5' }));
    await page.goBack();
    await verdicts.getByRole('link', { name: '1 Worse' }).click();
    await shell.arrivedAt('Initiatives');
    await seen(page.getByRole('link', { name: /A second reader for every loan file/ }));
    await page.getByRole('button', { name: 'Take away: worse' }).click();
    await eventually(() => expect(new URL(page.url()).searchParams.has('outcome')).toBe(false));
  },
);

scenario(
  'the ecosystem shows where journeys lead, opens a cell to its touchpoints and these to their scorecards',
  async (stage) => {
    const { page } = await stage.member(EXECUTIVE);
    await page.goto('/');
    await new Shell(page).goTo('Ecosystem');
    const map = page.getByRole('table', { name: /products by stage of the customer/ });
    await seen(
      map.getByRole('rowheader', { name: /^Current account/ }),
      map.getByRole('columnheader', { name: 'Purchase' }),
    );
    await page.getByLabel('What is shown').selectOption({ label: 'NPS' });
    await eventually(() => expect(new URL(page.url()).searchParams.get('measure')).toBe('NPS'));
    await map.getByRole('button').first().click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await seen(
      page.getByRole('heading', { name: /^Scorecard of / }),
      page.getByRole('heading', { name: 'Where it stands in journeys' }),
    );

    await page.goto('/ecosystem');
    await page.setViewportSize(PHONE.viewport);
    await seen(map.getByRole('rowheader', { name: /^Current account/ }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  },
);

scenario(
  'the health of a journey stands in the atlas, says why it is withheld, and leads to its touchpoints',
  async (stage) => {
    const { page } = await stage.member(EXECUTIVE);
    await page.goto('/journeys?q=Account%20opening&state=CURRENT');
    const row = page.getByRole('row', { name: /^Account opening/ }).first();
    await row.getByRole('link', { name: /of 100|too little known/ }).click();
    await seen(
      page.getByRole('heading', { name: 'Health of Account opening' }),
      page.getByRole('table', { name: 'Stage by stage' }),
    );
    await page.getByRole('link', { name: 'The journey map' }).click();
    await new Shell(page).arrivedAt('Account opening');
    await seen(page.getByRole('link', { name: 'Health', exact: true }));
  },
);

scenario('the office names a product, weighs it, puts it away and brings it back', async (stage) => {
  const { page } = await stage.member(OFFICER);
  const name = `Travel card ${Date.now()}`;
  await page.goto('/products');
  await page.getByRole('button', { name: 'New product' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Add the product' }).click();
  await seen(panel.getByText('Enter a name.'));
  await panel.getByLabel('Product', { exact: true }).fill(name);
  await panel.getByLabel('Volume a year').fill('12500');
  await panel.getByRole('button', { name: 'Add the product' }).click();
  await gone(panel);
  await seen(page.getByRole('row', { name: new RegExp(`${name}.*12,500`) }));

  await page.getByRole('link', { name }).click();
  await panel.getByRole('button', { name: 'Archive' }).click();
  await page
    .getByRole('dialog', { name: /^Archive/ })
    .getByRole('button', { name: 'Archive' })
    .click();
  await gone(page.getByRole('link', { name }));
  await page.getByLabel('Show archived').check();
  await page.getByRole('link', { name }).click();
  await panel.getByRole('button', { name: 'Restore' }).click();
  await gone(panel);
  await page.getByLabel('Show archived').uncheck();
  await seen(page.getByRole('link', { name }));
});

scenario('scorecards add up from teams to units, for every role', async (stage) => {
  const { page } = await stage.member(EXECUTIVE);
  await page.goto('/');
  await new Shell(page).goTo('Scorecards');
  const table = page.getByRole('table', { name: 'By unit and team' });
  await seen(
    table.getByRole('rowheader', { name: 'Branch Service' }),
    table.getByRole('rowheader', { name: 'Retail Banking' }),
  );
  await table.getByRole('link', { name: 'Branch Service' }).click();
  await new Shell(page).arrivedAt('Touchpoints');
  expect(new URL(page.url()).searchParams.get('team')).toBeTruthy();
});
