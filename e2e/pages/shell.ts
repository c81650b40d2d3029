import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** What stands around every page: areas, search, language, theme, and who is signed in. */
export class Shell {
  constructor(private readonly page: Page) {}

  readonly heading = (name: string | RegExp): Locator => this.page.getByRole('heading', { name, level: 1 });
  readonly areas = (): Locator => this.page.getByRole('navigation').first();
  readonly main = (): Locator => this.page.getByRole('main');

  async arrivedAt(heading: string | RegExp): Promise<this> {
    await seen(this.heading(heading));
    return this;
  }

  async goTo(area: string): Promise<void> {
    await this.areas().getByRole('link', { name: area, exact: true }).click();
  }

  async signOut(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  async speak(language: 'English' | '简体中文'): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^(Language|语言)/ })
      .click();
    await this.page.getByRole('menuitem', { name: language }).click();
  }

  async dress(theme: 'Light' | 'Dark'): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^Theme/ })
      .click();
    await this.page.getByRole('menuitem', { name: theme }).click();
  }

  /** The page as assistive technology and eyes get it, in one string. */
  async text(): Promise<string> {
    return (await this.main().innerText()).replace(/\s+/g, ' ');
  }
}
