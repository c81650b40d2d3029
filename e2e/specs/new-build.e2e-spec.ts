import { eventually, seen } from '../browser/eventually.js';
import { scenario } from '../browser/scenario.js';
import { Shell } from '../pages/shell.js';

const GONE = { status: 404, contentType: 'text/plain', body: 'gone' };

scenario(
  'a page that was open before a new version was built recovers by itself, and does not reload for ever',
  async (stage) => {
    const officer = await stage.member('officer@harbour-bank.example');
    const { page } = officer;
    const shell = new Shell(page);
    let documents = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) documents += 1;
    });
    await page.goto('/');
    await shell.arrivedAt(/./);

    // The piece has another name in the new version; asked for anew, the page names that one.
    let asked = 0;
    await page.route(/\/assets\/GoalsPage-.*\.js/, async (route) => {
      asked += 1;
      if (documents === 1) await route.fulfill(GONE);
      else await route.continue();
    });
    await shell.goTo('Goals');
    await shell.arrivedAt('Goals');
    expect(asked).toBeGreaterThan(1);
    expect(documents).toBe(2);

    // Another one is missing for good: said as an error, after no more than the one reload that this minute has seen.
    await page.route(/\/assets\/JobsPage-.*\.js/, (route) => route.fulfill(GONE));
    await page.goto('/admin/jobs');
    await seen(page.getByRole('alert'));
    const before = documents;
    await page.waitForTimeout(1500);
    await eventually(async () => expect(documents).toBe(before));
    officer.overheard.errors.length = 0;
  },
);
