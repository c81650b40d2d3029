// How many pages of results a second the API serves over HTTP, against the same answer made by one SQL statement behind
// bare node:http. Both get the same load from this process: 60 practices, five groups, 2,000 respondents.
import { isDeepStrictEqual } from 'node:util';
import { AssessmentCommands, AssessmentsReadModel } from '../apps/api/dist/features/assessments/index.js';
import { demandData, httpClient } from './http-client.mjs';
import { withInstallation } from './installation.mjs';
import { documents, pagesPerSecond, signedIn, withFloor } from './pages.mjs';
import { printLine } from './print-line.mjs';
import { withServer } from './served.mjs';
import { bestInTurn } from './take-turns.mjs';
import { answersFile, importAnswers, openWave, publishModel } from './waves.mjs';

const ROUNDS = 8;
const RESPONDENTS = 2000;
const DIMENSIONS = 6;
const PRACTICES = 10;
const ITEMS = DIMENSIONS * PRACTICES;
const GROUPS = ['executives', 'programme_office', 'owning_teams', 'front_line', 'partners'].map((kind) => ({
  kind,
  name: `Group ${kind}`,
  expectedSize: 500,
}));

export async function run(name) {
  await withInstallation(async (installation) => {
    const wave = await publishedWave(installation);
    await withServer(installation, (address) =>
      withFloor('./results-page.floor.mjs', installation, async (floorAddress) => {
        const candidate = httpClient(address);
        const floor = httpClient(floorAddress);
        const cookie = await signedIn(installation, candidate);
        const query = documents('results/results.graphql', ['AssessmentResults', 'ResultsWave']);
        const body = JSON.stringify({ query, variables: { assessmentId: wave.id } });
        const page = { candidate: () => candidate.send('/graphql', body, cookie), floor: () => floor.send('/', body) };
        await demandSame(page);
        const best = await bestInTurn({
          rounds: ROUNDS,
          floor: () => pagesPerSecond(page.floor),
          candidate: () => pagesPerSecond(page.candidate),
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
