import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Role } from './roles.js';

/**
 * Everything that can be acted on. A subject is a word of the domain, not a table: `ResultSet` covers cells, gaps and
 * comparisons, `Person` covers memberships and their invitations, `Journey` covers personas and products, `Goal` covers
 * objectives, `Metric` covers definitions, targets, links, breaks and notes, `PainPoint` covers causes, `Initiative` covers
 * milestones, risks and status updates, `Effect` covers registrations and verdicts, `Ranking` covers rounds and judgements.
 */
export const SUBJECTS = [
  'AccessToken',
  'Action',
  'Alert',
  'Answers',
  'Assessment',
  'AuditTrail',
  'Benefit',
  'BusinessUnit',
  'Decision',
  'Effect',
  'Feedback',
  'Goal',
  'Import',
  'Initiative',
  'Invitation',
  'Job',
  'Journey',
  'MaturityModel',
  'Metric',
  'Observation',
  'Opportunity',
  'Organization',
  'Ownership',
  'PainPoint',
  'Person',
  'Profile',
  'Ranking',
  'Response',
  'ResultSet',
  'SavedView',
  'StoredFile',
  'Team',
  'Touchpoint',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** `run` is opening, closing, publishing and reminding; `export` takes data out of the system. */
export const ACTIONS = ['read', 'create', 'update', 'archive', 'run', 'export', 'verify', 'retry'] as const;
export type Action = (typeof ACTIONS)[number];

export type AppAbility = MongoAbility<[Action, Subject | 'all']>;

/** Whoever acts: a member of an organisation, a respondent with a link, or the system itself on behalf of a job. */
export type Actor =
  | { readonly kind: 'member'; readonly membershipId: string; readonly role: Role; readonly teamIds: readonly string[] }
  | { readonly kind: 'respondent' }
  | { readonly kind: 'system' };

/** States in which a wave is visible beyond the programme office: before that it is work in progress. */
const SHARED_STATES = ['open', 'closed', 'published', 'archived'] as const;
const PUBLISHED_STATES = ['published', 'archived'] as const;

type OneOrMany<T> = T | T[];
/** The fields of a row that a rule may look at. */
type RowCondition = Readonly<
  Partial<Record<'state' | 'membershipId' | 'createdBy' | 'teamId', string | { readonly $in: string[] }>> & {
    shared?: true;
  }
>;
type Allow = (action: OneOrMany<Action>, subject: OneOrMany<Subject | 'all'>, condition?: RowCondition) => void;

/** The atlas, its owners and its numbers are there to be seen by all who work on them. */
const OPEN_TO_MEMBERS = ['Goal', 'Journey', 'Metric', 'Observation', 'Ownership', 'Touchpoint', 'Alert'] as const;

/** So is what is done about it: whoever works on a fix sees why it is wanted, what it promised and whether that came true. */
const THREAD_OPEN_TO_MEMBERS = [
  'Action',
  'Benefit',
  'Decision',
  'Effect',
  'Feedback',
  'Initiative',
  'Opportunity',
  'PainPoint',
  'Ranking',
] as const;

function allowEveryMember(allow: Allow, membershipId: string): void {
  allow('read', ['Organization', 'BusinessUnit', 'Team', 'Person', 'MaturityModel', 'Profile']);
  allow('read', [...OPEN_TO_MEMBERS, ...THREAD_OPEN_TO_MEMBERS]);
  // What somebody met with a customer may be told by everybody; what one was given to do is ticked off by oneself.
  allow('create', 'Feedback');
  allow('update', 'Action', { membershipId });
  // A judge judges and a decider decides for themselves; who that is stands in the round and in the decision.
  allow('run', ['Decision', 'Ranking'], { membershipId });
  allow('update', 'Profile');
  allow('read', 'Assessment', { state: { $in: [...SHARED_STATES] } });
  allow('read', 'ResultSet', { state: { $in: [...PUBLISHED_STATES] } });
  allow(['read', 'create', 'archive'], 'AccessToken', { membershipId });
  allow('read', ['Job', 'StoredFile'], { createdBy: membershipId });
  // A view is a way to ask, and shows nobody anything that the list would not.
  allow(['read', 'create', 'update', 'archive'], 'SavedView', { membershipId });
  allow('read', 'SavedView', { shared: true });
}

function allowProgrammeOffice(allow: Allow): void {
  allow(['read', 'create', 'update'], 'MaturityModel');
  allow(['read', 'create', 'update', 'archive', 'run'], 'Assessment');
  allow(['read', 'create', 'update', 'archive'], 'Invitation');
  allow(['read', 'export'], 'ResultSet');
  allow('export', 'Answers');
  allow(['read', 'create'], 'Import');
  allow(['read', 'create'], 'StoredFile');
  allow(['create', 'update', 'archive'], ['BusinessUnit', 'Team']);
  allow(['read', 'retry'], 'Job');
  allow(['create', 'update', 'archive', 'export'], ['Goal', 'Journey', 'Metric', 'Ownership', 'Touchpoint']);
  allow(['create', 'archive', 'export'], 'Observation');
  allow(['update', 'archive'], 'SavedView', { shared: true });
  // To run alerts is to say when they go further up.
  allow(['update', 'run'], 'Alert');
  allow(
    ['create', 'update', 'archive', 'export'],
    ['Action', 'Benefit', 'Decision', 'Effect', 'Feedback', 'Initiative', 'Opportunity', 'PainPoint', 'Ranking'],
  );
  // To run an effect is to have it judged now, where its day has come; to run feedback is to bring it in by file.
  allow('run', ['Initiative', 'Effect', 'Feedback']);
}

/** A lead looks after what the own teams answer for: touchpoints they are accountable for, metrics they own, alerts they got. */
function allowTeamLead(allow: Allow, teamIds: readonly string[]): void {
  const ownTeams = { teamId: { $in: [...teamIds] } };
  allow('update', ['Touchpoint', 'Metric', 'Alert'], ownTeams);
  allow(['create', 'archive'], 'Observation', ownTeams);
  // A file of numbers is uploaded before it is known whose metrics it speaks of; nobody but the uploader reads it.
  allow('create', 'StoredFile');
  allow('create', ['PainPoint', 'Opportunity', 'Initiative']);
  allow('update', ['Feedback', 'PainPoint'], ownTeams);
  // By file comes what was said at touchpoints of the own teams.
  allow('run', 'Feedback', ownTeams);
  allow(['update', 'run'], 'Initiative', ownTeams);
  allow(['create', 'update'], ['Action', 'Benefit', 'Decision', 'Effect'], ownTeams);
}

/** What an executive shows to a board can be taken along. */
function allowExecutive(allow: Allow): void {
  allow('export', 'ResultSet', { state: { $in: [...PUBLISHED_STATES] } });
  allow('export', 'Goal');
  allow('export', ['Initiative', 'Decision']);
  // As those who answer for the money they check benefits that others entered.
  allow('verify', 'Benefit');
}

function allowAdministrator(allow: Allow): void {
  allow('update', 'Organization');
  allow(['create', 'update', 'archive'], ['BusinessUnit', 'Team', 'Person']);
  allow(['read', 'archive'], 'AccessToken');
  allow(['read', 'verify'], 'AuditTrail');
  allow(['read', 'retry'], 'Job');
  allow(['create', 'archive'], 'Observation');
  allow('create', 'StoredFile');
  allow('read', 'Assessment');
  allow('read', 'ResultSet');
}

/**
 * What an actor may do; the one definition that API and web share. Deny by default: what is not said here is refused.
 * Row conditions name fields of the subject (`state`, `membershipId`, `createdBy`, `teamId`, `shared`); the API compiles them to SQL.
 */
export function abilityFor(actor: Actor): AppAbility {
  const rules: RawRuleOf<AppAbility>[] = [];
  const allow: Allow = (action, subject, conditions) =>
    void rules.push(conditions ? { action, subject, conditions } : { action, subject });
  switch (actor.kind) {
    case 'respondent':
      allow(['read', 'create', 'update'], 'Response');
      break;
    case 'system':
      allow([...ACTIONS], 'all');
      break;
    case 'member':
      allowEveryMember(allow, actor.membershipId);
      if (actor.role === 'programme_office') allowProgrammeOffice(allow);
      if (actor.role === 'administrator') allowAdministrator(allow);
      if (actor.role === 'team_lead') allowTeamLead(allow, actor.teamIds);
      // Whoever was given an alert deals with it, whatever they may do otherwise.
      if (actor.role === 'contributor') allow('update', 'Alert', { membershipId: actor.membershipId });
      if (actor.role === 'executive') allowExecutive(allow);
      break;
  }
  return createMongoAbility<AppAbility>(rules);
}
