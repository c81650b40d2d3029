import type { Page } from 'playwright-core';
import { eventually } from '../browser/eventually.js';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** Where letters end up as long as no mail server is configured. */
export class Mailbox {
  constructor(private readonly page: Page) {}

  async lettersTo(address: string): Promise<Letter[]> {
    await this.page.goto('/dev/mailbox');
    const letters: Letter[] = [];
    for (const article of await this.page.getByRole('article').filter({ hasText: address }).all()) {
      letters.push({
        subject: await article.getByRole('heading').innerText(),
        text: await article.innerText(),
        links: await article
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
      });
    }
    return letters;
  }

  /** Letters are written by a job: this waits for the one that is expected. */
  async letterTo(address: string, subject: string | RegExp): Promise<Letter> {
    return eventually(async () => {
      const letters = await this.lettersTo(address);
      const letter = letters.find((each) => each.subject.match(subject));
      if (!letter) throw new Error(`No letter to ${address} with the subject ${subject}; there are ${letters.length}.`);
      return letter;
    });
  }
}
