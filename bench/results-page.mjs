// How many pages of results a second the API serves over HTTP, against the same answer made by one SQL statement behind
// bare node:http. Both get the same load from this process: 60 practices, five groups, 2,000 respondents.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parse, print } from 'graphql';
import { AssessmentCommands, AssessmentsReadModel } from '../apps/api/dist/features/assessments/index.js';
import { ProvisioningService } from '../apps/api/dist/features/organisation/index.js';
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn, perSecond } from './take-turns.mjs';
import { answersFile, importAnswers, openWave, publishModel } from './waves.mjs';

const ROUNDS = 8;
const SECONDS = 2;
const LANES = 8;
const RESPONDENTS = 2000;
const DIMENSIONS = 6;
const PRACTICES = 10;
const ITEMS = DIMENSIONS * PRACTICES;
const GROUPS = ['executives', 'programme_office', 'owning_teams', 'front_line', 'partners'].map((kind) => ({
  kind,
  name: `Group ${kind}`,
  expectedSize: 500,
}));
const PASSWORD = 'a password of this run alone';

export async function run(name) {
  await withInstallation(async (installation) => {
    const wave = await publishedWave(installation);
    const email = 'officer@bench.example';
    const member = { email, name: 'Officer', role: 'programme_office', password: PASSWORD };
    await installation.services.get(ProvisioningService).addMember(installation.organizationId, member, 'bench');
    await withServer(installation, (address) =>
      withFloor(installation, async (floorAddress) => {
        const candidate = httpClient(address);
        const floor = httpClient(floorAddress);
        const cookie = await signIn(candidate, email);
        const body = JSON.stringify({ query: pageQuery(), variables: { assessmentId: wave.id } });
        const page = { candidate: () => candidate.send('/graphql', body, cookie), floor: () => floor.send('/', body) };
        await demandSame(page);
        const best = await bestInTurn({
          rounds: ROUNDS,
          floor: () => timed(page.floor),
          candidate: () => timed(page.candidate),
        });
        printLine({
          name,
          ratio: best.candidate / best.floor,
          goal: 0.5,
          unit: 'pages per second, of those that one statement behind node:http gives',
          ...best,
          n: RESPONDENTS,
        });
        for (const client of [candidate, floor]) client.close();
      }),
    );
  });
}

const timed = (send) =>
  perSecond({
    lanes: LANES,
    seconds: SECONDS,
    work: async () => {
      const { status } = await send();
      if (status !== 200) throw new Error(`A page was answered with ${status}.`);
    },
  });

async function signIn(client, email) {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }';
  const answer = await client.send('/graphql', JSON.stringify({ query, variables: { email, password: PASSWORD } }));
  demandData(answer);
  const [, cookie] = /^set-cookie: ([^;\r]*)/im.exec(answer.head);
  return { cookie, 'x-touchstone-csrf': '1' };
}

/** The operation that the page of results sends. */
function pageQuery() {
  const source = new URL('../apps/web/src/features/results/results.graphql', import.meta.url);
  const { definitions } = parse(readFileSync(source, 'utf8'));
  return definitions
    .filter((definition) => ['AssessmentResults', 'ResultsWave'].includes(definition.name.value))
    .map(print)
    .join('\n');
}

/** Gaps of one size may come in any order; everything else must be the same. */
async function demandSame(page) {
  const [candidate, floor] = (await Promise.all([page.candidate(), page.floor()])).map((answer) => {
    const { results } = demandData(answer);
    return { ...results, gaps: results.gaps.map((gap) => JSON.stringify(Object.entries(gap).sort())).sort() };
  });
  if (candidate.cells.length < ITEMS * GROUPS.length) throw new Error('Cells are missing.');
  for (const [part, value] of Object.entries(candidate))
    if (!isDeepStrictEqual(value, floor[part])) throw new Error(`Candidate and floor differ in ${part}.`);
}

/** Answered by import, closed, computed and published, as an office would do it. */
async function publishedWave(installation) {
  const { services, principal } = installation;
  const { modelVersionId, items } = await publishModel(installation, JSON.stringify(largeModel()));
  const wave = await openWave(installation, modelVersionId, GROUPS);
  const groupOf = (respondent) => GROUPS[respondent % GROUPS.length].name;
  const valueOf = (respondent, item) =>
    Math.min(5, 1 + ((respondent * 7 + item * 3 + ((respondent * item) % 11)) % 4) + (respondent % 5 === 0 ? 1 : 0));
  const file = answersFile({ items, respondents: RESPONDENTS, groupOf, valueOf });
  await importAnswers(installation, wave, file, RESPONDENTS * ITEMS);
  const commands = services.get(AssessmentCommands);
  const closed = await commands.take(principal, 'close', wave.id, (await current(installation, wave)).version);
  while (!(await current(installation, wave)).resultsComputedAt) await new Promise((wake) => setTimeout(wake, 100));
  return commands.take(principal, 'publish', wave.id, closed.version);
}

const current = ({ services, principal }, wave) => services.get(AssessmentsReadModel).one(principal, wave.id);

/** JSON is YAML. Texts as long as those of a real model, because they travel with the page. */
function largeModel() {
  const text = (words) => ({ en: `${words} `.repeat(6).trim(), 'zh-CN': '体验管理的实践与等级说明。'.repeat(3) });
  const levels = [1, 2, 3, 4, 5];
  return {
    format: 'touchstone/maturity-model@1',
    id: 'large',
    version: '1.0.0',
    licence: 'CC0-1.0',
    locales: ['en', 'zh-CN'],
    name: { en: 'Large model', 'zh-CN': '大模型' },
    description: text('A model for timing.'),
    notApplicable: true,
    levels: levels.map((value) => ({
      value,
      id: `level-${value}`,
      name: { en: `Level ${value}`, 'zh-CN': `第 ${value} 级` },
      description: text(`What level ${value} asks for.`),
    })),
    scoring: { method: 'continuous' },
    dimensions: Array.from({ length: DIMENSIONS }, (_, d) => ({
      id: `dimension-${d}`,
      name: { en: `Dimension ${d}`, 'zh-CN': `维度 ${d}` },
      description: text('What belongs together.'),
      practices: Array.from({ length: PRACTICES }, (__, p) => ({
        id: `practice-${d}-${p}`,
        name: { en: `Practice ${d}.${p}`, 'zh-CN': `实践 ${d}.${p}` },
        description: text('What is done here today?'),
        descriptors: Object.fromEntries(levels.map((level) => [level, text(`Facts of level ${level}.`)])),
      })),
    })),
  };
}

/** The floor runs in a process of its own, as the server does. */
async function withFloor({ floorUrl, organizationId }, work) {
  const child = fork(new URL('./results-page.floor.mjs', import.meta.url), [floorUrl, organizationId]);
  try {
    const [port] = await once(child, 'message');
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}
