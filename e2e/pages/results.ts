import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

export type ResultsView = 'Profile' | 'By rater group' | 'All numbers' | 'Distributions' | 'Gaps' | 'Comments';
export const RESULTS_VIEWS: readonly ResultsView[] = [
  'Profile',
  'By rater group',
  'All numbers',
  'Distributions',
  'Gaps',
  'Comments',
];

/** What a closed wave says: profile, heat-map, every number, spread, gaps, and how each came about. */
export class ResultsPage {
  constructor(private readonly page: Page) {}

  async open(id: string): Promise<this> {
    await this.page.goto(`/assessments/${id}/results`);
    return this.shown();
  }

  async shown(): Promise<this> {
    await seen(this.page.getByRole('heading', { name: /^Results: /, level: 1 }), this.facts());
    return this;
  }

  readonly facts = (): Locator => this.page.getByRole('region', { name: 'About these results' });
  readonly panel = (): Locator => this.page.getByRole('tabpanel');
  readonly radar = (): Locator => this.page.getByRole('img', { name: /^Maturity profile/ });

  async view(name: ResultsView): Promise<Locator> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    const panel = this.page.getByRole('tabpanel', { name, exact: true });
    await seen(panel.getByRole('heading').first());
    return panel;
  }

  /** Cells of one row of a table, by the header of their column. */
  async row(table: Locator, name: string): Promise<Map<string, string>> {
    const headers = await table.getByRole('columnheader').allInnerTexts();
    const row = table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
    const cells = await row.first().locator('th, td').allInnerTexts();
    return new Map(headers.map((header, column) => [plain(header), plain(cells[column] ?? '')]));
  }

  /** Opens how the overall score came about. */
  async explain(name: string): Promise<Locator> {
    await this.panel()
      .getByRole('link', { name: new RegExp(`How was ${name} computed`) })
      .first()
      .click();
    return this.explanation();
  }

  async explanation(): Promise<Locator> {
    const panel = this.page.getByRole('dialog', { name: 'How this score came about' });
    await seen(panel.getByText(/^Formula version/));
    return panel;
  }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
