import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';
import type { Spreadsheet } from './import-answers.js';

/** From a file of what customers said to the inbox: upload, what the columns hold, preview, import. */
export class ImportFeedback {
  constructor(private readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/inbox/imports/new');
    await seen(this.page.getByRole('heading', { name: 'Import feedback', level: 1 }));
    return this;
  }

  async upload({ name, content }: Spreadsheet): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Choose a spreadsheet' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
    await seen(this.part('1 · The table as it was read'));
  }

  readonly use = (column: string): Locator =>
    this.page.getByLabel(`What the column “${column}” holds`, { exact: true });
  readonly outlook = (): Locator => this.part('4 · What would happen');

  async preview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Preview', exact: true }).click();
    await seen(this.outlook());
  }

  async start(): Promise<void> {
    await this.outlook()
      .getByRole('button', { name: /^Import / })
      .click();
    await this.page.waitForURL(/\/inbox\/imports\/(?!new)/);
  }

  /** What an import came to, once it came to something. */
  async outcome(): Promise<string> {
    const box = this.page.getByRole('status').filter({ hasText: 'Rows read' });
    await box.waitFor({ timeout: 60_000 });
    return (await box.innerText()).replace(/\s+/g, ' ');
  }

  private part(title: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}
