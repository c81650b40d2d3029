import type { ReactNode } from 'react';
import { AppLink } from '../../ui/AppLink.js';
import type { TraceKind } from './trace.generated.js';

export interface Somewhere {
  readonly kind: TraceKind;
  readonly id: string;
  /** Where it has no page of its own: whose page it stands on. */
  readonly pageId?: string | null;
}

/** A link to the page where an object is worked on; what has none, such as a team, is said without one. */
export function ObjectLink({ kind, id, pageId, children }: Somewhere & { children: ReactNode }) {
  switch (kind) {
    case 'GOAL':
    case 'OBJECTIVE':
      return (
        <AppLink to="/goals" search={{ edit: `${kind.toLowerCase()}:${id}` }}>
          {children}
        </AppLink>
      );
    case 'METRIC':
      return (
        <AppLink to="/metrics/$metricId" params={{ metricId: id }}>
          {children}
        </AppLink>
      );
    case 'ALERT':
      return (
        <AppLink to="/monitoring/alerts/$alertId" params={{ alertId: id }}>
          {children}
        </AppLink>
      );
    case 'PERSONA':
      return (
        <AppLink to="/personas" search={{ persona: id }}>
          {children}
        </AppLink>
      );
    case 'JOURNEY':
    case 'STAGE':
      return (
        <AppLink to="/journeys/$journeyId" params={{ journeyId: pageId ?? id }}>
          {children}
        </AppLink>
      );
    case 'TOUCHPOINT':
      return (
        <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: id }}>
          {children}
        </AppLink>
      );
    case 'ASSESSMENT':
      return (
        <AppLink to="/assessments/$assessmentId" params={{ assessmentId: id }}>
          {children}
        </AppLink>
      );
    case 'GAP':
      return (
        <AppLink
          to="/assessments/$assessmentId/results"
          params={{ assessmentId: pageId ?? id.split(':')[0] ?? id }}
          search={{ view: 'gaps' }}
        >
          {children}
        </AppLink>
      );
    case 'FEEDBACK':
      return (
        <AppLink to="/inbox" search={{ at: id }}>
          {children}
        </AppLink>
      );
    case 'PAIN_POINT':
      return (
        <AppLink to="/pain-points/$painPointId" params={{ painPointId: id }}>
          {children}
        </AppLink>
      );
    case 'OPPORTUNITY':
      return (
        <AppLink to="/opportunities" search={{ opportunity: id }}>
          {children}
        </AppLink>
      );
    case 'DECISION':
      return (
        <AppLink to="/decisions/$decisionId" params={{ decisionId: id }}>
          {children}
        </AppLink>
      );
    case 'INITIATIVE':
    case 'EFFECT':
    case 'VERDICT':
      return (
        <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: pageId ?? id }}>
          {children}
        </AppLink>
      );
    case 'TEAM':
      return <>{children}</>;
  }
}
