import { Injectable } from '@nestjs/common';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { TableChoice } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type AnswerMapping, mappingInForm } from './answer-mapping.js';
import { type AnswerImportType, type ImportPreviewType, ImportShapeEnum } from './import.type.js';
import { ImportsReadModel } from './imports.read-model.js';
import { LookAtTableService } from './look-at-table.service.js';
import { type SaidColumns, withSaid } from './said-columns.js';
import { StartImportService } from './start-import.service.js';

export interface ImportFile {
  readonly assessmentId: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly mode: 'all_or_nothing' | 'accept_good';
  /** In the form of AnswerMappingInput; what the file itself suggests where it is left out. */
  readonly mapping?: unknown;
  /** Put over the mapping. */
  readonly said?: SaidColumns;
  readonly choice?: TableChoice;
}

export interface PreparedImport {
  readonly fileId: string;
  readonly mapping: AnswerMapping;
  readonly headers: readonly string[];
  readonly preview: ImportPreviewType;
  readonly notes: readonly string[];
}

/** The import without a person who looks at each step: for the command line and other programs. */
@Injectable()
export class ImportFileService {
  constructor(
    private readonly files: StoredFiles,
    private readonly tables: LookAtTableService,
    private readonly starts: StartImportService,
    private readonly imports: ImportsReadModel,
  ) {}

  /** Keeps the file and says what importing it would do; a file that cannot be imported is not kept. */
  prepare(principal: Principal, asked: ImportFile): Promise<PreparedImport> {
    return this.files.writeUnlessRefused(principal, asked, (fileId) => this.look(principal, asked, fileId));
  }

  /** For a file that was looked at and is not to be imported. */
  discard(principal: Principal, fileId: string): Promise<void> {
    return this.files.remove(principal, fileId);
  }

  start(principal: Principal, asked: ImportFile, { fileId, mapping }: PreparedImport): Promise<AnswerImportType> {
    return this.starts.start(principal, { assessmentId: asked.assessmentId, fileId, mapping, mode: asked.mode }, null);
  }

  /** Waits for the job; gives up waiting, not the import, when the signal says so. */
  async wait(principal: Principal, importId: string, signal?: AbortSignal): Promise<AnswerImportType> {
    for (;;) {
      const current = await this.imports.one(principal, importId);
      if (FINAL.has(current.state)) return current;
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  private async look(principal: Principal, asked: ImportFile, fileId: string): Promise<PreparedImport> {
    const { assessmentId, choice } = asked;
    const saved = asked.mapping === undefined ? null : mappingInForm(inDomainWords(asked.mapping));
    const table = await this.tables.table(principal, assessmentId, fileId, {
      sheet: choice?.sheet ?? saved?.sheet,
      headerRow: choice?.headerRow ?? saved?.headerRow,
    });
    const { context, prepared } = await this.tables.contextOf(principal, assessmentId);
    const headers = table.columns.map(({ header }) => header);
    const mapping = withSaid(
      {
        ...(saved ?? mappingInForm(inDomainWords(table.suggestedMapping))),
        sheet: table.sheet,
        headerRow: table.headerRow,
      },
      asked.said ?? {},
      { headers, model: prepared.model, groups: context.groups },
    );
    const preview = await this.tables.preview(principal, assessmentId, fileId, mapping);
    return { fileId, mapping, headers, preview, notes: table.notes };
  }
}

const FINAL = new Set<string>(['completed', 'refused', 'failed']);

/** Suggestions, and files that people write after them, speak as GraphQL does: in capitals. */
function inDomainWords(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null) return mapping;
  const { shape } = mapping as { shape?: unknown };
  return { ...mapping, shape: ImportShapeEnum[shape as keyof typeof ImportShapeEnum] ?? shape };
}
