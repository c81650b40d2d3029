import { assessmentEntities } from './features/assessments/index.js';
import { ecosystemEntities } from './features/ecosystem/index.js';
import { goalEntities } from './features/goals/index.js';
import { identityEntities } from './features/identity/index.js';
import { metricEntities } from './features/metrics/index.js';
import { journeyEntities } from './features/journeys/index.js';
import { modelEntities } from './features/models/index.js';
import { personaEntities } from './features/personas/index.js';
import { organisationEntities } from './features/organisation/index.js';
import { ownershipEntities } from './features/ownership/index.js';
import { painPointEntities } from './features/pain-points/index.js';
import { feedbackEntities } from './features/feedback/index.js';
import { savedViewEntities } from './features/saved-views/index.js';
import { touchpointEntities } from './features/touchpoints/index.js';

/** Every mapped aggregate; the drift check compares them with the migrated schema. */
export const entities = [
  ...identityEntities,
  ...organisationEntities,
  ...modelEntities,
  ...assessmentEntities,
  ...touchpointEntities,
  ...ownershipEntities,
  ...metricEntities,
  ...goalEntities,
  ...journeyEntities,
  ...ecosystemEntities,
  ...personaEntities,
  ...painPointEntities,
  ...feedbackEntities,
  ...savedViewEntities,
];
