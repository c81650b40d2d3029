/** What a client asks of initiatives, and everything it reads back of one. */
const SUMMARY = `id number title stage late health reportOverdue openActions overdueActions mayUpdate mayRun version
  teamName ownerName sponsorName costPlannedMinor currency steps { to allowed unmet { code remedy params } }`;
const PAGE = `${SUMMARY} hypothesisChange hypothesisEffect hypothesisReason mayPlan launchedOn
  opportunity { id number title } painPoints { id number title } touchpoints { id name }
  gaps { assessmentName nodeId nodeName targetLevel } needs { id number title stage note } neededBy { number }
  milestones { id name dueOn reachedOn version } actions { id text ownerName dueOn state mayFinish version }
  risks { id text likelihood impact state version } statusUpdates { health text createdByName }
  history { from to reason changedByName } events { act actorName fields }`;
export const ONE = `query ($id: ID!) { initiative(id: $id) { ${PAGE} } }`;
export const LIST = `query ($first: Int, $after: String, $search: String, $stages: [InitiativeStage!], $teamId: ID, $mine: Boolean,
    $late: Boolean) {
  initiatives(first: $first, after: $after, search: $search, stages: $stages, teamId: $teamId, mine: $mine, late: $late) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${SUMMARY} } } } }`;
export const CREATE = `mutation ($input: InitiativeInput!, $opportunityId: ID) {
  createInitiative(input: $input, opportunityId: $opportunityId) { ${PAGE} } }`;
export const UPDATE = `mutation ($id: ID!, $version: Int!, $input: InitiativeInput!) {
  updateInitiative(id: $id, version: $version, input: $input) { ${PAGE} } }`;
export const ENTER = `mutation ($id: ID!, $version: Int!, $to: InitiativeStage!, $reason: String, $launchedOn: Date) {
  enterInitiativeStage(id: $id, version: $version, to: $to, reason: $reason, launchedOn: $launchedOn) { ${PAGE} } }`;
export const ACTION = `mutation ($initiativeId: ID!, $seen: SeenPartInput, $input: ActionInput!) {
  saveAction(initiativeId: $initiativeId, seen: $seen, input: $input) { ${PAGE} } }`;
export const TICK = `mutation ($id: ID!, $version: Int!, $state: ActionState!) {
  setActionState(id: $id, version: $version, state: $state) { id actions { id state version } } }`;
export const MILESTONE = `mutation ($initiativeId: ID!, $seen: SeenPartInput, $input: MilestoneInput!) {
  saveMilestone(initiativeId: $initiativeId, seen: $seen, input: $input) { ${PAGE} } }`;
export const RISK = `mutation ($initiativeId: ID!, $seen: SeenPartInput, $input: RiskInput!) {
  saveRisk(initiativeId: $initiativeId, seen: $seen, input: $input) { ${PAGE} } }`;
export const REMOVE = (what: string): string => `mutation ($initiativeId: ID!, $seen: SeenPartInput!) {
  remove${what}(initiativeId: $initiativeId, seen: $seen) { milestones { id } risks { id } } }`;
export const MY_ACTIONS = '{ myActions { id text overdue initiativeTitle version } }';
export const REPORT = `mutation ($initiativeId: ID!, $input: StatusUpdateInput!) {
  reportOnInitiative(initiativeId: $initiativeId, input: $input) { ${PAGE} } }`;
export const NEED = `mutation ($initiativeId: ID!, $needsId: ID!) {
  addDependency(initiativeId: $initiativeId, needsId: $needsId) { ${PAGE} } }`;
export const NEED_NO_MORE = `mutation ($initiativeId: ID!, $needsId: ID!) {
  removeDependency(initiativeId: $initiativeId, needsId: $needsId) { needs { id } } }`;
export const GATES = 'mutation ($stages: [GatedStage!]!) { setStageGates(stages: $stages) }';
export const ARCHIVE =
  'mutation ($id: ID!, $version: Int!) { archiveInitiative(id: $id, version: $version) { archivedAt } }';
