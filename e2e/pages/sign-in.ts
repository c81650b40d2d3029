import type { Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** The door: e-mail, password, and the ways in for those who have lost one or have none. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  readonly refusal = () => this.page.getByRole('alert');

  async open(): Promise<this> {
    await this.page.goto('/sign-in');
    return this.shown();
  }

  async shown(): Promise<this> {
    await seen(this.page.getByRole('heading', { name: 'Sign in', level: 1 }));
    return this;
  }

  async enter(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async forgotten(): Promise<void> {
    await this.page.getByRole('link', { name: 'Forgotten your password?' }).click();
  }
}
