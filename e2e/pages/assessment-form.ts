import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

export interface GroupWanted {
  readonly kind: string;
  readonly name?: string;
  readonly expected: number;
}

/** The form in which an officer prepares a wave or changes one. */
export class AssessmentForm {
  constructor(private readonly page: Page) {}

  readonly field = (name: string): Locator => this.page.getByRole('textbox', { name, exact: true });
  private readonly groups = (): Locator => this.page.getByRole('main').getByRole('listitem');

  async opened(): Promise<this> {
    await seen(
      this.page.getByRole('heading', { name: /^(New assessment|Edit )/, level: 1 }),
      this.field('Name').first(),
    );
    return this;
  }

  async name(name: string): Promise<void> {
    await this.field('Name').first().fill(name);
  }

  async purpose(purpose: string): Promise<void> {
    await this.field('Purpose').fill(purpose);
  }

  async model(name: RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Model version' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async scope(unit: RegExp): Promise<void> {
    await this.page.getByRole('radio', { name: 'One business unit' }).check();
    await this.page.getByRole('combobox', { name: 'Business unit' }).click();
    await this.page.getByRole('option', { name: unit }).click();
  }

  async period(from: string, to: string): Promise<void> {
    await this.page.getByLabel('Period from').fill(from);
    await this.page.getByLabel('Period to').fill(to);
  }

  async deadline(moment: string): Promise<void> {
    await this.page.getByLabel('Deadline for answers').fill(moment);
  }

  async promise(anonymity: 'Anonymous' | 'Confidential' | 'Named'): Promise<void> {
    await this.page.getByRole('radio', { name: anonymity }).check();
  }

  async addGroup({ kind, name, expected }: GroupWanted): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a group' }).click();
    const row = this.groups().last();
    await row.getByLabel('Kind').selectOption({ label: kind });
    if (name) await row.getByLabel('Name').fill(name);
    await row.getByLabel('Expected').fill(String(expected));
  }

  async createDraft(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create the draft' }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save changes' }).click();
  }

  /** What stands beside a field that cannot be accepted. */
  async complaintOf(field: Locator): Promise<string> {
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const texts = await Promise.all(
      described
        .split(' ')
        .filter(Boolean)
        .map((id) => this.page.locator(`[id="${id}"]`).innerText()),
    );
    return texts.join(' ');
  }
}
