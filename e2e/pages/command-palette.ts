import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** Every page and object, a few keys away. */
export class CommandPalette {
  constructor(private readonly page: Page) {}

  readonly box = (): Locator => this.page.getByRole('dialog', { name: 'Search and go to' });
  readonly field = (): Locator => this.box().getByRole('textbox').or(this.box().getByRole('searchbox'));

  async open(): Promise<this> {
    await this.page.keyboard.press('Control+k');
    await seen(this.field());
    return this;
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  readonly choice = (name: string | RegExp): Locator => this.box().getByText(name);

  /** What stands first is chosen without another key. */
  async takeFirst(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  async take(): Promise<void> {
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }
}
