import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ImportModeEnum } from '../imports/index.js';
import { LookAtObservationsService, shownProblem } from './look-at-observations.service.js';
import {
  ObservationImportConnectionType,
  ObservationImportType,
  ObservationMappingInput,
  ObservationPreviewType,
  ObservationProblemConnectionType,
  type ObservationProblemType,
  ObservationTableType,
  SavedMappingType,
} from './observation-import.type.js';
import { ObservationImportsReadModel } from './observation-imports.read-model.js';
import { OBSERVATION_MAPPING } from './observation-mapping.js';
import { SavedMappingsService } from './saved-mappings.service.js';
import { StartObservationImportService } from './start-observation-import.service.js';
import { UndoImportService } from './undo-import.service.js';

const id = { type: () => ID };
const page = { type: () => Int, nullable: true, defaultValue: 50 };
const maybe = { type: () => String, nullable: true };

/** Bringing observations in, and taking them back. */
@Resolver()
export class ObservationsResolver {
  constructor(
    private readonly tables: LookAtObservationsService,
    private readonly starts: StartObservationImportService,
    private readonly undos: UndoImportService,
    private readonly mappings: SavedMappingsService,
    private readonly imports: ObservationImportsReadModel,
  ) {}

  @Query(() => ObservationTableType)
  @Allow('create', 'Observation')
  observationTable(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('sheet', maybe) sheet?: string | null,
    @Args('headerRow', { type: () => Int, nullable: true }) headerRow?: number | null,
  ): Promise<ObservationTableType> {
    return this.tables.table(member, fileId, { sheet, headerRow });
  }

  @Query(() => ObservationImportConnectionType)
  @Allow('create', 'Observation')
  observationImports(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', page) first: number,
    @Args('after', maybe) after?: string | null,
    @Args('search', { ...maybe, description: 'In the names of the files.' }) search?: string | null,
  ): Promise<Connection<ObservationImportType>> {
    return this.imports.list(member, { first, after: after ?? null, search: search ?? null });
  }

  @Query(() => ObservationImportType)
  @Allow('create', 'Observation')
  observationImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) importId: string,
  ): Promise<ObservationImportType> {
    return this.imports.one(member, importId);
  }

  @Query(() => ObservationProblemConnectionType)
  @Allow('create', 'Observation')
  async observationImportProblems(
    @CurrentMember() member: MemberPrincipal,
    @Args('importId', id) importId: string,
    @Args('first', page) first: number,
    @Args('after', maybe) after?: string | null,
  ): Promise<Connection<ObservationProblemType>> {
    const problems = await this.imports.problems(member, importId, first, after ?? null);
    return {
      ...problems,
      edges: problems.edges.map(({ cursor, node }) => ({ cursor, node: shownProblem(node, member.locale) })),
    };
  }

  @Query(() => [SavedMappingType])
  @Allow('create', 'Observation')
  observationMappings(@CurrentMember() member: MemberPrincipal): Promise<SavedMappingType[]> {
    return this.mappings.list(member, OBSERVATION_MAPPING);
  }

  @Mutation(() => ObservationPreviewType, { description: 'What an import would do; nothing is kept.' })
  @Allow('create', 'Observation')
  previewObservationImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: ObservationMappingInput,
  ): Promise<ObservationPreviewType> {
    return this.tables.preview(member, fileId, { ...mapping });
  }

  @Mutation(() => ObservationImportType)
  @Allow('create', 'Observation')
  startObservationImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: ObservationMappingInput,
    @Args('mode', { type: () => ImportModeEnum }) mode: ImportModeEnum,
    @Args('idempotencyKey', maybe) key?: string | null,
  ): Promise<ObservationImportType> {
    return this.starts.start(member, { fileId, mapping: { ...mapping }, mode }, key ?? null);
  }

  @Mutation(() => ObservationImportType, { description: 'Takes back everything that the import added or corrected.' })
  @Allow('archive', 'Observation')
  undoObservationImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) importId: string,
  ): Promise<ObservationImportType> {
    return this.undos.start(member, importId);
  }

  @Mutation(() => SavedMappingType, {
    description: 'Keeps a mapping under a name; with an id, in the place of that one.',
  })
  @Allow('create', 'Observation')
  saveObservationMapping(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('mapping') mapping: ObservationMappingInput,
    @Args('id', { type: () => ID, nullable: true }) mappingId?: string | null,
    @Args('version', { type: () => Int, nullable: true }) version?: number | null,
  ): Promise<SavedMappingType> {
    return this.mappings.save(member, OBSERVATION_MAPPING, { id: mappingId, version, name, mapping: { ...mapping } });
  }

  @Mutation(() => SavedMappingType)
  @Allow('create', 'Observation')
  archiveObservationMapping(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) mappingId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<SavedMappingType> {
    return this.mappings.archive(member, OBSERVATION_MAPPING, mappingId, version);
  }
}
