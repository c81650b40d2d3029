import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationError } from '@touchstone/domain';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { TableChoice } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { SavedMappingsService } from '../observations/index.js';
import type { FeedbackImportType, FeedbackPreviewType } from './feedback-import.type.js';
import { FEEDBACK_MAPPING, type FeedbackMapping, mappingInForm } from './feedback-mapping.js';
import { LookAtFeedbackService } from './look-at-feedback.service.js';
import { type SaidFeedback, saidOver } from './said-feedback.js';
import { StartFeedbackImportService } from './start-feedback-import.service.js';

export interface FeedbackFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly mode: 'all_or_nothing' | 'accept_good';
  /** In the form of FeedbackMappingInput, or the name of a saved one; what the file suggests where it is left out. */
  readonly mapping?: unknown;
  readonly mappingName?: string | null;
  /** Put over the mapping. */
  readonly said: SaidFeedback;
  readonly choice?: TableChoice;
}

export interface PreparedFeedback {
  readonly fileId: string;
  readonly mapping: FeedbackMapping;
  readonly headers: readonly string[];
  readonly preview: FeedbackPreviewType;
  readonly notes: readonly string[];
}

/** The import without a person who looks at each step: for the command line and other programs. */
@Injectable()
export class FeedbackFileService {
  constructor(
    private readonly files: StoredFiles,
    private readonly tables: LookAtFeedbackService,
    private readonly starts: StartFeedbackImportService,
    private readonly mappings: SavedMappingsService,
  ) {}

  /** Keeps the file and says what importing it would do; a file that cannot be imported is not kept. */
  prepare(principal: Principal, asked: FeedbackFile): Promise<PreparedFeedback> {
    return this.files.writeUnlessRefused(principal, asked, (fileId) => this.look(principal, asked, fileId));
  }

  /** For a file that was looked at and is not to be imported. */
  discard(principal: Principal, fileId: string): Promise<void> {
    return this.files.remove(principal, fileId);
  }

  start(principal: Principal, asked: FeedbackFile, prepared: PreparedFeedback): Promise<FeedbackImportType> {
    const { fileId, mapping } = prepared;
    return this.starts.start(principal, { fileId, mapping, mode: asked.mode }, null);
  }

  private async look(principal: Principal, asked: FeedbackFile, fileId: string): Promise<PreparedFeedback> {
    const given = asked.mappingName ? await this.savedMapping(principal, asked.mappingName) : asked.mapping;
    const saved = given === undefined ? null : mappingInForm(given);
    const table = await this.tables.table(principal, fileId, {
      sheet: asked.choice?.sheet ?? saved?.sheet,
      headerRow: asked.choice?.headerRow ?? saved?.headerRow,
    });
    const headers = table.columns.map(({ header }) => header);
    const base = {
      ...(saved ?? mappingInForm(table.suggestedMapping)),
      sheet: table.sheet,
      headerRow: table.headerRow,
    };
    const mapping = saidOver(base, asked.said, { headers, touchpoints: table.touchpoints });
    const preview = await this.tables.preview(principal, fileId, mapping);
    return { fileId, mapping, headers, preview, notes: table.notes };
  }

  private async savedMapping(principal: Principal, name: string): Promise<unknown> {
    const known = await this.mappings.list(principal, FEEDBACK_MAPPING);
    const found = known.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (found) return found.mapping;
    if (known.length === 0) throw new NotFoundError('Mapping');
    const names = known.map((one) => `“${one.name}”`).join(', ');
    throw ValidationError.of('mapping', 'unknown', `There is no saved mapping “${name}”; there are ${names}.`);
  }
}
