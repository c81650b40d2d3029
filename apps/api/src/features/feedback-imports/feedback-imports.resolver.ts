import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { ImportModeEnum } from '../imports/index.js';
import { SavedMappingsService, SavedMappingType } from '../observations/index.js';
import {
  FeedbackImportConnectionType,
  FeedbackImportType,
  FeedbackMappingInput,
  FeedbackPreviewType,
  FeedbackProblemConnectionType,
  type FeedbackProblemType,
  FeedbackTableType,
} from './feedback-import.type.js';
import { FeedbackImportsReadModel } from './feedback-imports.read-model.js';
import { FEEDBACK_MAPPING } from './feedback-mapping.js';
import { LookAtFeedbackService, shownProblem } from './look-at-feedback.service.js';
import { spokenSaved } from './spoken-mapping.js';
import { StartFeedbackImportService } from './start-feedback-import.service.js';
import { UndoFeedbackImportService } from './undo-feedback-import.service.js';

const id = { type: () => ID };
const page = { type: () => Int, nullable: true, defaultValue: 50 };
const maybe = { type: () => String, nullable: true };

/** Bringing feedback in by file, and taking it back. */
@Resolver()
export class FeedbackImportsResolver {
  constructor(
    private readonly tables: LookAtFeedbackService,
    private readonly starts: StartFeedbackImportService,
    private readonly undos: UndoFeedbackImportService,
    private readonly mappings: SavedMappingsService,
    private readonly imports: FeedbackImportsReadModel,
  ) {}

  @Query(() => FeedbackTableType)
  @Allow('run', 'Feedback')
  feedbackTable(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('sheet', maybe) sheet?: string | null,
    @Args('headerRow', { type: () => Int, nullable: true }) headerRow?: number | null,
  ): Promise<FeedbackTableType> {
    return this.tables.table(member, fileId, { sheet, headerRow });
  }

  @Query(() => FeedbackImportConnectionType)
  @Allow('run', 'Feedback')
  feedbackImports(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', page) first: number,
    @Args('after', maybe) after?: string | null,
    @Args('search', { ...maybe, description: 'In the names of the files.' }) search?: string | null,
  ): Promise<Connection<FeedbackImportType>> {
    return this.imports.list(member, { first, after: after ?? null, search: search ?? null });
  }

  @Query(() => FeedbackImportType)
  @Allow('run', 'Feedback')
  feedbackImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) importId: string,
  ): Promise<FeedbackImportType> {
    return this.imports.one(member, importId);
  }

  @Query(() => FeedbackProblemConnectionType)
  @Allow('run', 'Feedback')
  async feedbackImportProblems(
    @CurrentMember() member: MemberPrincipal,
    @Args('importId', id) importId: string,
    @Args('first', page) first: number,
    @Args('after', maybe) after?: string | null,
  ): Promise<Connection<FeedbackProblemType>> {
    const problems = await this.imports.problems(member, importId, first, after ?? null);
    return {
      ...problems,
      edges: problems.edges.map(({ cursor, node }) => ({ cursor, node: shownProblem(node, member.locale) })),
    };
  }

  @Query(() => [SavedMappingType])
  @Allow('run', 'Feedback')
  async feedbackMappings(@CurrentMember() member: MemberPrincipal): Promise<SavedMappingType[]> {
    return (await this.mappings.list(member, FEEDBACK_MAPPING)).map(spokenSaved);
  }

  @Mutation(() => FeedbackPreviewType, { description: 'What an import would do; nothing is kept.' })
  @Allow('run', 'Feedback')
  previewFeedbackImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: FeedbackMappingInput,
  ): Promise<FeedbackPreviewType> {
    return this.tables.preview(member, fileId, { ...mapping });
  }

  @Mutation(() => FeedbackImportType)
  @Allow('run', 'Feedback')
  startFeedbackImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: FeedbackMappingInput,
    @Args('mode', { type: () => ImportModeEnum }) mode: ImportModeEnum,
    @Args('idempotencyKey', maybe) key?: string | null,
  ): Promise<FeedbackImportType> {
    return this.starts.start(member, { fileId, mapping: { ...mapping }, mode }, key ?? null);
  }

  @Mutation(() => FeedbackImportType, { description: 'Takes back everything that the import added.' })
  @Allow('run', 'Feedback')
  undoFeedbackImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) importId: string,
    @Args('leaveTriaged', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'What was triaged stays; without this nothing is taken back while there is such feedback.',
    })
    leaveTriaged?: boolean | null,
  ): Promise<FeedbackImportType> {
    return this.undos.start(member, importId, leaveTriaged ?? false);
  }

  @Mutation(() => SavedMappingType, {
    description: 'Keeps a mapping under a name; with an id, in the place of that one.',
  })
  @Allow('run', 'Feedback')
  async saveFeedbackMapping(
    @CurrentMember() member: MemberPrincipal,
    @Args('name') name: string,
    @Args('mapping') mapping: FeedbackMappingInput,
    @Args('id', { type: () => ID, nullable: true }) mappingId?: string | null,
    @Args('version', { type: () => Int, nullable: true }) version?: number | null,
  ): Promise<SavedMappingType> {
    const asked = { id: mappingId, version, name, mapping: { ...mapping } };
    return spokenSaved(await this.mappings.save(member, FEEDBACK_MAPPING, asked));
  }

  @Mutation(() => SavedMappingType)
  @Allow('run', 'Feedback')
  async archiveFeedbackMapping(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', id) mappingId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<SavedMappingType> {
    return spokenSaved(await this.mappings.archive(member, FEEDBACK_MAPPING, mappingId, version));
  }
}
