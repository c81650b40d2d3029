import { uniforms } from '../effects/effect-series.factory.js';
import { NEAR_DUPLICATE, normaliseText, similarityKeys, similarityOf } from './index.js';

const CHINESE =
  '客户反映手机银行转账时页面一直加载需要等待很久才能收到验证码而且柜台人员态度不好排队时间太长希望增加窗口改进流程贷款审批材料重复提交短信通知延迟信用卡账单看不懂客服电话打不通理财产品说明不清楚网点停车困难密码重置麻烦开户预约系统崩溃退款迟迟没有到账';
const ENGLISH =
  'the mobile app keeps loading when transfer money and code arrives too late staff at branch were rude queue is long please open more counters loan documents asked twice statement hard to read hotline never answers product terms unclear parking difficult reset password again opening account crashed refund has not arrived after two weeks waiting card blocked abroad without notice fee charged wrongly cannot find branch hours website form loses data'.split(
    ' ',
  );

const next = uniforms(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
const words = (n: number): string[] => Array.from({ length: n }, () => pick(ENGLISH));
const phrase = (): string => {
  const at = Math.floor(next() * (CHINESE.length - 8));
  return CHINESE.slice(at, at + 3 + Math.floor(next() * 5));
};

/** A text as its pieces: words, or phrases of Chinese. */
const english = (): string[] => words(10 + Math.floor(next() * 25));
const chinese = (): string[] => Array.from({ length: 5 + Math.floor(next() * 10) }, phrase);

/** The same text as somebody else would type it: pieces dropped, added, swapped. */
function edited(pieces: readonly string[], fresh: () => string, edits: number): string[] {
  const copy = [...pieces];
  for (let edit = 0; edit < edits; edit += 1) {
    const at = Math.floor(next() * copy.length);
    const what = next();
    if (what < 0.4) copy[at] = fresh();
    else if (what < 0.7) copy.splice(at, 0, fresh());
    else copy.splice(at, 1);
  }
  return copy;
}

const shares = (a: readonly number[], b: readonly number[]): boolean => {
  const known = new Set(a);
  return b.some((key) => known.has(key));
};

describe('normaliseText', () => {
  it('sees through case, width, punctuation and white space', () => {
    expect(normaliseText('  ＡＰＰ　登录，失败！！\n Why?? ')).toBe('app 登录 失败 why');
    expect(normaliseText('Cafe\u0301')).toBe(normaliseText('CAFÉ'));
    expect(normaliseText('…!')).toBe('');
  });
});

describe('similarityOf', () => {
  it('is 1 for what reads the same, 0 for what shares nothing or is nothing', () => {
    expect(similarityOf('手机银行登录不了！', '手机银行登录不了')).toBe(1);
    expect(similarityOf('The app crashes.', 'the APP crashes')).toBe(1);
    expect(similarityOf('排队太久', 'queue')).toBe(0);
    expect(similarityOf('', '')).toBe(0);
  });

  it('counts shared pairs of characters in Chinese, exactly', () => {
    // 排队 队太 太久 | 排队 队太 太长: two of four.
    expect(similarityOf('排队太久', '排队太长')).toBe(0.5);
    expect(similarityOf('好', '好')).toBe(1);
  });

  it('compares mixed texts run by run', () => {
    expect(similarityOf('APP 闪退', 'app闪退')).toBe(1);
    expect(similarityOf('APP闪退，无法登录', 'APP 闪退 无法登陆')).toBeGreaterThan(NEAR_DUPLICATE);
  });
});

/** What people who triage would call the same thing said again, and what they would not. */
const PAIRS: readonly (readonly [near: boolean, a: string, b: string])[] = [
  [true, 'The mobile app crashes every time I try to log in', 'the mobile APP crashes every time I try to login!!'],
  [
    true,
    'I waited forty minutes at the counter and nobody helped me',
    'I waited 40 minutes at the counter and nobody helped me.',
  ],
  [true, 'Transfer code arrives far too late, please fix', 'The transfer code arrives far too late. Please fix it'],
  [true, '手机银行登录的时候一直转圈，等了十分钟也进不去', '手机银行登录时候一直转圈等了十分钟也进不去！！'],
  [true, '柜台排队时间太长，希望多开几个窗口', '柜台排队的时间太长了，希望多开几个窗口'],
  [true, 'APP 闪退，登录不了，验证码也收不到', 'app闪退 登录不了 验证码收不到'],
  [true, '刷卡以后一直没有收到短信通知，已经三天了', '刷卡以后一直没收到短信通知，已经三天了。'],
  [false, 'The mobile app crashes every time I try to log in', 'The web page is slow every time I try to pay a bill'],
  [
    false,
    'I waited forty minutes at the counter and nobody helped me',
    'Nobody at the hotline could tell me about my loan',
  ],
  [false, 'The fee was charged twice', 'The fee was never explained'],
  [false, '手机银行登录的时候一直转圈，等了十分钟也进不去', '手机银行转账的时候收不到验证码'],
  [false, '柜台排队时间太长，希望多开几个窗口', '柜台人员态度很好，办理速度也快'],
  [false, '信用卡账单看不懂', '信用卡被盗刷了'],
  [false, '客服电话打不通', 'The hotline never answers'],
];

describe('what is suggested as a near-duplicate', () => {
  it.each(PAIRS)('%s: %s | %s', (near, a, b) => {
    const suggested = shares(similarityKeys(a), similarityKeys(b)) && similarityOf(a, b) >= NEAR_DUPLICATE;
    expect(suggested).toBe(near);
  });
});

describe('similarityKeys', () => {
  it('are whole numbers that PostgreSQL’s integer holds, sorted, each once, the same every time', () => {
    const keys = similarityKeys('手机银行 transfer keeps loading');
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    for (const key of keys) expect(key).toBe(key | 0);
    expect(keys.length).toBe(24);
    expect(similarityKeys('手机银行　Transfer keeps loading!')).toEqual(keys);
    // Keys are kept in a column: another formula would silently find nothing.
    expect(keys.slice(0, 2)).toEqual([-1518116054, -1365425584]);
    expect(similarityKeys(' …')).toEqual([]);
  });

  it.each([
    ['English', english, () => pick(ENGLISH), ' '],
    ['Chinese', chinese, phrase, ''],
  ] as const)('finds nine of ten near-duplicates and few others: %s', (_, text, fresh, glue) => {
    const bases = Array.from({ length: 300 }, text);
    let near = 0;
    let found = 0;
    for (const base of bases) {
      const original = base.join(glue);
      const keys = similarityKeys(original);
      for (let edits = 1; edits <= 4; edits += 1) {
        const copy = edited(base, fresh, edits).join(glue);
        if (similarityOf(original, copy) < NEAR_DUPLICATE) continue;
        near += 1;
        if (shares(keys, similarityKeys(copy))) found += 1;
      }
    }
    expect(near).toBeGreaterThan(300);
    expect(found / near).toBeGreaterThan(0.9);

    const all = bases.map((base) => ({ text: base.join(glue), keys: similarityKeys(base.join(glue)) }));
    let pairs = 0;
    let candidates = 0;
    let unlike = 0;
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) {
        pairs += 1;
        if (!shares(a.keys, b.keys)) continue;
        candidates += 1;
        if (similarityOf(a.text, b.text) < 0.3) unlike += 1;
      }
    });
    // These texts are made of one small vocabulary, which is harder than life: still, hardly any pair is looked at in vain.
    expect(candidates / pairs).toBeLessThan(0.05);
    expect(unlike / pairs).toBeLessThan(0.05);
  });

  it('keeps pace with an import', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => (i % 2 ? english().join(' ') : chinese().join('')));
    const begin = performance.now();
    for (const text of texts) similarityKeys(text);
    const each = (performance.now() - begin) / texts.length;
    // Printed and not asserted: machines differ.
    process.stdout.write(`similarity keys: ${(each * 100).toFixed(1)} s for 100,000 texts\n`);
    expect(texts).toHaveLength(2000);
  });
});
