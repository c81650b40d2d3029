import { Platform1795000000001 } from './1795000000001-platform.js';
import { OrganisationAndIdentity1795000000002 } from './1795000000002-organisation-and-identity.js';
import { Maturity1795000000003 } from './1795000000003-maturity.js';
import { ResultsAndImports1795000000004 } from './1795000000004-results-and-imports.js';
import { Backup1795000000005 } from './1795000000005-backup.js';
import { JourneysAndOwnership1795100000001 } from './1795100000001-journeys-and-ownership.js';
import { MetricsAndGoals1795100000002 } from './1795100000002-metrics-and-goals.js';
import { Observations1795100000003 } from './1795100000003-observations.js';
import { Alerts1795100000004 } from './1795100000004-alerts.js';
import { ControlBaseline1795100000005 } from './1795100000005-control-baseline.js';
import { ProductVolume1795100000006 } from './1795100000006-product-volume.js';
import { MetricConflicts1795100000007 } from './1795100000007-metric-conflicts.js';
import { Personas1795100000008 } from './1795100000008-personas.js';
import { Evidence1795100000009 } from './1795100000009-evidence.js';
import { SavedViews1795100000010 } from './1795100000010-saved-views.js';
import { FeedbackAndPainPoints1795200000001 } from './1795200000001-feedback-and-pain-points.js';
import { Initiatives1795200000002 } from './1795200000002-initiatives.js';
import { Effects1795200000003 } from './1795200000003-effects.js';
import { Ranking1795200000004 } from './1795200000004-ranking.js';
import { Trace1795200000005 } from './1795200000005-trace.js';
import { Digest1795200000006 } from './1795200000006-digest.js';

/** Every migration in the order it ran; append only. */
export const migrations = [
  Platform1795000000001,
  OrganisationAndIdentity1795000000002,
  Maturity1795000000003,
  ResultsAndImports1795000000004,
  Backup1795000000005,
  JourneysAndOwnership1795100000001,
  MetricsAndGoals1795100000002,
  Observations1795100000003,
  Alerts1795100000004,
  ControlBaseline1795100000005,
  ProductVolume1795100000006,
  MetricConflicts1795100000007,
  Personas1795100000008,
  Evidence1795100000009,
  SavedViews1795100000010,
  FeedbackAndPainPoints1795200000001,
  Initiatives1795200000002,
  Effects1795200000003,
  Ranking1795200000004,
  Trace1795200000005,
  Digest1795200000006,
];
