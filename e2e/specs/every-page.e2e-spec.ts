import type { Page } from 'playwright-core';
import { barriers } from '../browser/accessibility.js';
import { slips } from '../browser/language.js';
import { scenario } from '../browser/scenario.js';
import { settled } from '../browser/settled.js';
import { PHONE, type Visitor } from '../browser/stage.js';
import { Questionnaire } from '../pages/questionnaire.js';
import {
  type Language,
  PAGES_OF_AN_ADMINISTRATOR,
  PAGES_OUTSIDE,
  pagesOfAnOfficer,
  reads,
  speaker,
} from '../stories/all-pages.js';
import { PreparedWave } from '../stories/wave.js';

const PARTS = 4;

/** The page as it stands: barriers, and words of the wrong language. */
async function faultsOf(visitor: Visitor, language: Language): Promise<string[]> {
  await settled(visitor);
  const { page, overheard } = visitor;
  return [...(await barriers(page)), ...(await slips(page, overheard, language))];
}

/** As a link inside the application would: the document stays, which is quicker than loading it anew. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((next) => {
    history.pushState({}, '', next);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);
}

async function visitAll(visitor: Visitor, addresses: readonly string[], language: Language): Promise<void> {
  const found: Record<string, string[]> = {};
  await visitor.page.goto(addresses[0] ?? '/');
  await settled(visitor);
  const worn = await visitor.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(worn).toBe(reads(language).colorScheme);
  for (const address of addresses) {
    await follow(visitor.page, address);
    const faults = await faultsOf(visitor, language);
    if (faults.length > 0) found[address] = faults;
  }
  expect(found).toEqual({});
}

describe.each(['en', 'zh-CN'] as const)('in %s, every page speaks it alone and shuts nobody out:', (language) => {
  // In parts, so that a page that hangs does not keep all others from being looked at.
  for (let part = 0; part < PARTS; part += 1)
    scenario(
      `the pages of an officer, part ${part + 1} of ${PARTS} (${language})`,
      async (stage) => {
        const officer = await speaker(stage, 'PROGRAMME_OFFICE', language, `at desk ${part + 1}`);
        const pages = await pagesOfAnOfficer(officer);
        const size = Math.ceil(pages.length / PARTS);
        await visitAll(officer, pages.slice(part * size, (part + 1) * size), language);
      },
      300_000,
    );

  scenario(
    `a model file that is refused (${language})`,
    async (stage) => {
      const officer = await speaker(stage, 'PROGRAMME_OFFICE', language, 'with a file');
      const { page } = officer;
      await page.goto('/models/import');
      await page.getByRole('textbox').fill('format: touchstone/maturity-model@1\nid: Not An Id\nlocales: en\n');
      await page.getByRole('main').getByRole('button').last().click();
      await page.getByRole('main').getByRole('table').waitFor();
      expect(await faultsOf(officer, language)).toEqual([]);
    },
    120_000,
  );

  scenario(
    `the pages of an administrator (${language})`,
    async (stage) => {
      await visitAll(await speaker(stage, 'ADMINISTRATOR', language, 'at a desk'), PAGES_OF_AN_ADMINISTRATOR, language);
    },
    120_000,
  );

  scenario(
    `the pages before a session (${language})`,
    async (stage) => {
      await visitAll(await stage.stranger(reads(language)), PAGES_OUTSIDE, language);
    },
    120_000,
  );

  scenario(
    `on a phone: the start page and results (${language})`,
    async (stage) => {
      const officer = await speaker(stage, 'PROGRAMME_OFFICE', language, 'on a phone');
      await officer.page.setViewportSize(PHONE.viewport);
      const results = (await pagesOfAnOfficer(officer)).filter((address) => /\/results\?view/.test(address));
      await visitAll(officer, ['/', ...results], language);
    },
    120_000,
  );

  scenario(
    `the questionnaire on a phone, screen by screen (${language})`,
    async (stage) => {
      const officer = await stage.member('officer@harbour-bank.example');
      const wave = await PreparedWave.open(stage, officer, `Looked at in ${language}`);
      const visitor = await stage.stranger({ ...PHONE, ...reads(language) });
      const { page } = visitor;
      const found: Record<string, string[]> = {};
      const look = async (screen: string) => {
        const faults = await faultsOf(visitor, language);
        if (faults.length > 0) found[screen] = faults;
      };
      const questionnaire = await new Questionnaire(page).follow(wave.group('Front line').link);
      await look('introduction');
      await page.getByRole('main').getByRole('button').last().click();
      await page.waitForURL((url) => url.href !== wave.group('Front line').link);
      await questionnaire.levels().first().waitFor();
      await look('practice');
      await questionnaire.choose(3);
      await look('practice answered');
      await page.getByRole('banner').getByRole('button').click();
      await look('overview');
      await page.goBack();
      while (await page.getByRole('radio').first().isVisible()) await page.locator('button[type=submit]').click();
      await look('review');
      await page.getByRole('main').getByRole('button').last().click();
      await page.waitForFunction(() => document.querySelector('.r-sent'));
      await look('receipt');
      await questionnaire.follow(`${stage.url}/r#no-such-link-anywhere`);
      await look('unknown link');
      expect(found).toEqual({});
    },
    120_000,
  );
});
