import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { AnswerMappingInput } from './import.input.js';
import { problemText } from './import-problem.js';
import {
  AnswerImportType,
  ImportModeEnum,
  ImportPreviewType,
  ImportProblemConnectionType,
  type ImportProblemType,
  UploadedTableType,
} from './import.type.js';
import { ImportsReadModel } from './imports.read-model.js';
import { LookAtTableService } from './look-at-table.service.js';
import { StartImportService } from './start-import.service.js';

const id = { type: () => ID };

const inLanguageOf = <Problem extends ImportProblemType>({ locale }: MemberPrincipal, problem: Problem): Problem => ({
  ...problem,
  message: problemText(problem, locale),
});

@Resolver()
export class ImportsResolver {
  constructor(
    private readonly tables: LookAtTableService,
    private readonly starts: StartImportService,
    private readonly imports: ImportsReadModel,
  ) {}

  @Query(() => UploadedTableType)
  @Allow('read', 'Import')
  uploadedTable(
    @CurrentMember() member: MemberPrincipal,
    @Args('fileId', id) fileId: string,
    @Args('assessmentId', id) assessmentId: string,
    @Args('sheet', { type: () => String, nullable: true }) sheet?: string | null,
    @Args('headerRow', { type: () => Int, nullable: true }) headerRow?: number | null,
  ): Promise<UploadedTableType> {
    return this.tables.table(member, assessmentId, fileId, { sheet, headerRow });
  }

  @Query(() => [AnswerImportType])
  @Allow('read', 'Import')
  answerImports(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
  ): Promise<AnswerImportType[]> {
    return this.imports.list(member, assessmentId);
  }

  @Query(() => AnswerImportType)
  @Allow('read', 'Import')
  answerImport(@CurrentMember() member: MemberPrincipal, @Args('id', id) importId: string): Promise<AnswerImportType> {
    return this.imports.one(member, importId);
  }

  @Query(() => ImportProblemConnectionType)
  @Allow('read', 'Import')
  async importProblems(
    @CurrentMember() member: MemberPrincipal,
    @Args('importId', id) importId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Connection<ImportProblemType>> {
    const problems = await this.imports.problems(member, importId, first, after ?? null);
    const edges = problems.edges.map((edge) => ({ ...edge, node: inLanguageOf(member, edge.node) }));
    return { ...problems, edges };
  }

  @Mutation(() => ImportPreviewType, { description: 'What an import would do; nothing is kept.' })
  @Allow('create', 'Import')
  async previewAnswerImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: AnswerMappingInput,
  ): Promise<ImportPreviewType> {
    const preview = await this.tables.preview(member, assessmentId, fileId, { ...mapping });
    return { ...preview, problems: preview.problems.map((problem) => inLanguageOf(member, problem)) };
  }

  @Mutation(() => AnswerImportType)
  @Allow('create', 'Import')
  startAnswerImport(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', id) assessmentId: string,
    @Args('fileId', id) fileId: string,
    @Args('mapping') mapping: AnswerMappingInput,
    @Args('mode', { type: () => ImportModeEnum }) mode: ImportModeEnum,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key?: string | null,
  ): Promise<AnswerImportType> {
    return this.starts.start(member, { assessmentId, fileId, mapping: { ...mapping }, mode }, key ?? null);
  }
}
