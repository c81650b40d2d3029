import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Cell } from '../../platform/tables/index.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { sendCsv } from '../touchpoints/index.js';
import { ObjectiveStatusReadModel } from './objective-status.read-model.js';

const HEADERS = {
  en: [
    'Goal',
    'Objective',
    'Metric',
    'Stands',
    'Value',
    'Unit',
    'Lower limit',
    'Upper limit',
    'n',
    'Month',
    'Latest observation',
    'Target',
    'Target, upper end',
    'Due on',
    'Projected',
    'Change in a quarter',
    'Verdict on the change',
    'Owner',
  ],
  'zh-CN': [
    '业务目标',
    '体验目标',
    '指标',
    '状态',
    '当前值',
    '单位',
    '区间下限',
    '区间上限',
    'n',
    '月份',
    '最近一次观测',
    '目标值',
    '目标上限',
    '目标日期',
    '预计达到',
    '季度变化',
    '变化判断',
    '责任团队',
  ],
};

/** The status of all objectives as a table for spreadsheets: a row for each metric, objectives in words with none. */
@Controller('exports')
export class ObjectiveStatusFileController {
  constructor(private readonly read: ObjectiveStatusReadModel) {}

  @Get('objective-status.csv')
  @Allow('export', 'Goal')
  async download(@CurrentMember() member: MemberPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const { goals } = await this.read.status(member);
    const lines = goals.flatMap((goal) =>
      goal.objectives.flatMap((objective): Cell[][] => {
        if (objective.metrics.length === 0) return [[goal.name, objective.name]];
        return objective.metrics.map((metric) => [
          goal.name,
          objective.name,
          metric.name,
          metric.outlook,
          metric.latest?.value ?? null,
          metric.unit,
          metric.latest?.lower ?? null,
          metric.latest?.upper ?? null,
          metric.latest?.n ?? null,
          metric.latest?.month.toISOString() ?? null,
          metric.lastAt?.toISOString() ?? null,
          metric.target?.value ?? null,
          metric.target?.upperValue ?? null,
          metric.target?.dueOn ?? null,
          metric.projected,
          metric.difference,
          metric.change,
          metric.ownerTeamName,
        ]);
      }),
    );
    const header = HEADERS[member.locale.startsWith('zh') ? 'zh-CN' : 'en'];
    await sendCsv(reply, 'objective-status.csv', [header, ...lines]);
  }
}
