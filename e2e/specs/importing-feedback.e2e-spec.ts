import { eventually, gone, says, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { ImportFeedback } from '../pages/import-feedback.js';

const FILE = {
  name: 'tickets.csv',
  content: Buffer.from(
    'ticket,day,via,what they said\n' +
      'F-1,2026-03-01,Hotline,The ferry left before the gate was opened\n' +
      'F-2,2026-03-02,Hotline,码头没有遮雨棚，排队时全身湿透\n' +
      'F-2,2026-03-02,Hotline,码头没有遮雨棚，排队时全身湿透\n' +
      'F-3,2026-03-45,Hotline,Nobody told us about the delay\n',
  ),
};

scenario(
  'a file of what customers said comes into the inbox, is found there by its import, and is taken back',
  async (stage) => {
    const { page } = await stage.member('officer@harbour-bank.example');
    const work = await new ImportFeedback(page).open();
    await work.upload(FILE);
    await says(work.use('ticket').locator('option:checked'), 'Reference at its source (ticket, response)');
    await says(work.use('what they said').locator('option:checked'), 'What was said');
    await work.preview();
    await says(
      work.outlook(),
      /4 rows read.*1 row with problems.*2 new items.*1 row stands in the file a second time/s,
    );
    await says(
      page.getByRole('table', { name: 'Problems' }).getByRole('row').nth(1),
      /day.*2026-03-45.*This is not a date/s,
    );
    await work.outlook().getByRole('radio', { name: 'Accept the good rows' }).check();
    await work.start();
    expect(await work.outcome()).toMatch(/The feedback is in the inbox\..*Added 2 .*Twice in the file/);
    const run = page.url();

    await page.getByRole('link', { name: 'Show what waits in the inbox' }).click();
    await seen(page.getByText('2 items'));
    const list = page.getByRole('list', { name: 'Inbox' });
    await says(list.getByRole('listitem').first(), /码头没有遮雨棚/);
    await seen(page.getByRole('link', { name: 'tickets.csv' }));

    await page.goto(run);
    await page.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back 2' }).click();
    await eventually(async () => expect(await work.outcome()).toContain('Taken back'));
    await gone(page.getByRole('button', { name: 'Take back…' }));
  },
);
