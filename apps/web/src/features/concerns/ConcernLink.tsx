import { AppLink } from '../../ui/AppLink.js';
import type { ConcernFieldsFragment } from './concerns.generated.js';

/** To where it is dealt with, or was. */
export function ConcernLink({ concern: { kind, objectId, number, title } }: { concern: ConcernFieldsFragment }) {
  const look = { size: 'sm', fw: 600 } as const;
  switch (kind) {
    case 'DECISION':
    case 'DECIDED':
      return (
        <AppLink to="/decisions/$decisionId" params={{ decisionId: objectId }} {...look}>
          D-{number} {title}
        </AppLink>
      );
    case 'JUDGEMENT':
      return (
        <AppLink to="/ranking/$roundId" params={{ roundId: objectId }} {...look}>
          {title}
        </AppLink>
      );
    case 'ALERT':
      return (
        <AppLink to="/monitoring/alerts/$alertId" params={{ alertId: objectId }} {...look}>
          {title}
        </AppLink>
      );
    case 'ACTION':
    case 'REPORT':
    case 'BENEFIT_CHECK':
    case 'VERDICT':
      return (
        <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: objectId }} {...look}>
          I-{number} {title}
        </AppLink>
      );
  }
}
