import { Module } from '@nestjs/common';
import { AlertActsResolver } from './alert-acts.resolver.js';
import { AlertActsService } from './alert-acts.service.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertsReadModel } from './alerts.read-model.js';
import { AlertsResolver } from './alerts.resolver.js';
import { EvaluateAlertsService } from './evaluate-alerts.service.js';
import { TellOfAlertsHandler } from './tell-of-alerts.handler.js';
import { WatchAlertsService } from './watch-alerts.service.js';

@Module({
  providers: [
    AlertActsResolver,
    AlertActsService,
    AlertSettingsService,
    AlertsReadModel,
    AlertsResolver,
    EvaluateAlertsService,
    TellOfAlertsHandler,
    WatchAlertsService,
  ],
  exports: [EvaluateAlertsService],
})
export class AlertsModule {}
