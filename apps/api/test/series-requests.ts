/** What a metric's page asks of its series, and the import that fills one. */
export const START = `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
  startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id } }`;
export const IMPORT = `query ($id: ID!) { observationImport(id: $id) { state } }`;
export const SERIES = `query ($metricId: ID!, $grain: Grain!, $from: DateTime!, $to: DateTime!, $segment: SegmentInput) {
  metricSeries(metricId: $metricId, grain: $grain, from: $from, to: $to, segment: $segment) {
    breaks { beginsOn ofMetric } points { bucket value n suppressed reason reasonMetric }
    control { chart notCounted phases { basis points from to } limits { bucket center lower upper }
      signals { rule from to direction } } } }`;
export const SEGMENTS = `query ($metricId: ID!, $dimension: String!, $grain: Grain!, $from: DateTime!, $to: DateTime!,
    $search: String, $first: Int, $after: String) {
  metricSegments(metricId: $metricId, dimension: $dimension, grain: $grain, from: $from, to: $to, search: $search,
      first: $first, after: $after) {
    value n brokenBy { beginsOn cause }
    segments { totalCount pageInfo { hasNextPage endCursor }
      edges { node { segment value n suppressed difference p refusal } } } } }`;
export const LINES = `query ($metricId: ID!, $dimension: String!, $segments: [String!]!, $grain: Grain!, $from: DateTime!,
    $to: DateTime!) {
  metricSegmentLines(metricId: $metricId, dimension: $dimension, segments: $segments, grain: $grain, from: $from, to: $to) {
    minimumGroupSize breaks { beginsOn } lines { segment points { bucket value lower upper n suppressed } } } }`;
export const COMPARE = `query ($metricId: ID!, $grain: Grain!, $period: PeriodInput!, $reference: PeriodInput!, $segment: SegmentInput) {
  compareMetricPeriods(metricId: $metricId, grain: $grain, period: $period, reference: $reference, segment: $segment) {
    period { value n points withheld } reference { value n points withheld } test difference lower upper p refusal
    brokenBy { beginsOn note } } }`;
export const BASELINE = `mutation ($metricId: ID!, $version: Int!, $fromDay: Date!, $toDay: Date!, $note: String) {
  setControlBaseline(metricId: $metricId, version: $version, fromDay: $fromDay, toDay: $toDay, note: $note) {
    controlBaseline { fromDay toDay note setByName version } } }`;
export const CLEAR = `mutation ($metricId: ID!, $version: Int!) {
  clearControlBaseline(metricId: $metricId, version: $version) { controlBaseline { version } } }`;
