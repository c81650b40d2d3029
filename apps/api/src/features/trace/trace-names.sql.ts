import type { Subject } from '@touchstone/domain';
import { CURRENT_VERSION } from '../metrics/index.js';
import type { TraceKindEnum } from './trace.enums.js';

export interface Naming {
  /** Whose ability says whether it may be read; rows whose condition does not hold are withheld. */
  readonly subject: Subject;
  readonly columns?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly created: string;
  readonly name: string;
  readonly localizedName?: string;
  readonly number?: string;
  /** On the day: `m.until` is its end, and `m.past` says that the day is over. */
  readonly state?: string;
  readonly page?: string;
  readonly facts?: string;
}

const ARCHIVED = `CASE WHEN x.archived_at < m.until THEN 'archived' END`;
/** What only today's row knows. */
const OF_TODAY = `CASE WHEN NOT m.past THEN x.state END`;
const table = (name: string): string => `JOIN ${name} x ON x.organization_id = $1 AND x.id = n.id`;

const VERSION_OF = (metricId: string): string =>
  `JOIN metric metric ON metric.organization_id = $1 AND metric.id = ${metricId}
   LEFT JOIN LATERAL (SELECT v.unit FROM organization o
     JOIN metric m ON m.organization_id = o.id AND m.id = metric.id JOIN ${CURRENT_VERSION} ON true
     WHERE o.id = $1) version ON true`;

/** How each kind of object is found and spoken of. Expects a node `n` (kind, id, part) and the moment `m`. */
export const NAMINGS: Readonly<Record<`${TraceKindEnum}`, Naming>> = {
  goal: { subject: 'Goal', from: table('business_goal'), created: 'x.created_at', name: 'x.name', state: ARCHIVED },
  objective: {
    subject: 'Goal',
    from: table('experience_objective'),
    created: 'x.created_at',
    name: 'x.name',
    state: ARCHIVED,
  },
  metric: { subject: 'Metric', from: table('metric'), created: 'x.created_at', name: 'x.name', state: ARCHIVED },
  alert: {
    subject: 'Alert',
    from: `${table('alert')} JOIN metric metric ON metric.organization_id = $1 AND metric.id = x.metric_id`,
    created: 'x.opened_at',
    name: 'metric.name',
    state: `CASE WHEN x.closed_at < m.until THEN 'closed' WHEN NOT m.past THEN x.state ELSE 'open' END`,
    facts: `json_build_object('rule', x.rule)`,
  },
  persona: { subject: 'Journey', from: table('persona'), created: 'x.created_at', name: 'x.name', state: ARCHIVED },
  journey: { subject: 'Journey', from: table('journey'), created: 'x.created_at', name: 'x.name', state: ARCHIVED },
  stage: {
    subject: 'Journey',
    from: `${table('journey_stage')} JOIN journey journey ON journey.organization_id = $1 AND journey.id = x.journey_id`,
    created: 'journey.created_at',
    name: 'x.name',
    page: 'x.journey_id',
    facts: `json_build_object('partOf', journey.name)`,
  },
  team: { subject: 'Team', from: table('team'), created: 'x.created_at', name: 'x.name', state: ARCHIVED },
  touchpoint: {
    subject: 'Touchpoint',
    from: table('touchpoint'),
    created: 'x.created_at',
    name: 'x.name',
    state: ARCHIVED,
  },
  assessment: {
    subject: 'Assessment',
    columns: { state: 'x.state' },
    from: table('assessment'),
    created: 'x.created_at',
    name: 'x.name',
    state: OF_TODAY,
  },
  gap: {
    subject: 'Assessment',
    columns: { state: 'x.state' },
    from: `JOIN trace_edge gap ON gap.organization_id = $1 AND gap.from_kind = 'assessment' AND gap.from_id = n.id AND gap.from_part = ''
        AND gap.relation = 'shows' AND gap.to_kind = 'gap' AND gap.to_id = n.id AND gap.to_part = n.part
      ${table('assessment')}`,
    created: 'gap.valid_from',
    name: 'NULL::text',
    localizedName: `coalesce((SELECT node.name FROM model_node node WHERE node.organization_id = $1
      AND node.model_version_id = x.model_version_id AND node.node_id = n.part AND node.node_kind IN ('dimension', 'practice') LIMIT 1),
      jsonb_build_object('en', n.part))`,
    state: `CASE WHEN EXISTS (SELECT FROM initiative_gap g JOIN initiative i ON i.organization_id = $1 AND i.id = g.initiative_id
        AND i.created_at < m.until AND (i.archived_at IS NULL OR i.archived_at >= m.until)
      WHERE g.organization_id = $1 AND g.assessment_id = n.id AND g.node_id = n.part) THEN 'planned' ELSE 'open' END`,
    page: 'x.id',
    facts: `json_build_object('partOf', x.name)`,
  },
  feedback: {
    subject: 'Feedback',
    from: table('feedback'),
    created: 'x.created_at',
    name: 'left(x.text, 160)',
    state: OF_TODAY,
  },
  pain_point: {
    subject: 'PainPoint',
    from: table('pain_point'),
    created: 'x.created_at',
    name: 'x.title',
    number: 'x.number',
    state: OF_TODAY,
  },
  opportunity: {
    subject: 'Opportunity',
    from: table('opportunity'),
    created: 'x.created_at',
    name: 'x.title',
    number: 'x.number',
    state: OF_TODAY,
  },
  decision: {
    subject: 'Decision',
    columns: { membershipId: 'x.decider_id' },
    from: table('decision'),
    created: 'x.created_at',
    name: 'x.question',
    number: 'x.number',
    state: `CASE WHEN x.decided_at < m.until OR x.taken_back_at < m.until THEN x.state ELSE 'waiting' END`,
    facts: `json_build_object('chosenOption', (SELECT o.title FROM decision_option o
      WHERE o.organization_id = $1 AND o.decision_id = x.id AND o.chosen AND x.decided_at < m.until))`,
  },
  initiative: {
    subject: 'Initiative',
    from: table('initiative'),
    created: 'x.created_at',
    name: 'x.title',
    number: 'x.number',
    state: `CASE WHEN m.past THEN coalesce((SELECT c.to_stage FROM stage_change c
      WHERE c.organization_id = $1 AND c.initiative_id = x.id AND c.changed_at < m.until ORDER BY c.changed_at DESC, c.id DESC LIMIT 1),
      'proposed') ELSE x.stage END`,
  },
  effect: {
    subject: 'Effect',
    from: `${table('effect_registration')} ${VERSION_OF('x.metric_id')}`,
    created: 'x.created_at',
    name: 'metric.name',
    state: `CASE WHEN x.withdrawn_at < m.until THEN 'withdrawn' WHEN x.sealed_at < m.until THEN 'sealed' ELSE 'registered' END`,
    page: 'x.initiative_id',
    facts: `json_build_object('direction', upper(x.direction), 'expectedChange', x.expected_change, 'method', upper(x.method),
      'unit', version.unit)`,
  },
  verdict: {
    subject: 'Effect',
    from: `${table('effect_verdict')}
      JOIN effect_registration r ON r.organization_id = $1 AND r.id = x.registration_id ${VERSION_OF('r.metric_id')}`,
    created: 'x.computed_at',
    name: 'metric.name',
    state: 'x.verdict',
    page: 'r.initiative_id',
    facts: `json_build_object('occasion', upper(x.occasion), 'judgedOn', x.judged_on, 'estimate', x.estimate, 'lower', x.lower,
      'upper', x.upper, 'unit', version.unit)`,
  },
};
