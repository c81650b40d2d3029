import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, Mailer } from './mailer.js';

export interface KeptMail extends Mail {
  readonly sentAt: string;
}

const KEPT = 200;
const LETTER = /\.json$/;

/** Where no mail server is set: letters are kept as files and shown on a page, so that every flow can be tried. */
export class DevelopmentMailbox extends Mailer {
  private readonly folder: string;

  constructor(dataDir: string) {
    super();
    this.folder = join(dataDir, 'mailbox');
  }

  async send(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const kept: KeptMail = { ...mail, sentAt: new Date().toISOString() };
    const file = join(this.folder, `${kept.sentAt.replace(/:/g, '-')}-${randomUUID()}`);
    // Written under another name first: whoever looks meanwhile must not find half a letter.
    await writeFile(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
    await rename(`${file}.part`, `${file}.json`);
    const superfluous = (await this.names()).slice(KEPT);
    await Promise.all(superfluous.map((name) => rm(join(this.folder, name), { force: true })));
  }

  /** Newest first. */
  async list(): Promise<KeptMail[]> {
    return Promise.all(
      (await this.names()).map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as KeptMail),
    );
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names
      .filter((name) => LETTER.test(name))
      .sort()
      .reverse();
  }
}
