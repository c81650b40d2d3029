import { CURRENT_VERSION } from '../metrics/index.js';

const MEMBER_NAME = (id: string): string =>
  `(SELECT m.name FROM membership m WHERE m.organization_id = r.organization_id AND m.id = ${id})`;

/** Expects `v`, a verdict. */
const VERDICT_JSON = `json_build_object('id', v.id, 'occasion', v.occasion, 'judgedOn', v.judged_on, 'verdict', v.verdict,
  'reasons', v.reasons, 'formula', v.formula, 'comparison', coalesce(v.inputs->>'comparison', 'none'),
  'estimate', v.estimate, 'lower', v.lower, 'upper', v.upper,
  'standardError', v.standard_error, 'p', v.p, 'nBefore', v.n_before, 'nAfter', v.n_after,
  'bucketsBefore', coalesce((v.inputs->>'bucketsBefore')::int, 0), 'bucketsAfter', coalesce((v.inputs->>'bucketsAfter')::int, 0),
  'withheld', coalesce((v.inputs->>'withheld')::int, 0), 'left', v.inputs->'left',
  'confoundedWith', (SELECT coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'title', i.title) ORDER BY i.number), '[]')
    FROM initiative i WHERE i.organization_id = v.organization_id
      AND coalesce(v.inputs->'confoundedWith', '[]') ? i.id::text),
  'fingerprint', encode(v.fingerprint, 'hex'), 'computedAt', v.computed_at)`;

const OF_REGISTRATION = `FROM effect_verdict v WHERE v.organization_id = r.organization_id AND v.registration_id = r.id`;
/** A verdict of a day counts in the order in which it was computed. */
const LATEST_FIRST = `ORDER BY v.judged_on DESC, v.computed_at DESC, v.id DESC`;

/** The last verdict of an occasion. Expects `r`. */
export const latestVerdict = (occasion: 'evaluation' | 'watch', what = 'v.verdict'): string =>
  `(SELECT ${what} ${OF_REGISTRATION} AND v.occasion = '${occasion}' ${LATEST_FIRST} LIMIT 1)`;

/** Expects `r`, a registration, `i`, its initiative, `m`, `n`, their metrics, `v`, the version of `m`, and `d.today`. */
export const REGISTRATION_JSON = `json_build_object('row', to_jsonb(r), 'metricName', m.name, 'unit', v.unit,
  'controlName', n.name, 'sealedByName', ${MEMBER_NAME('r.sealed_by')}, 'withdrawnByName', ${MEMBER_NAME('r.withdrawn_by')},
  'verdicts', (SELECT coalesce(json_agg(${VERDICT_JSON} ${LATEST_FIRST}), '[]') ${OF_REGISTRATION}),
  'points', (SELECT v.inputs->'points' ${OF_REGISTRATION} ${LATEST_FIRST} LIMIT 1),
  'due', r.sealed_at IS NOT NULL AND r.withdrawn_at IS NULL AND r.evaluate_on <= d.today
    AND coalesce(${latestVerdict('evaluation')}, 'insufficient') = 'insufficient')`;

export const AROUND_REGISTRATION = `
  JOIN organization o ON o.id = r.organization_id
  JOIN initiative i ON i.organization_id = r.organization_id AND i.id = r.initiative_id
  JOIN metric m ON m.organization_id = r.organization_id AND m.id = r.metric_id
  JOIN ${CURRENT_VERSION} ON true
  LEFT JOIN metric n ON n.organization_id = r.organization_id AND n.id = r.control_metric_id`;
