import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../session/lazy-page.js';
import { appRoute } from '../../shell/app-route.js';
import { choiceParam, flagParam, textParam } from '../../ui/search-params.js';
import { ALERT_RULES, ALERT_SEVERITIES, ALERT_STATES } from './alert-words.js';
import type { AlertRule, AlertSeverity, AlertState } from './alerts.generated.js';

export interface AlertsSearch {
  q?: string;
  /** Absent: all that are not closed. */
  state?: AlertState;
  rule?: AlertRule;
  severity?: AlertSeverity;
  team?: string;
  metric?: string;
  mine?: true;
  /** The panel with the hours of escalation and what comes by mail. */
  rules?: true;
  /** The saved view whose filters these are, or were. */
  view?: string;
}

const ACTS = ['snooze', 'assign', 'close', 'handOn', 'escalate', 'reopen', 'note'] as const;
export type AskedAct = (typeof ACTS)[number];

export interface AlertSearch {
  /** The act whose form is open. */
  act?: AskedAct;
}

export const alertRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: '/monitoring/alerts',
    staticData: { requires: ['read', 'Alert'] },
    validateSearch: (search: Record<string, unknown>): AlertsSearch => ({
      q: textParam(search.q),
      state: choiceParam(ALERT_STATES)(search.state),
      rule: choiceParam(ALERT_RULES)(search.rule),
      severity: choiceParam(ALERT_SEVERITIES)(search.severity),
      team: textParam(search.team),
      metric: textParam(search.metric),
      mine: flagParam(search.mine),
      rules: flagParam(search.rules),
      view: textParam(search.view),
    }),
    component: lazyPage(() => import('./AlertsPage.js'), 'alerts', 'ownership', 'savedViews'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/monitoring/alerts/$alertId',
    staticData: { requires: ['read', 'Alert'] },
    validateSearch: (search: Record<string, unknown>): AlertSearch => ({ act: choiceParam(ACTS)(search.act) }),
    component: lazyPage(() => import('./AlertPage.js'), 'alerts'),
  }),
] as const;
