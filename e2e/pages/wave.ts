import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** A wave while it runs: its state and next step, responses, links, invitations. */
export class WavePage {
  constructor(private readonly page: Page) {}

  async open(id: string, tab?: 'invitations' | 'setup'): Promise<this> {
    await this.page.goto(`/assessments/${id}${tab ? `?tab=${tab}` : ''}`);
    return this.shown();
  }

  async shown(name: string | RegExp = /./): Promise<this> {
    await seen(this.page.getByRole('heading', { name, level: 1 }), this.page.getByRole('tablist').first());
    return this;
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  readonly act = (verb: string): Locator =>
    this.page.getByRole('main').getByRole('button', { name: verb, exact: true });

  /** Takes the step and says yes to its consequences. */
  async take(verb: string, consequence: RegExp): Promise<void> {
    await this.act(verb).click();
    const question = this.page.getByRole('dialog');
    await seen(question.getByText(consequence));
    await question.getByRole('button', { name: verb, exact: true }).click();
  }

  async fromMenu(verb: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: verb }).click();
  }

  async tab(name: 'Responses' | 'Invitations' | 'Setup'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async linkOf(group: string): Promise<string> {
    return this.page.getByLabel(`Link for ${group}`, { exact: true }).inputValue();
  }

  readonly responses = (group: string): Locator =>
    this.page.getByRole('table', { name: 'Responses' }).getByRole('row').filter({ hasText: group });

  readonly live = (): Locator => this.page.getByText('Live', { exact: true });

  readonly invitation = (person: string): Locator =>
    this.page.getByRole('table').getByRole('row').filter({ hasText: person });

  async revokeLink(group: string): Promise<void> {
    await this.page.getByRole('button', { name: `Revoke: ${group}` }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Revoke the link' }).click();
  }
}

/** Inviting people by name, and the one time that their links are shown. */
export class InvitePage {
  constructor(private readonly page: Page) {}

  async opened(): Promise<this> {
    await seen(this.page.getByRole('heading', { name: 'Invite people by name' }));
    return this;
  }

  async list(...lines: string[]): Promise<void> {
    await this.page.getByRole('textbox', { name: 'People' }).fill(lines.join('\n'));
  }

  async sendByMail(wanted: boolean): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'Send letters to those with an e-mail address' }).setChecked(wanted);
  }

  async invite(): Promise<void> {
    await this.page.getByRole('button', { name: /^Invite \d+ (person|people)$/ }).click();
  }

  async issued(): Promise<Map<string, string>> {
    const table = this.page.getByRole('table', { name: 'Link' });
    await seen(table);
    const links = new Map<string, string>();
    for (const row of (await table.getByRole('row').all()).slice(1)) {
      const name = await row.locator('td, th').first().innerText();
      links.set(name, await row.locator('code').innerText());
    }
    return links;
  }

  async downloadLinks(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Download the links (CSV)' }).click(),
    ]);
    const stream = await download.createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString('utf8');
  }

  async done(): Promise<void> {
    await this.page.getByRole('button', { name: 'Done' }).click();
  }
}
