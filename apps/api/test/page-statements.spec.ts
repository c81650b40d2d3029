import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { newId } from '../src/platform/database/unit-of-work.js';
import { countStatements, ONE_READ } from './count-statements.js';
import { startSampleApplication } from './sample-application.js';
import type { TestApplication, TestMember } from './test-application.js';

const WEB = fileURLToPath(new URL('../../web/src/', import.meta.url));
const DAY = '2026-06-15';
const HALF_A_YEAR = { from: '2026-01-01T00:00:00Z', to: '2026-07-01T00:00:00Z' };

/** What there is in the sample programme to open pages of. */
type Subjects = Readonly<
  Record<
    | 'published'
    | 'open'
    | 'model'
    | 'touchpoint'
    | 'metric'
    | 'journey'
    | 'answerImport'
    | 'observationImport'
    | 'alert'
    | 'feedback'
    | 'opportunity'
    | 'initiative'
    | 'decision'
    | 'ranking'
    | 'painPoint'
    | 'feedbackImport',
    string
  >
>;

interface Opening {
  /** Which document, as `feature/Name`, and what the page asks it for. */
  readonly document: string;
  readonly variables?: (subjects: Subjects) => Record<string, unknown>;
  /** Reads that it takes: one for every field at its root, and never one for every row. */
  readonly reads: number;
}

const ask = (document: string, variables?: Opening['variables'], reads = 1): Opening => ({
  document,
  variables,
  reads,
});
/** What a list asks besides for the menu of its saved views. */
const viewsOf = (page: string): Opening => ask('saved-views/SavedViews', () => ({ page }));
const first =
  (size: number, more: object = {}) =>
  () => ({ first: size, ...more });

/** What each page asks for when it is opened. A page that is not here fails the test: say what it asks for. */
const PAGES: Readonly<Record<string, readonly Opening[]>> = {
  '/': [
    ask('home/Home', () => ({ jobs: true }), 5),
    ask('home/HomeResults', ({ published }) => ({ assessmentId: published })),
    ask('concerns/Concerns'),
  ],
  '/sign-in': [],
  '/forgot-password': [],
  '/reset': [],
  '/invitation': [],
  '/profile': [],
  '/models': [ask('models/ModelLibrary')],
  '/models/import': [],
  '/models/$modelVersionId': [ask('models/ModelReader', ({ model }) => ({ id: model }))],
  '/assessments': [ask('assessments/AssessmentList', first(50)), ask('assessments/AssessmentCounts', undefined, 6)],
  '/assessments/new': [ask('assessments/AssessmentFormChoices', undefined, 4)],
  '/assessments/$assessmentId': [ask('assessments/AssessmentRun', ({ published }) => ({ id: published }))],
  '/assessments/$assessmentId/edit': [
    ask('assessments/AssessmentRun', ({ published }) => ({ id: published })),
    ask('assessments/AssessmentFormChoices', undefined, 4),
  ],
  '/assessments/$assessmentId/invite': [ask('assessments/AssessmentRun', ({ open }) => ({ id: open }))],
  '/assessments/$assessmentId/results': [
    ask('results/AssessmentResults', ({ published }) => ({ assessmentId: published })),
  ],
  '/assessments/$assessmentId/import': [ask('imports/ImportContext', ({ open }) => ({ assessmentId: open }), 2)],
  '/assessments/$assessmentId/imports/$importId': [
    ask('imports/AnswerImportRun', ({ answerImport: id }) => ({ id })),
    ask('imports/ImportProblems', ({ answerImport: importId }) => ({ importId, first: 50 })),
  ],
  '/comparison': [ask('comparison/ComparisonChoices')],
  '/goals': [ask('goals/GoalCascade')],
  '/metrics/catalogue': [ask('metrics/MetricList', first(50)), ask('ownership/OwnerChoices'), viewsOf('METRICS')],
  '/metrics/new': [ask('ownership/OwnerChoices')],
  '/metrics/$metricId': [
    ask('metrics/MetricPage', ({ metric }) => ({ id: metric })),
    ask('series/MetricSeries', ({ metric: metricId }) => ({ metricId, grain: 'WEEK', ...HALF_A_YEAR })),
    ask('series/MetricDimensions', ({ metric: metricId }) => ({ metricId })),
    ask('metrics/MetricHistory', ({ metric }) => ({ id: metric, first: 5 })),
  ],
  '/metrics/$metricId/define': [ask('metrics/MetricPage', ({ metric }) => ({ id: metric }))],
  '/touchpoints': [ask('touchpoints/TouchpointList', first(50)), ask('ownership/OwnerChoices'), viewsOf('TOUCHPOINTS')],
  '/touchpoints/new': [],
  '/touchpoints/$touchpointId': [
    ask('touchpoints/TouchpointPage', ({ touchpoint }) => ({ id: touchpoint })),
    ask('work/TouchpointPulses', ({ touchpoint }) => ({ id: touchpoint }), 2),
    ask('touchpoints/TouchpointHistory', ({ touchpoint: id }) => ({ id, first: 20 })),
  ],
  '/touchpoints/$touchpointId/edit': [ask('touchpoints/TouchpointPage', ({ touchpoint }) => ({ id: touchpoint }))],
  '/accountability': [
    ask('ownership/AccountabilityMatrix', first(50, { on: DAY })),
    ask('ownership/AccountabilityFindings', first(20, { on: DAY })),
    ask('ownership/OwnerChoices'),
  ],
  '/journeys': [
    ask('journeys/Journeys', first(50, { includeArchived: false })),
    ask('scorecards/JourneyHealths', ({ journey }) => ({ ids: [journey] })),
    viewsOf('JOURNEYS'),
  ],
  // Asks nothing before a file is chosen.
  '/journeys/import': [],
  '/journeys/$journeyId': [ask('journeys/JourneyMap', ({ journey }) => ({ id: journey }))],
  '/journeys/$journeyId/health': [ask('scorecards/JourneyHealth', ({ journey }) => ({ id: journey }))],
  '/touchpoints/$touchpointId/scorecard': [
    ask('scorecards/TouchpointScorecard', ({ touchpoint }) => ({ id: touchpoint })),
  ],
  '/scorecards': [ask('scorecards/OrganizationScorecard')],
  '/strategy/status': [ask('scorecards/ObjectiveStatus')],
  '/ecosystem': [ask('ecosystem/Ecosystem', () => ({ measure: 'CSAT', months: 3 }))],
  '/personas': [ask('personas/Personas', first(50))],
  '/products': [ask('ecosystem/ProductPortfolio', first(50))],
  '/work': [ask('work/MyWork'), ask('initiatives/MyActions'), ask('concerns/Concerns')],
  '/monitoring/alerts': [
    ask('alerts/AlertList', first(50, { states: ['OPEN', 'ACKNOWLEDGED', 'SNOOZED'] })),
    viewsOf('ALERTS'),
  ],
  '/monitoring/alerts/$alertId': [ask('alerts/AlertPage', ({ alert }) => ({ id: alert }))],
  '/monitoring/imports': [ask('observations/ObservationImports', first(50))],
  // Asks nothing before a file is chosen.
  '/monitoring/imports/new': [],
  '/monitoring/imports/$importId': [
    ask('observations/ObservationImportRun', ({ observationImport: id }) => ({ id })),
    ask('observations/ObservationProblems', ({ observationImport: importId }) => ({ importId, first: 50 })),
  ],
  '/inbox': [
    ask('feedback/FeedbackInbox', first(50, { state: 'NEW' })),
    ask('feedback/NearFeedback', ({ feedback: id }) => ({ id })),
    ask('feedback/ImportChoices'),
    ask('choices/TouchpointChoices', () => ({ search: '' })),
  ],
  '/inbox/imports': [ask('feedback-imports/FeedbackImports', first(50))],
  // Asks nothing before a file is chosen.
  '/inbox/imports/new': [],
  '/inbox/imports/$importId': [
    ask('feedback-imports/FeedbackImportRun', ({ feedbackImport: id }) => ({ id })),
    ask('feedback-imports/FeedbackImportProblems', ({ feedbackImport: importId }) => ({ importId, first: 50 })),
  ],
  '/pain-points': [
    ask('pain-points/PainPointList', first(50)),
    ask('pain-points/PainPointJourneys'),
    ask('choices/TouchpointChoices', () => ({ search: '' })),
    viewsOf('PAIN_POINTS'),
  ],
  '/pain-points/$painPointId': [
    ask('pain-points/PainPointPage', ({ painPoint: id }) => ({ id })),
    ask('pain-points/PainPointFeedback', ({ painPoint: painPointId }) => ({ first: 10, painPointId })),
  ],
  '/opportunities': [ask('opportunities/OpportunityList', first(50)), ask('opportunities/OpportunityLenses')],
  '/ranking': [ask('ranking/RankingList', first(50, { waitingForMe: false }))],
  '/ranking/$roundId': [ask('ranking/RankingPage', ({ ranking: id }) => ({ id }))],
  '/initiatives': [ask('initiatives/InitiativeList', first(100)), ask('ownership/OwnerChoices')],
  '/initiatives/$initiativeId': [
    ask('initiatives/InitiativePage', ({ initiative: id }) => ({ id })),
    ask('decisions/DecisionList', ({ initiative: initiativeId }) => ({ first: 50, initiativeId })),
    ask('effects/InitiativeEffects', ({ initiative: initiativeId }) => ({ initiativeId }), 2),
    ask('benefits/InitiativeBenefits', ({ initiative: initiativeId }) => ({ initiativeId })),
  ],
  // Asks before anything is typed as well, once a kind is chosen.
  '/trace': [ask('trace/Traceables', () => ({ search: 'call' }))],
  '/trace/$kind/$traceId': [ask('trace/Trace', ({ initiative: id }) => ({ kind: 'INITIATIVE', id }))],
  // What the tables say, and what the accountability findings say.
  '/trace/broken': [ask('trace/BrokenThreads', first(50, { kind: 'PAIN_POINT_WITHOUT_INITIATIVE' }), 2)],
  '/decisions': [ask('decisions/DecisionList', first(50, { waitingForMe: true }))],
  '/decisions/$decisionId': [
    ask('decisions/DecisionPage', ({ decision: id }) => ({ id })),
    ask('audit/ObjectHistory', ({ decision: id }) => ({ of: 'DECISION', id, first: 5 })),
  ],
  '/portfolio': [ask('portfolio/Portfolio'), ask('concerns/Concerns')],
  '/admin/organization': [ask('organization/OrganizationSettings')],
  '/admin/teams': [
    ask('organization/Units', () => ({ includeArchived: false })),
    ask('organization/Teams', first(50, { includeArchived: false })),
  ],
  '/admin/people': [ask('people/People', first(50)), ask('ownership/OwnerChoices')],
  '/admin/tokens': [ask('access-tokens/AccessTokens')],
  '/admin/jobs': [ask('jobs/Jobs', first(50))],
  '/admin/audit': [ask('audit/AuditEvents', first(50))],
};

/** Whose request it is; and what each read takes: begin with the tenant, the statement, commit. */
const SESSION = 1;
const A_READ = ONE_READ - SESSION;

/** The shell asks for it around every page of a member. */
const SHELL = [ask('session/Viewer'), ask('shell/AlertBadge')];

const filesBelow = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end))
    .map((path) => join(folder, path));

/** The addresses of the web, as its features declare them. */
const ROUTES = filesBelow(join(WEB, 'features'), 'routes.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*path: '([^']+)'/gm)].map(([, path]) => path as string),
);

/** Every query of the web with the fragments that it needs, by the folder and name under which the web sends it. */
const DOCUMENTS = new Map<string, string>(
  filesBelow(WEB, '.graphql').flatMap((file) => {
    const { definitions } = parse(readFileSync(file, 'utf8'));
    const fragments = new Map(
      definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
    );
    return definitions.flatMap((each) => {
      if (each.kind !== Kind.OPERATION_DEFINITION || !each.name) return [];
      const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [each, ...neededBy(each, fragments)] };
      return [[`${basename(dirname(file))}/${each.name.value}`, print(document)] as const];
    });
  }),
);

function neededBy(
  from: DocumentNode['definitions'][number],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(from, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      neededBy(fragment, fragments, found);
    },
  });
  return found;
}

describe('the pages of the web, over the sample programme', () => {
  let application: TestApplication;
  let readers: readonly TestMember[];
  let subjects: Subjects;

  beforeAll(async () => {
    application = await startSampleApplication({ RUN_WORKERS: 'true' });
    const [bank] = await application.database.query<{ id: string }>(
      `SELECT id FROM organization WHERE name = 'Harbour Bank'`,
    );
    const office = await application.member(bank!.id, 'programme_office');
    readers = [office, await application.member(bank!.id, 'administrator')];
    const one = async (sql: string): Promise<string> =>
      (await application.database.query<{ id: string }>(`SELECT id FROM ${sql} LIMIT 1`, [bank!.id]))[0]!.id;
    const open = await one(`assessment WHERE organization_id = $1 AND state = 'open'`);
    const files = { answerImport: newId(), observationImport: newId(), feedbackImport: newId() };
    await application.database.query(
      `INSERT INTO answer_import (organization_id, id, assessment_id, file_id, file_name, mapping, mode, state)
       VALUES ($1, $2, $3, $2, 'a.csv', '{}', 'accept_good', 'completed')`,
      [bank!.id, files.answerImport, open],
    );
    await application.database.query(
      `INSERT INTO observation_import (organization_id, id, file_name, file_hash, mapping, mode, state)
       VALUES ($1, $2, 'a.csv', '', '{}', 'accept_good', 'completed')`,
      [bank!.id, files.observationImport],
    );
    await application.database.query(
      `INSERT INTO feedback_import (organization_id, id, file_name, file_hash, mapping, mode, state)
       VALUES ($1, $2, 'a.csv', '', '{}', 'accept_good', 'completed')`,
      [bank!.id, files.feedbackImport],
    );
    const metric = await one('metric WHERE organization_id = $1');
    const alert = newId();
    await application.database.query(
      `WITH everybody AS (INSERT INTO segment_set (organization_id, id, pairs) VALUES ($1, 0, '{}') ON CONFLICT DO NOTHING)
       INSERT INTO alert (organization_id, id, metric_id, rule, severity, first_point, last_point, evidence, latest)
       VALUES ($1, $2, $3, 'staleness', 'warning', now(), now(), $4, $4)`,
      [bank!.id, alert, metric, '{}'],
    );
    subjects = {
      published: await one(`assessment WHERE organization_id = $1 AND state = 'published'`),
      open,
      model: await one('maturity_model_version WHERE organization_id = $1'),
      touchpoint: await one('touchpoint WHERE organization_id = $1'),
      metric,
      journey: await one('journey WHERE organization_id = $1'),
      alert,
      feedback: await one(`feedback WHERE organization_id = $1 AND state = 'new'`),
      painPoint: await one('pain_point WHERE organization_id = $1'),
      initiative: await one(`initiative WHERE organization_id = $1 AND title = 'Read the chip of the passport'`),
      opportunity: await one('opportunity WHERE organization_id = $1'),
      decision: await one('decision WHERE organization_id = $1'),
      ranking: await one(`ranking_round WHERE organization_id = $1 AND state = 'agreed'`),
      ...files,
    };
  }, 240_000);
  afterAll(() => application.close());

  it('each have a row that says what opening them asks for', () => {
    expect(ROUTES.length).toBeGreaterThan(30);
    expect(Object.keys(PAGES).sort()).toEqual([...new Set(ROUTES)].sort());
    const asked = [...Object.values(PAGES).flat(), ...SHELL].map(({ document }) => document);
    expect(asked.filter((document) => !DOCUMENTS.has(document))).toEqual([]);
  });

  it.each([...Object.entries(PAGES).filter(([, openings]) => openings.length > 0), ['the shell', SHELL] as const])(
    '%s takes as many statements as it says, and no more',
    async (path, openings) => {
      const reader = path.startsWith('/admin/') ? readers[1]! : readers[0]!;
      const counts: Record<string, number> = {};
      for (const { document, variables } of openings) {
        const asked = [DOCUMENTS.get(document)!, variables?.(subjects) ?? {}] as const;
        // Once before: what a process keeps for good is not what a page costs.
        await reader.client.data(...asked);
        counts[document] = await countStatements(() => reader.client.data(...asked));
      }
      expect(counts).toEqual(
        Object.fromEntries(openings.map(({ document, reads }) => [document, SESSION + reads * A_READ])),
      );
    },
  );
});
