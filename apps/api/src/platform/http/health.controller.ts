import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { AllowAnyone } from '../authz/allow.decorator.js';
import { APP_DATABASE } from '../database/database.tokens.js';
import { METRICS, type Metrics } from '../metrics/metrics.js';

/** Whether the process lives, whether it can serve, and what it has counted. */
@Controller()
export class HealthController {
  constructor(
    @Inject(APP_DATABASE) private readonly database: DataSource,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @AllowAnyone()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @AllowAnyone()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const answers = await this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
    await reply.status(answers ? 200 : 503).send({ status: answers ? 'ok' : 'unavailable', database: answers });
  }

  @Get('metrics')
  @AllowAnyone()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
