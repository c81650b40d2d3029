import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';
import type { Spreadsheet } from './import-answers.js';

/** From a file of numbers to series: upload, metrics for its columns, what the columns hold, preview, import, undo. */
export class ImportObservations {
  constructor(private readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/monitoring/imports/new');
    await seen(this.page.getByRole('heading', { name: 'Import observations', level: 1 }));
    return this;
  }

  async choose({ name, content }: Spreadsheet): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Choose a spreadsheet' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
  }

  /** Comes back when the page shows the table as it was read. */
  async upload(file: Spreadsheet): Promise<void> {
    await this.choose(file);
    await seen(this.facts());
  }

  readonly facts = (): Locator => this.part('1 · The table as it was read');
  readonly newMetrics = (): Locator => this.part(/have no metric yet$/);
  readonly use = (column: string): Locator =>
    this.page.getByLabel(`What the column “${column}” holds`, { exact: true });
  readonly previewButton = (): Locator => this.page.getByRole('button', { name: 'Preview', exact: true });
  readonly outlook = (): Locator => this.part('5 · What would happen');

  async observedOn(day: string): Promise<void> {
    await this.page.getByLabel('All of it was observed on').fill(day);
  }

  async preview(): Promise<void> {
    await this.previewButton().click();
    await seen(this.outlook());
  }

  async start(): Promise<void> {
    await this.outlook()
      .getByRole('button', { name: /^Import / })
      .click();
    await this.page.waitForURL(/\/monitoring\/imports\/(?!new)/);
  }

  /** What an import came to, once it came to something. */
  async outcome(): Promise<string> {
    const box = this.page.getByRole('status').filter({ hasText: 'Rows read' });
    await box.waitFor({ timeout: 60_000 });
    return (await box.innerText()).replace(/\s+/g, ' ');
  }

  private part(title: string | RegExp): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}
