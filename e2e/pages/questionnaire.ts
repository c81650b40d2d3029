import type { Locator, Page } from 'playwright-core';
import { seen } from '../browser/eventually.js';

/** The questionnaire as a respondent has it in hand: an introduction, one practice at a time, a review, a receipt. */
export class Questionnaire {
  constructor(private readonly page: Page) {}

  readonly heading = (name?: string | RegExp): Locator => this.page.getByRole('heading', { level: 1, name });
  readonly levels = (): Locator => this.page.getByRole('radio');
  readonly saved = (): Locator => this.page.getByRole('main').getByText('Saved', { exact: true });
  readonly offline = (): Locator => this.page.getByText(/^No connection/);

  async follow(link: string): Promise<this> {
    await this.page.goto('about:blank');
    await this.page.goto(link);
    await seen(this.heading());
    return this;
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: 'Begin' }).click();
    await this.atPractice(1);
  }

  /** Where one stands: the number of the practice as the page says it. */
  async atPractice(number: number): Promise<void> {
    await seen(this.page.getByText(new RegExp(`^${number} of \\d+$`)));
  }

  async choose(level: number): Promise<void> {
    await this.touch(this.levels().nth(level - 1));
  }

  async doesNotApply(): Promise<void> {
    await this.touch(this.page.getByRole('radio', { name: /Not applicable/ }));
  }

  /** The card around the choice, as a finger does: the radio itself is out of sight. */
  private async touch(choice: Locator): Promise<void> {
    await choice.locator('xpath=ancestor::label').click();
  }

  async comment(text: string): Promise<void> {
    await this.page.getByRole('button', { name: /Add a comment/ }).click();
    await this.page.getByRole('textbox', { name: 'Comment' }).fill(text);
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Next|To the review)$/ }).click();
  }

  async skip(): Promise<void> {
    await this.page.getByRole('button', { name: 'Skip' }).click();
  }

  /** Which level is chosen on this screen, if any. */
  async chosen(): Promise<number | null> {
    const checked = await this.levels().evaluateAll((radios) =>
      radios.findIndex((radio) => (radio as HTMLInputElement).checked),
    );
    return checked < 0 ? null : checked + 1;
  }

  async speak(language: string): Promise<void> {
    await this.page.getByRole('combobox').selectOption({ label: language });
  }

  async resume(): Promise<void> {
    await this.page.getByRole('button', { name: 'Go on where you stopped' }).click();
  }

  async overview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Overview' }).click();
    await seen(this.heading('All practices'));
  }

  /** From wherever one is to the last screen before sending. */
  async toReview(): Promise<void> {
    while (!(await this.heading('Review and send').isVisible())) {
      await this.page.getByRole('button', { name: /^(Next|Skip|To the review)$/ }).click();
    }
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send answers' }).click();
  }

  async arrived(): Promise<void> {
    await seen(this.heading('Thank you – your answers have arrived'));
  }
}
