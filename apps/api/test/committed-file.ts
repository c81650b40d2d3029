import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of this package that is made from the code and committed, so that a change of the code shows as a change of it. */
export class CommittedFile {
  private readonly path: string;

  constructor(
    name: string,
    /** What makes it anew. */
    readonly command: string,
  ) {
    this.path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  }

  /** What is committed; written first where that is what was asked for. */
  compareWith(made: string): string {
    if (process.env['WRITE_COMMITTED_FILES']) writeFileSync(this.path, made);
    return readFileSync(this.path, 'utf8');
  }
}
