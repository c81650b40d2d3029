import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** A maturity model as its reader meets it: levels, dimensions, practices, what each level looks like. */
export class ModelReader {
  constructor(private readonly page: Page) {}

  async openFromLibrary(name: string): Promise<this> {
    await this.page.getByRole('link', { name, exact: true }).click();
    await seen(this.page.getByRole('heading', { name, level: 1 }));
    return this;
  }

  readonly dimensions = (): Promise<string[]> =>
    this.page.getByRole('navigation', { name: 'Contents' }).locator('> * > li > a').allInnerTexts();

  readonly level = (value: number): Locator =>
    this.page
      .getByRole('region', { name: 'Levels' })
      .getByRole('term')
      .filter({ hasText: `Level ${value}` });

  /** A practice, unfolded. */
  async practice(name: string): Promise<Locator> {
    const practice = this.page.getByRole('group').filter({ has: this.page.getByRole('heading', { name, level: 3 }) });
    await practice.getByRole('heading', { name, level: 3 }).click();
    return practice;
  }

  async read(language: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Language of the model' }).getByText(language).click();
  }

  async assessWithIt(): Promise<void> {
    await this.page.getByRole('link', { name: 'Assess with it' }).click();
  }
}
