// Takes the pictures of the documentation anew: starts the built application with the sample programme in a directory
// of its own, looks at it as its users do, and stops it again. Run it after `npm run build`: node scripts/screenshots.mjs
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { freePort, startApplication, stopApplication } from '../e2e/setup/application.mjs';
import { findBrowsers } from '../e2e/setup/browsers.mjs';

const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url));
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const HOUR = 3600 * 1000;
/** An initiative whose promise the data keeps. */
const PROVEN = 'Read the chip of the passport';

async function lookAt(browser, url, size) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...size,
  });
  return { context, page: await context.newPage() };
}

async function ask(context, query) {
  const response = await context.request.post('/graphql', { headers: { 'x-touchstone-csrf': '1' }, data: { query } });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

async function keep(page, name) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .r-skeleton'));
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  console.log(`${path}: ${Math.round(statSync(path).size / 1000)} kB`);
}

async function takePictures(browser, url) {
  const { context, page } = await lookAt(browser, url, DESK);
  await ask(
    context,
    'mutation { signIn(email: "officer@harbour-bank.example", password: "touchstone sample") { userId } }',
  );
  await numbersIn(context);
  const { assessments } = await ask(context, '{ assessments { edges { node { id state } } } }');
  const idOf = (state) => assessments.edges.find(({ node }) => node.state === state).node.id;
  const { results } = await ask(context, `{ results(assessmentId: "${idOf('PUBLISHED')}") { computedAt } }`);
  // Pages show how long ago something was: every run looks three hours after the results were computed.
  await page.clock.setFixedTime(new Date(results.computedAt).getTime() + 3 * HOUR);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Where the programme stands' }).waitFor();
  await keep(page, 'home');
  await page.goto(`/assessments/${idOf('PUBLISHED')}/results?view=profile`);
  await page.getByRole('img', { name: /^Maturity profile/ }).waitFor();
  await keep(page, 'results');

  await monitoring(context, page);
  await fromPainToFix(context, page);

  const { assessment } = await ask(context, `{ assessment(id: "${idOf('OPEN')}") { raterGroups { kind link } } }`);
  const phone = await lookAt(browser, url, PHONE);
  await phone.page.goto(assessment.raterGroups.find(({ kind }) => kind === 'FRONT_LINE').link);
  await phone.page.getByRole('button', { name: 'Begin' }).click();
  await phone.page.getByRole('radio').nth(2).check({ force: true });
  await phone.page.evaluate(() => document.documentElement.scrollTo(0, 0));
  await keep(phone.page, 'respond');
}

/** A journey with its numbers, a metric with what happened to it, and an alert. */
async function monitoring(context, page) {
  const { journeys } = await ask(context, '{ journeys(state: CURRENT) { edges { node { id name } } } }');
  const { metrics } = await ask(context, '{ metrics(search: "opening_minutes") { edges { node { id } } } }');
  const metricId = metrics.edges[0].node.id;
  await page.clock.setFixedTime(Date.now());
  const opening = journeys.edges.find(({ node }) => node.name === 'Account opening').node.id;
  await page.goto(`/journeys/${opening}`);
  await page.getByRole('grid', { name: 'Account opening' }).waitFor();
  await keep(page, 'journey');
  const today = new Date().toISOString().slice(0, 10);
  const from = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  await page.goto(`/metrics/${metricId}?grain=MONTH&from=${from}`);
  await page.getByRole('img', { name: /over time$/ }).waitFor();
  await keep(page, 'metric');
  const { alerts } = await ask(context, '{ alerts(rule: TARGET_BREACH) { edges { node { id } } } }');
  await page.goto(`/monitoring/alerts/${alerts.edges[0].node.id}`);
  await page.getByRole('img').first().waitFor();
  await keep(page, 'alert');
}

/** The thread that the tour of the README follows: from a pain point to what came of it. */
async function fromPainToFix(context, page) {
  await verdictsIn(context);
  const { painPoints } = await ask(context, '{ painPoints(search: "because of the light") { edges { node { id } } } }');
  await page.goto(`/pain-points/${painPoints.edges[0].node.id}`);
  await page.getByRole('heading', { name: 'How much it weighs' }).waitFor();
  await keep(page, 'pain-point');
  const { rankingRounds } = await ask(context, '{ rankingRounds { edges { node { id state } } } }');
  await page.goto(`/ranking/${rankingRounds.edges.find(({ node }) => node.state === 'AGREED').node.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await keep(page, 'ranking');
  const { initiatives } = await ask(context, `{ initiatives(search: "${PROVEN}") { edges { node { id } } } }`);
  const initiative = initiatives.edges[0].node.id;
  await page.goto(`/initiatives/${initiative}`);
  const verdict = page.getByRole('img', { name: /before and after the launch$/ });
  await verdict.waitFor();
  await verdict.scrollIntoViewIfNeeded();
  await keep(page, 'verdict');
  // Read a moment ago, as whoever looks at the page would say.
  await page.clock.setFixedTime(Date.now() + 5000);
  await page.goto('/portfolio');
  await page.getByRole('heading', { name: 'Verdicts, honestly counted' }).waitFor();
  await keep(page, 'portfolio');
  await page.goto(`/trace/initiative/${initiative}`);
  await page.getByRole('group', { name: /from left to right/ }).waitFor();
  await keep(page, 'trace');
}

/** What was promised is judged by jobs, after the numbers have come in. */
async function verdictsIn(context) {
  for (let tries = 0; tries < 60; tries += 1) {
    const { portfolio } = await ask(context, '{ portfolio { verdicts { outcomes { outcome count } } } }');
    const { outcomes } = portfolio.verdicts;
    if (
      outcomes.find(({ outcome }) => outcome === 'PROVEN').count > 0 &&
      outcomes.find(({ outcome }) => outcome === 'OVERDUE').count === 0
    )
      return;
    await pause(3000);
  }
  throw new Error('The verdicts of the sample did not come in.');
}

/** Two years of days come in one after another: waits until the last is computed and the last alert is open. */
async function numbersIn(context) {
  const { metrics } = await ask(context, '{ metrics(search: "opening_minutes") { edges { node { id } } } }');
  const metricId = metrics.edges[0].node.id;
  const to = new Date().toISOString();
  const from = new Date(Date.now() - 30 * 24 * HOUR).toISOString();
  let before = -1;
  for (let tries = 0; tries < 100; tries += 1) {
    const { metricSeries, alerts } = await ask(
      context,
      `{ metricSeries(metricId: "${metricId}", grain: DAY, from: "${from}", to: "${to}") { pending } alerts { totalCount } }`,
    );
    if (!metricSeries.pending && alerts.totalCount > 0 && alerts.totalCount === before) return;
    before = alerts.totalCount;
    await pause(3000);
  }
  throw new Error('The numbers of the sample did not come in.');
}

const directory = mkdtempSync(join(tmpdir(), 'touchstone-pictures-'));
// The embedded database of root runs as another user, who must be able to pass through.
chmodSync(directory, 0o755);
const port = await freePort();
const pid = await startApplication({ directory, port });
try {
  const [found] = findBrowsers();
  if (!found) throw new Error('No browser was found; name one with CHROMIUM_PATH.');
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...found.environment },
  });
  await takePictures(browser, `http://localhost:${port}`).finally(() => browser.close());
} finally {
  await stopApplication(pid);
  rmSync(directory, { recursive: true, force: true });
}
