// How fast the inbox suggests near-duplicates over 10⁵ pieces of feedback, Chinese and English, on warm data: the product's read
// against the same statement prepared over bare `pg`, without tenant, rights or comparison. Before that, how the worker brings these in
// from one file, a tenth of which stands in it twice: in how many seconds, and with how much memory.
import { Readable } from 'node:stream';
import pg from 'pg';
import { NEAR_DUPLICATE, similarityOf } from '../libs/domain/dist/index.js';
import { FeedbackFileService, FeedbackImportsReadModel } from '../apps/api/dist/features/feedback-imports/index.js';
import { FeedbackReadModel } from '../apps/api/dist/features/feedback/index.js';
import { withInstallation } from './installation.mjs';
import { digits, printLine } from './print-line.mjs';
import { bestInTurn, eachPerSecond } from './take-turns.mjs';
import { withWorker } from './worked.mjs';

const ITEMS = Number(process.env.BENCH_FEEDBACK ?? 100_000);
const SMALL = Math.max(1, Math.round(ITEMS / 10));
/** Enough for the application and a batch of rows; a worker that gathers rows dies of it. */
const SMALL_HEAP_MEGABYTES = 128;
const ROUNDS = 3;
const ASKED = 200;
const PER_PIECE = 2000;
/** One in so many is said in words that very many use. */
const STOCK_EVERY = 20;
/** One in so many is another, typed a little differently. */
const NEAR_EVERY = 10;

const PLACES = ['at the branch', 'in the app', 'on the phone', 'at the counter', 'on the web page', 'in the chat'];
const ENGLISH = (
  'transfer code arrives late queue long counter closed form asks twice loan documents lost card blocked abroad notice fee charged ' +
  'wrongly statement unclear password reset fails account opening slow refund missing weeks waiting staff rude nobody answers hotline ' +
  'parking difficult terms confusing page crashes login loops update broke fingerprint address change ignored appointment cancelled ' +
  'machine swallowed receipt missing translation poor ramp steep sign hidden limit lowered warning letter wrong name exchange rate'
).split(' ');
const CHINESE =
  '客户反映手机银行转账时页面一直加载需要等待很久才能收到验证码而且柜台人员态度不好排队时间太长希望增加窗口改进流程贷款审批材料重复提交短信通知延迟信用卡账单看不懂客服电话打不通理财产品说明不清楚网点停车困难密码重置麻烦开户预约系统崩溃退款迟迟没有到账指纹登录失效地址变更没人处理汇率显示错误限额突然下调吞卡没有提示信函姓名写错';
const STOCK = [
  'The queue is too long',
  '排队太久了',
  'The app crashes',
  '手机银行打不开',
  'Nobody answers the phone',
  '客服电话打不通',
];

/** The same numbers every time. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function textOf(row) {
  if (row % STOCK_EVERY === 0) return `${STOCK[(row / STOCK_EVERY) % STOCK.length]}${'!'.repeat((row / 120) % 3)}`;
  const near = row % NEAR_EVERY === 3;
  const next = random(near ? row - 2 : row);
  const chinese = (near ? row - 2 : row) % 4 < 2;
  for (let warm = 0; warm < 4; warm += 1) next();
  const pieces = chinese
    ? Array.from({ length: 6 + Math.floor(next() * 8) }, () => {
        const at = Math.floor(next() * (CHINESE.length - 8));
        return CHINESE.slice(at, at + 3 + Math.floor(next() * 5));
      })
    : [
        ...Array.from({ length: 10 + Math.floor(next() * 18) }, () => ENGLISH[Math.floor(next() * ENGLISH.length)]),
        PLACES[row % PLACES.length],
      ];
  if (near) pieces[1] = chinese ? '真的' : 'really';
  return pieces.join(chinese ? '' : ' ');
}

export async function run(name) {
  await withInstallation(
    async (installation) => {
      const imports = await importsOf(installation);
      await installation.database.query('VACUUM ANALYZE feedback, feedback_key');
      const asked = await chosen(installation);
      const reads = installation.services.get(FeedbackReadModel);
      const found = { all: 0, right: 0 };
      const milliseconds = [];
      const candidate = async () => {
        const start = performance.now();
        for (const { id } of asked) {
          const one = performance.now();
          const near = await reads.near(installation.principal, id);
          milliseconds.push(performance.now() - one);
          found.all += near.length;
        }
        return (asked.length * 1000) / (performance.now() - start);
      };
      const floor = new pg.Client({ connectionString: installation.floorUrl });
      await floor.connect();
      const best = await bestInTurn({
        rounds: ROUNDS,
        floor: () =>
          eachPerSecond({ lanes: 1, list: asked, work: ({ id }) => bare(floor, installation.organizationId, id) }),
        candidate,
      });
      await floor.end();
      const warm = milliseconds.slice(asked.length).toSorted((a, b) => a - b);
      const { rows: size } = await installation.database.query(
        `SELECT pg_total_relation_size('feedback_key') AS keys, pg_total_relation_size('feedback') AS feedback,
           (SELECT count(*)::int FROM feedback_key) AS n`,
      );
      printLine({
        name,
        ratio: best.candidate / best.floor,
        goal: null,
        unit: 'suggestions per second, of those that the bare statement gives',
        ...best,
        n: ITEMS,
        milliseconds: { median: digits(warm[Math.floor(warm.length / 2)]), most: digits(warm.at(-1)), goal: 1000 },
        suggestedEach: digits(found.all / milliseconds.length),
        recall: await recall(installation, reads),
        keys: size[0].n,
        megabytes: { keys: Math.round(size[0].keys / 1e6), feedback: Math.round(size[0].feedback / 1e6) },
        imported: imports,
      });
    },
    { runWorkers: false },
  );
}

/** Of the near-duplicates that a look at every text finds, how many are suggested; for a few texts that somebody typed anew. */
async function recall({ database, principal }, reads) {
  const { rows: few } = await database.query(
    `SELECT id, text FROM feedback WHERE text LIKE '%真的%' OR text LIKE '% really %' ORDER BY md5(id::text) LIMIT 10`,
  );
  const { rows } = await database.query('SELECT id, text FROM feedback');
  let due = 0;
  let suggested = 0;
  for (const { id, text } of few) {
    const near = rows.filter((other) => other.id !== id && similarityOf(text, other.text) >= NEAR_DUPLICATE);
    const given = new Set((await reads.near(principal, id)).map(({ feedback }) => feedback.id));
    due += Math.min(10, near.length);
    suggested += near.filter((other) => given.has(other.id)).length;
  }
  return due === 0 ? null : digits(suggested / due);
}

/** Some of everything: stock phrases, near-duplicates, and what nobody else said, in both languages. */
async function chosen({ database }) {
  const { rows } = await database.query('SELECT id, text FROM feedback ORDER BY md5(id::text) LIMIT $1', [ASKED]);
  return rows;
}

/** The keys' index and the texts behind it, as one prepared statement. */
async function bare(client, organizationId, id) {
  const { rows } = await client.query({
    name: 'near',
    text: `SELECT own.text, (SELECT coalesce(json_agg(json_build_object('id', f.id, 'text', f.text)), '[]')
        FROM (SELECT k.feedback_id AS id FROM unnest(own.similarity_keys) u (key)
          JOIN feedback_key k ON k.organization_id = $1 AND k.key = u.key
          GROUP BY k.feedback_id ORDER BY count(*) DESC, k.feedback_id LIMIT 200) n
        JOIN feedback f ON f.organization_id = $1 AND f.id = n.id WHERE f.id <> own.id) AS others
      FROM feedback own WHERE own.organization_id = $1 AND own.id = $2`,
    values: [organizationId, id],
  });
  if (rows.length !== 1) throw new Error('The feedback is gone.');
}

/** A tenth of the rows in a worker of its own, then all of them in another with a heap that is held small: they stay. */
async function importsOf(installation) {
  const found = {};
  for (const [size, options] of [
    [SMALL, { heapMegabytes: SMALL_HEAP_MEGABYTES }],
    [ITEMS, { heapMegabytes: SMALL_HEAP_MEGABYTES }],
  ]) {
    await installation.database.query('TRUNCATE feedback, feedback_key');
    found[size] = await withWorker(
      installation,
      async (mostMemory) => {
        const { added, duplicates, milliseconds } = await importFile(installation, size);
        if (added !== size || duplicates !== Math.floor(size / 10))
          throw new Error(`The import ended otherwise: ${JSON.stringify({ added, duplicates })}`);
        return { seconds: digits(milliseconds / 1000), workerMegabytes: Math.round((await mostMemory()) / 1e6) };
      },
      options,
    );
  }
  return found;
}

async function importFile({ services, principal }, size) {
  const imports = services.get(FeedbackFileService);
  const asked = {
    name: 'said.csv',
    mode: 'all_or_nothing',
    said: { columns: ['text=text', 'id=reference'], source: 'survey' },
    content: Readable.from(pieces(size)).map((text) => Buffer.from(text)),
  };
  const prepared = await imports.prepare(principal, asked);
  const start = performance.now();
  const { id } = await imports.start(principal, asked, prepared);
  const reads = services.get(FeedbackImportsReadModel);
  for (;;) {
    const done = await reads.one(principal, id);
    if (done.state !== 'waiting' && done.state !== 'running')
      return { ...done, milliseconds: performance.now() - start };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Every tenth row comes again at the end. */
function* pieces(size) {
  const begin = Date.UTC(2025, 0, 1);
  const line = (row) =>
    `${row},${new Date(begin + (row % 365) * 86_400_000).toISOString().slice(0, 10)},"${textOf(row)}"\n`;
  let text = 'id,date,text\n';
  const rows = function* () {
    for (let row = 0; row < size; row += 1) yield row;
    for (let row = 0; row < Math.floor(size / 10); row += 1) yield row * 10;
  };
  let gathered = 0;
  for (const row of rows()) {
    text += line(row);
    gathered += 1;
    if (gathered % PER_PIECE > 0) continue;
    yield text;
    text = '';
  }
  yield text;
}
