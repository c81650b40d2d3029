import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { type ObservationFile, ObservationFileService, RollupsService } from '../observations/index.js';
import type { SampleFile } from './sample-files.js';

const IMPORTED_WITHIN_MS = 120_000;
/** Lines that are handed on together. */
const LINES_AT_ONCE = 2000;

/** What was observed, brought in as people bring it in: files, mapped, imported by a job. A file that is there is not brought in again. */
@Injectable()
export class SampleObservationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ObservationFileService,
    private readonly rollups: RollupsService,
  ) {}

  /** Puts the files on their way; the jobs work on while other things are loaded. */
  async begin(system: SystemPrincipal, files: readonly SampleFile[]): Promise<void> {
    const known = new Set((await this.imports(system)).map(({ name }) => name));
    for (const file of files.filter(({ name }) => !known.has(name))) {
      const asked: ObservationFile = {
        name: file.name,
        content: content(file),
        mode: 'all_or_nothing',
        said: { columns: file.columns, observedOn: file.observedOn },
      };
      const prepared = await this.files.prepare(system, asked);
      const mapping = {
        ...prepared.mapping,
        columns: prepared.mapping.columns.map((one) => ({
          ...one,
          words: file.words?.[prepared.headers[one.column] as string] ?? one.words,
        })),
      };
      await this.files.start(system, asked, { ...prepared, mapping });
    }
  }

  /** Until every file is in and every roll-up says what the observations say. What was refused stands on the page of imports. */
  async finish(system: SystemPrincipal, files: readonly SampleFile[]): Promise<void> {
    const ours = new Set(files.map(({ name }) => name));
    const until = Date.now() + IMPORTED_WITHIN_MS;
    while (Date.now() < until) {
      const imports = await this.imports(system);
      if (!imports.some(({ name, state }) => ours.has(name) && (state === 'waiting' || state === 'running'))) break;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    await this.rollups.recompute(system);
  }

  private imports(system: SystemPrincipal): Promise<{ name: string; state: string }[]> {
    return this.unitOfWork.read(system, (transaction) =>
      transaction.query<{ name: string; state: string }>(
        `SELECT file_name AS name, state FROM observation_import WHERE organization_id = $1`,
        [system.organizationId],
      ),
    );
  }
}

async function* content({ lines }: SampleFile): AsyncGenerator<Uint8Array> {
  let held: string[] = [];
  for (const line of lines()) {
    if (held.push(line) < LINES_AT_ONCE) continue;
    yield Buffer.from(held.join(''));
    held = [];
  }
  yield Buffer.from(held.join(''));
}
