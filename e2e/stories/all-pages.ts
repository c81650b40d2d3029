import type { Stage, Visitor } from '../browser/stage.js';
import { newMember } from './people.js';
import { idOf } from './wave.js';

export type Language = 'en' | 'zh-CN';

/** Every page an officer of the sample programme has, with the panels and dialogs that have an address. */
export async function pagesOfAnOfficer(officer: Visitor): Promise<string[]> {
  const spring = `/assessments/${await idOf(officer, 'Experience maturity, spring 2026')}`;
  const autumn = `/assessments/${await idOf(officer, 'Experience maturity, autumn 2026')}`;
  const { maturityModelVersions } = await officer.api.ask<{ maturityModelVersions: { id: string }[] }>(
    '{ maturityModelVersions { id } }',
  );
  const { touchpoints } = await officer.api.ask<{ touchpoints: { edges: { node: { id: string } }[] } }>(
    '{ touchpoints(search: "Branch counter") { edges { node { id } } } }',
  );
  const counter = `/touchpoints/${touchpoints.edges[0]?.node.id}`;
  const { metrics } = await officer.api.ask<{ metrics: { edges: { node: { id: string } }[] } }>(
    '{ metrics(search: "opening_minutes") { edges { node { id } } } }',
  );
  const opening = `/metrics/${metrics.edges[0]?.node.id}`;
  const { journeys } = await officer.api.ask<{
    journeys: { edges: { node: { id: string; futureId: string | null } }[] };
  }>('{ journeys(state: CURRENT) { edges { node { id futureId } } } }');
  const journey = journeys.edges.find(({ node }) => node.futureId)?.node.id;
  const { productPortfolio } = await officer.api.ask<{ productPortfolio: { edges: { node: { id: string } }[] } }>(
    '{ productPortfolio(search: "Current account") { edges { node { id } } } }',
  );
  const product = productPortfolio.edges[0]?.node.id;
  return [
    '/',
    '/models',
    '/models/import',
    `/models/${maturityModelVersions[0]?.id}`,
    '/assessments',
    '/assessments?q=nothing-is-called-this',
    '/assessments/new',
    spring,
    `${spring}?tab=setup`,
    autumn,
    `${autumn}?tab=invitations`,
    `${autumn}?tab=setup`,
    `${autumn}/edit`,
    `${autumn}/invite`,
    `${autumn}/import`,
    `${autumn}/results`,
    ...['profile', 'heatmap', 'numbers', 'distribution', 'gaps', 'comments'].map(
      (view) => `${spring}/results?view=${view}`,
    ),
    `/inbox?act=gap&assessment=${spring.split('/').at(-1)}&node=indicator-system`,
    `/initiatives?add=true&assessment=${spring.split('/').at(-1)}&node=indicator-system`,
    `${spring}/results?explain=OVERALL:overall:`,
    `${spring}/results?explain=PRACTICE:indicator-system:`,
    '/comparison',
    '/touchpoints',
    '/touchpoints?q=nothing-is-called-this',
    '/touchpoints/new',
    counter,
    `${counter}?on=2025-06-01`,
    `${counter}?assign=true`,
    `${counter}/edit`,
    `${counter}/scorecard`,
    '/accountability',
    '/accountability?on=2025-06-01&kind=SEVERAL_RESPONSIBLE',
    '/accountability?reorganise=true',
    '/work',
    '/monitoring/alerts',
    '/monitoring/alerts?q=nothing-is-called-this',
    '/monitoring/alerts?rules=true',
    '/inbox',
    '/inbox?q=nothing-is-called-this',
    '/inbox?act=record',
    '/inbox/imports',
    '/inbox/imports?q=nothing-is-called-this',
    '/inbox/imports/new',
    '/inbox?rating=2',
    '/pain-points',
    '/pain-points?q=nothing-is-called-this',
    '/pain-points?add=true',
    ...(await pagesOfAPainPoint(officer)),
    '/opportunities',
    '/opportunities?q=nothing-is-called-this',
    '/opportunities?opportunity=new',
    ...['rice', 'weighted', 'matrix', 'pareto'].map((lens) => `/opportunities?lens=${lens}`),
    '/opportunities?lens=weighted&criteria=true',
    '/initiatives',
    '/initiatives?q=nothing-is-called-this',
    '/initiatives?view=list',
    '/initiatives?view=timeline',
    '/initiatives?add=true',
    '/initiatives?gates=true',
    ...(await pagesOfAnInitiative(officer)),
    '/decisions',
    '/decisions?view=all',
    '/decisions?add=true',
    '/portfolio',
    '/portfolio?from=2000-01-01&to=2000-01-02',
    '/initiatives?view=list&launched=true&outcome=PROVEN',
    '/ranking',
    '/ranking?add=true',
    '/ranking?q=nothing-is-called-this',
    ...(await roundsOf(officer)),
    '/metrics/catalogue',
    '/metrics/catalogue?q=nothing-is-called-this',
    '/metrics/catalogue?class=STATE&category=FINANCIAL',
    '/metrics/new',
    opening,
    ...['rename', 'target', 'link', 'conflict', 'break', 'note'].map((part) => `${opening}?edit=${part}`),
    `${opening}?view=control&compare=previous&grain=WEEK`,
    `${opening}?grain=HOUR&from=2020-01-01`,
    ...['rename', 'target', 'link', 'break', 'note', 'baseline'].map((part) => `${opening}?edit=${part}`),
    `${opening}/define`,
    '/monitoring/imports',
    '/monitoring/imports?q=nothing-is-called-this',
    '/monitoring/imports/new',
    ...(await pagesOfAnImport(officer)),
    '/trace',
    '/trace?q=call',
    '/trace?q=nothing-is-called-this',
    '/trace/broken',
    '/trace/broken?kind=gap-without-plan',
    ...(await pagesOfAFeedbackImport(officer)),
    '/goals',
    '/goals?edit=goal',
    '/goals?edit=objective',
    '/strategy/status',
    '/scorecards',
    '/ecosystem',
    '/ecosystem?measure=NPS&months=12',
    `/ecosystem?product=${product}&stage=PURCHASE`,
    '/personas',
    '/personas?q=nothing-is-called-this',
    '/personas?persona=new',
    '/products',
    '/products?q=nothing-is-called-this',
    '/products?product=new',
    `/products?product=${product}`,
    '/journeys',
    '/journeys?q=nothing-is-called-this',
    '/journeys?journey=new',
    '/journeys/import',
    `/journeys?journey=${journey}`,
    `/journeys/${journey}`,
    `/journeys/${journey}/health`,
    `/journeys/${journey}?beside=true`,
    '/profile',
    '/no/such/page',
    '/admin/audit',
  ];
}

/** A file with something to set up, something to map and something wrong; and what came of importing it. */
async function pagesOfAnImport({ api, context }: Visitor): Promise<string[]> {
  const content =
    'date,region,ease_of_entry,opening_minutes\n2026-03-01,North,4,12\n2026-03-02,South,0,soon\n2026-03-03,South,5,9\n';
  const reply = await context.request.post('/files', {
    headers: { 'x-touchstone-csrf': '1' },
    multipart: { file: { name: 'every page.csv', mimeType: 'text/csv', buffer: Buffer.from(content) } },
  });
  const { fileId } = (await reply.json()) as { fileId: string };
  const { observationTable } = await api.ask<{ observationTable: { suggestedMapping: object } }>(
    'query ($fileId: ID!) { observationTable(fileId: $fileId) { suggestedMapping } }',
    { fileId },
  );
  const { startObservationImport } = await api.ask<{ startObservationImport: { id: string } }>(
    `mutation ($fileId: ID!, $mapping: ObservationMappingInput!) {
      startObservationImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id }
    }`,
    { fileId, mapping: observationTable.suggestedMapping },
  );
  return [`/monitoring/imports/new?file=${fileId}`, `/monitoring/imports/${startObservationImport.id}`];
}

/** One with causes under a common one, and one that was merged. */
async function pagesOfAPainPoint({ api }: Visitor): Promise<string[]> {
  const made = async (title: string, kind = 'SINGLE') => {
    const { createPainPoint } = await api.ask<{ createPainPoint: { id: string } }>(
      'mutation ($input: PainPointInput!) { createPainPoint(input: $input) { id } }',
      { input: { title, kind, severity: 4, frequencyCount: 3, frequencyBase: 10 } },
    );
    return createPainPoint.id;
  };
  const [one, gone, common] = [
    await made('Nobody says when'),
    await made('No date is given'),
    await made('Silence', 'COMMON'),
  ];
  await api.ask(
    `mutation ($one: ID!, $gone: ID!, $common: ID) {
      joinCommonPainPoint(id: $one, version: 1, commonId: $common) { id }
      explainPainPoint(id: $one, version: 2, causes: [
        { depth: 0, text: "Nobody knows" }, { depth: 1, text: "It is not written down", root: true }
      ]) { id }
      mergePainPoint(id: $gone, version: 1, intoId: $one, intoVersion: 3) { id }
    }`,
    { one, gone, common },
  );
  return [
    `/pain-points/${one}`,
    ...['edit', 'classify', 'join', 'merge', 'causes'].map((panel) => `/pain-points/${one}?panel=${panel}`),
    `/pain-points/${one}?panel=move&to=DISMISSED`,
    `/pain-points/${common}?panel=gather`,
    `/pain-points/${gone}`,
    `/opportunities?opportunity=new&painPoint=${one}`,
  ];
}

/** One with a step, an action, a risk and a question that waits, and the opportunity that it came from. */
async function pagesOfAnInitiative({ api }: Visitor): Promise<string[]> {
  const { createOpportunity } = await api.ask<{ createOpportunity: { id: string } }>(
    `mutation { createOpportunity(input: { title: "Say where a case stands", impact: 2, effort: 3, reach: 500, confidence: 0.8 }) { id } }`,
  );
  const { createInitiative } = await api.ask<{ createInitiative: { id: string } }>(
    `mutation ($id: ID) { createInitiative(input: { title: "A message at every step" }, opportunityId: $id) { id } }`,
    { id: createOpportunity.id },
  );
  const { id } = createInitiative;
  await api.ask(
    `mutation ($id: ID!) {
      saveAction(initiativeId: $id, input: { text: "Write the texts", dueOn: "2026-01-05" }) { id }
      saveMilestone(initiativeId: $id, input: { name: "Two branches", dueOn: "2026-02-01" }) { id }
      saveRisk(initiativeId: $id, input: { text: "No messages at night", likelihood: 3, impact: 4 }) { id }
    }`,
    { id },
  );
  const { people } = await api.ask<{ people: { edges: { node: { id: string; role: string } }[] } }>(
    '{ people(first: 100) { edges { node { id role } } } }',
  );
  const deciderId = people.edges.find(({ node }) => node.role === 'EXECUTIVE')?.node.id;
  const { askForDecision } = await api.ask<{ askForDecision: { id: string } }>(
    `mutation ($id: ID, $deciderId: ID!) {
      askForDecision(initiativeId: $id, input: {
        question: "Shall we?", deciderId: $deciderId, options: [{ title: "All" }, { title: "Two first" }], forecast: "Fewer calls"
      }) { id }
    }`,
    { id, deciderId },
  );
  return [
    `/opportunities?opportunity=${createOpportunity.id}`,
    `/opportunities?opportunity=${createOpportunity.id}&edit=true`,
    `/initiatives/${id}`,
    `/trace/initiative/${id}`,
    `/trace/initiative/${id}?view=list`,
    ...['edit', 'links', 'action', 'milestone', 'risk', 'need', 'report', 'decision'].map(
      (panel) => `/initiatives/${id}?panel=${panel}`,
    ),
    `/initiatives/${id}?panel=move&to=APPROVED`,
    `/decisions/${askForDecision.id}`,
    `/decisions/${askForDecision.id}?panel=edit`,
    `/decisions/${askForDecision.id}?panel=takeBack`,
  ];
}

/** The round that is over and the one that judges are at, with every panel of either. */
async function roundsOf(officer: Visitor): Promise<string[]> {
  const { rankingRounds } = await officer.api.ask<{
    rankingRounds: { edges: { node: { id: string; state: string } }[] };
  }>('{ rankingRounds { edges { node { id state } } } }');
  const round = (wanted: string) =>
    `/ranking/${rankingRounds.edges.find(({ node: { state } }) => state === wanted)?.node.id}`;
  const [over, open] = [round('AGREED'), round('JUDGING')];
  return [over, `${over}?panel=agree`, open, `${open}?panel=edit`, `${open}?panel=callOff`];
}

export const PAGES_OF_AN_ADMINISTRATOR = [
  '/admin/organization',
  '/admin/teams',
  '/admin/teams?team=new',
  '/admin/teams?editUnit=new',
  '/admin/people',
  '/admin/people?person=new',
  '/admin/tokens',
  '/admin/tokens?create=true',
  '/admin/jobs',
  '/admin/audit',
  '/admin/audit?event=1',
] as const;

export const PAGES_OUTSIDE = [
  '/sign-in',
  '/forgot-password',
  '/reset#a-token-of-no-account',
  '/invitation#nothing',
] as const;

/**
 * A reader of this language, and of one of the themes: colours do not depend on the language, so that each theme is looked at
 * in one of them.
 */
export const reads = (language: Language) =>
  ({ locale: language, colorScheme: language === 'en' ? 'light' : 'dark' }) as const;

/** Somebody of a role who reads the pages in this language. */
export async function speaker(
  stage: Stage,
  role: 'PROGRAMME_OFFICE' | 'ADMINISTRATOR',
  language: Language,
  where: string,
) {
  return newMember(stage, `Reads ${language} as ${role} ${where}`, role, reads(language));
}

/** The same for what customers said. */
async function pagesOfAFeedbackImport({ api, context }: Visitor): Promise<string[]> {
  const content =
    'id,date,channel,comment,touchpoint\n1,2026-03-01,Hotline,Nobody answers,Nowhere\n2,2026-03-32,Pigeon,排队太久,\n';
  const reply = await context.request.post('/files', {
    headers: { 'x-touchstone-csrf': '1' },
    multipart: { file: { name: 'every page said.csv', mimeType: 'text/csv', buffer: Buffer.from(content) } },
  });
  const { fileId } = (await reply.json()) as { fileId: string };
  const { feedbackTable } = await api.ask<{ feedbackTable: { suggestedMapping: object } }>(
    'query ($fileId: ID!) { feedbackTable(fileId: $fileId) { suggestedMapping } }',
    { fileId },
  );
  const { startFeedbackImport } = await api.ask<{ startFeedbackImport: { id: string } }>(
    `mutation ($fileId: ID!, $mapping: FeedbackMappingInput!) {
      startFeedbackImport(fileId: $fileId, mapping: $mapping, mode: ALL_OR_NOTHING) { id }
    }`,
    { fileId, mapping: feedbackTable.suggestedMapping },
  );
  return [`/inbox/imports/new?file=${fileId}`, `/inbox/imports/${startFeedbackImport.id}`];
}
