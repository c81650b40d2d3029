import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationError } from '@touchstone/domain';
import { StoredFiles } from '../../platform/files/stored-files.js';
import type { TableChoice } from '../../platform/tables/index.js';
import type { Principal } from '../../platform/tenancy/principal.js';
import { LookAtObservationsService } from './look-at-observations.service.js';
import type { ObservationImportType, ObservationPreviewType } from './observation-import.type.js';
import { mappingInForm, OBSERVATION_MAPPING, type ObservationMapping } from './observation-mapping.js';
import { saidOver, type SaidObservations } from './said-observations.js';
import { SavedMappingsService } from './saved-mappings.service.js';
import { StartObservationImportService } from './start-observation-import.service.js';

export interface ObservationFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly mode: 'all_or_nothing' | 'accept_good';
  /** In the form of ObservationMappingInput, or the name of a saved one; what the file suggests where it is left out. */
  readonly mapping?: unknown;
  readonly mappingName?: string | null;
  /** Put over the mapping. */
  readonly said: SaidObservations;
  readonly choice?: TableChoice;
}

export interface PreparedObservations {
  readonly fileId: string;
  readonly mapping: ObservationMapping;
  readonly headers: readonly string[];
  readonly preview: ObservationPreviewType;
  readonly notes: readonly string[];
}

/** The import without a person who looks at each step: for the command line and other programs. */
@Injectable()
export class ObservationFileService {
  constructor(
    private readonly files: StoredFiles,
    private readonly tables: LookAtObservationsService,
    private readonly starts: StartObservationImportService,
    private readonly mappings: SavedMappingsService,
  ) {}

  /** Keeps the file and says what importing it would do; a file that cannot be imported is not kept. */
  prepare(principal: Principal, asked: ObservationFile): Promise<PreparedObservations> {
    return this.files.writeUnlessRefused(principal, asked, (fileId) => this.look(principal, asked, fileId));
  }

  /** For a file that was looked at and is not to be imported. */
  discard(principal: Principal, fileId: string): Promise<void> {
    return this.files.remove(principal, fileId);
  }

  start(principal: Principal, asked: ObservationFile, prepared: PreparedObservations): Promise<ObservationImportType> {
    const { fileId, mapping } = prepared;
    return this.starts.start(principal, { fileId, mapping, mode: asked.mode }, null);
  }

  private async look(principal: Principal, asked: ObservationFile, fileId: string): Promise<PreparedObservations> {
    const given = asked.mappingName ? await this.savedMapping(principal, asked.mappingName) : asked.mapping;
    const saved = given === undefined ? null : mappingInForm(given);
    const table = await this.tables.table(principal, fileId, {
      sheet: asked.choice?.sheet ?? saved?.sheet,
      headerRow: asked.choice?.headerRow ?? saved?.headerRow,
    });
    const { metrics } = await this.tables.contextOf(principal);
    const headers = table.columns.map(({ header }) => header);
    const base = {
      ...(saved ?? mappingInForm(table.suggestedMapping)),
      sheet: table.sheet,
      headerRow: table.headerRow,
    };
    const mapping = saidOver(base, asked.said, { headers, metrics });
    const preview = await this.tables.preview(principal, fileId, mapping);
    return { fileId, mapping, headers, preview, notes: table.notes };
  }

  private async savedMapping(principal: Principal, name: string): Promise<unknown> {
    const known = await this.mappings.list(principal, OBSERVATION_MAPPING);
    const found = known.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (found) return found.mapping;
    if (known.length === 0) throw new NotFoundError('Mapping');
    const names = known.map((one) => `“${one.name}”`).join(', ');
    throw ValidationError.of('mapping', 'unknown', `There is no saved mapping “${name}”; there are ${names}.`);
  }
}
