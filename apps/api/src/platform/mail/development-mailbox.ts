import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, Mailer } from './mailer.js';

export interface KeptMail extends Mail {
  readonly sentAt: string;
}

const KEPT = 200;

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
    await writeFile(join(this.folder, `${kept.sentAt.replace(/:/g, '-')}-${randomUUID()}.json`), JSON.stringify(kept), {
      mode: 0o600,
    });
    const names = (await readdir(this.folder)).sort();
    await Promise.all(names.slice(0, -KEPT).map((name) => rm(join(this.folder, name), { force: true })));
  }

  /** Newest first. */
  async list(): Promise<KeptMail[]> {
    const names = await readdir(this.folder).catch(() => []);
    const newest = names.sort().reverse();
    return Promise.all(
      newest.map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as KeptMail),
    );
  }
}
