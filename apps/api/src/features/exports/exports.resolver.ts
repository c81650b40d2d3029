import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JobsReadModel, JobType } from '../jobs/index.js';
import { ExportFormatEnum, ExportKindEnum } from './export.type.js';
import { StartExportService } from './start-export.service.js';

@Resolver()
export class ExportsResolver {
  constructor(
    private readonly exports: StartExportService,
    private readonly jobs: JobsReadModel,
  ) {}

  @Mutation(() => JobType, {
    description:
      'Results as they are shown, or answers as far as the anonymity of the wave allows. The job’s result is {fileId, fileName, rows}; the file is kept for seven days.',
  })
  // Whoever may export answers may export results as well; the service asks for answers apart.
  @Allow('export', 'ResultSet')
  async startExport(
    @CurrentMember() member: MemberPrincipal,
    @Args('assessmentId', { type: () => ID }) assessmentId: string,
    @Args('kind', { type: () => ExportKindEnum }) kind: ExportKindEnum,
    @Args('format', { type: () => ExportFormatEnum }) format: ExportFormatEnum,
  ): Promise<JobType> {
    const jobId = await this.exports.start(member, { assessmentId, kind, format, locale: member.locale });
    return this.jobs.find(member, jobId);
  }
}
