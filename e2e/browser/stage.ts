import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { readState } from '../setup/state.mjs';
import { Api } from './api.js';
import { Overheard } from './overheard.js';

export const EVIDENCE = fileURLToPath(new URL('../../test-results', import.meta.url));
export const SAMPLE_PASSWORD = 'touchstone sample';
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const DESK = { viewport: { width: 1440, height: 900 } } as const;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly api: Api;
  readonly overheard: Overheard;
}

/** Where one scenario plays: every visitor has a browser of their own that remembers nothing of the others. */
export class Stage {
  private readonly visitors: Visitor[] = [];

  constructor(private readonly browser: Browser) {}

  get url(): string {
    return readState().url;
  }

  /** Somebody without a session. */
  async stranger(options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...DESK,
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const visitor = { page, context, api: new Api(context.request), overheard: new Overheard(page, this.url) };
    this.visitors.push(visitor);
    return visitor;
  }

  /** A member whose session stands; signing in is itself the subject of one scenario only. */
  async member(email: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const sessions = join(readState().directory, 'sessions');
    mkdirSync(sessions, { recursive: true });
    const kept = join(sessions, `${email}.json`);
    if (existsSync(kept)) return this.stranger({ ...options, storageState: kept });
    const visitor = await this.stranger(options);
    await visitor.api.ask(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }',
      {
        email,
        password: SAMPLE_PASSWORD,
      },
    );
    await visitor.context.storageState({ path: kept });
    return visitor;
  }

  /** A picture of every page that is open, and where it was. */
  async keepEvidence(title: string): Promise<string[]> {
    const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
    const told: string[] = [];
    for (const [index, { page, overheard }] of this.visitors.entries()) {
      const path = join(EVIDENCE, `${name}-${index + 1}.png`);
      await page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => undefined);
      told.push(`${page.url()} → ${path}`, ...overheard.errors);
    }
    return told;
  }

  /** No page may have thrown, or have asked anybody but the application for anything. */
  async leave(): Promise<void> {
    const errors = this.visitors.flatMap(({ overheard }) => overheard.errors);
    const strangers = this.visitors.flatMap(({ overheard }) => overheard.strangers);
    await Promise.all(this.visitors.map(({ context }) => context.close()));
    this.visitors.length = 0;
    expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
  }
}
