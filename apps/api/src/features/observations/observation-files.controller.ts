import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { CSV_MARK, csvLine } from '../../platform/tables/index.js';
import { sendCsvFile, sendProblems } from '../imports/index.js';
import { LookAtObservationsService } from './look-at-observations.service.js';
import { ObservationImportsReadModel } from './observation-imports.read-model.js';
import { SHAPES } from './observation-mapping.js';
import { problemText } from './observation-problem.js';
import { observationTemplate } from './observation-template.js';

/** What belongs to imports and is saved by a browser: templates to begin with, problems to work off. */
@Controller('observation-imports')
export class ObservationFilesController {
  constructor(
    private readonly imports: ObservationImportsReadModel,
    private readonly tables: LookAtObservationsService,
  ) {}

  @Get('template.csv')
  @Allow('create', 'Observation')
  async template(
    @CurrentMember() member: MemberPrincipal,
    @Query('shape') asked: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shape = SHAPES.find((each) => each === asked) ?? 'column_per_metric';
    const { metrics } = await this.tables.contextOf(member);
    const year = new Date().getUTCFullYear();
    const { name, headings } = observationTemplate(shape, [...metrics.values()], member.locale, year);
    await sendCsvFile(reply, name, [CSV_MARK + csvLine(headings)]);
  }

  @Get(':id/problems.csv')
  @Allow('create', 'Observation')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendProblems(reply, {
      locale: member.locale,
      page: (after, limit) => this.imports.problemRows(member, id, after, limit),
      message: ({ code, params }) => problemText(code, params, member.locale),
    });
  }
}
