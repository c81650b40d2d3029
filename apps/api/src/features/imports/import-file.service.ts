import { Injectable } from '@nestjs/common';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { TableChoice } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { type AnswerImportType, type ImportPreviewType, ImportShapeEnum } from './import.type.js';
import { ImportsReadModel } from './imports.read-model.js';
import { LookAtTableService } from './look-at-table.service.js';
import { StartImportService } from './start-import.service.js';

export interface ImportFile {
  readonly assessmentId: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly mode: 'all_or_nothing' | 'accept_good';
  /** In the form of AnswerMappingInput; what the file itself suggests where it is left out. */
  readonly mapping?: unknown;
  readonly choice?: TableChoice;
}

export interface PreparedImport {
  readonly fileId: string;
  readonly mapping: unknown;
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

  /** Keeps the file and says what importing it would do. */
  async prepare(
    principal: Principal,
    { assessmentId, name, content, mapping, choice = {} }: ImportFile,
  ): Promise<PreparedImport> {
    const { id: fileId } = await this.files.write(
      principal,
      { name, mediaType: 'application/octet-stream', purpose: 'upload' },
      content,
    );
    const table = await this.tables.table(principal, assessmentId, fileId, choice);
    const used = inDomainWords(mapping ?? table.suggestedMapping);
    const preview = await this.tables.preview(principal, assessmentId, fileId, used);
    return { fileId, mapping: used, preview, notes: table.notes };
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
}

const FINAL = new Set<string>(['completed', 'refused', 'failed']);

/** Suggestions, and files that people write after them, speak as GraphQL does: in capitals. */
function inDomainWords(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null) return mapping;
  const { shape } = mapping as { shape?: unknown };
  return { ...mapping, shape: ImportShapeEnum[shape as keyof typeof ImportShapeEnum] ?? shape };
}
