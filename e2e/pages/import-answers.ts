import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

export interface Spreadsheet {
  readonly name: string;
  readonly content: Buffer;
}

export type RowsWithProblems = 'All or nothing' | 'Accept the good rows';

/** From a spreadsheet to answers: a file, what its columns hold, a preview, the import, its outcome. */
export class ImportAnswers {
  constructor(private readonly page: Page) {}

  async open(assessmentId: string): Promise<this> {
    await this.page.goto(`/assessments/${assessmentId}/import`);
    return this.shown();
  }

  async shown(): Promise<this> {
    await seen(this.page.getByRole('heading', { name: 'Import answers', level: 1 }));
    return this;
  }

  /** Comes back when the page shows the table as it was read. */
  async upload({ name, content }: Spreadsheet): Promise<void> {
    await this.choose({ name, content });
    await seen(this.facts());
  }

  async choose({ name, content }: Spreadsheet): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Choose a spreadsheet' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  }

  readonly facts = (): Locator => this.part('1 · The table as it was read');
  readonly use = (column: string): Locator => this.page.getByLabel(`What the column “${column}” holds`);
  readonly groupOf = (name: string): Locator => this.page.getByLabel(`Rater group for “${name}”`);
  readonly previewButton = (): Locator => this.page.getByRole('button', { name: 'Preview', exact: true });
  readonly outlook = (): Locator => this.part('4 · What would happen');
  readonly importButton = (): Locator => this.outlook().getByRole('button', { name: /^Import / });

  async preview(): Promise<void> {
    await this.previewButton().click();
    await seen(this.outlook());
  }

  async takeRowsWithProblems(mode: RowsWithProblems): Promise<void> {
    await this.outlook().getByRole('radio', { name: mode }).check();
  }

  async start(): Promise<void> {
    await this.importButton().click();
    await this.page.waitForURL(/\/imports\//);
  }

  /** What an import came to, once it came to something. */
  async outcome(): Promise<Map<string, string>> {
    const box = this.page.getByRole('status').filter({ hasText: 'Rows read' });
    await box.waitFor({ timeout: 60_000 });
    const terms = await box.getByRole('term').allInnerTexts();
    const values = await box.getByRole('definition').allInnerTexts();
    return new Map(terms.map((term, index) => [plain(term), plain(values[index] ?? '')]));
  }

  /**
   * Problems as the page lists them. In the preview by column and reason: column, how often, first rows, what stands there,
   * why it cannot be taken; of an import one by one: row, column, what stands there, why.
   */
  async problems(): Promise<string[][]> {
    const rows = await this.page.getByRole('table', { name: 'Problems' }).getByRole('row').all();
    return Promise.all(
      rows.slice(1).map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => plain(text))),
    );
  }

  private part(title: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
  }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
