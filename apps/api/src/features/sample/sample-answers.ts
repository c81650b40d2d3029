import type { MaturityModel } from '@touchstone/domain';
import type { AnswerInput } from '../responses/index.js';
import type { SampleGroup, SampleWave } from './harbour-bank.js';

/** A small seeded generator (mulberry32): the sample programme is the same wherever and whenever it is loaded. */
export function seeded(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, character) => Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193),
    0x811c9dc5,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Box–Muller. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** What such a bank is like: diagnosis ahead, process mechanisms behind. */
const STANDING: readonly number[] = [3.1, 2.7, 2.2, 2.5];

const COMMENTS: Readonly<Record<'en' | 'zh-CN', readonly string[]>> = {
  en: [
    'The numbers exist, but nobody in our branch has ever seen them.',
    'We agreed on an owner last quarter; since then it works.',
    'Good templates, hardly used outside the head office.',
    'The monthly review was cancelled three times in a row.',
    'Complaints reach us by phone, not through the system.',
    'It depends on who happens to be on the project.',
  ],
  'zh-CN': [
    '指标有，但一线从来看不到。',
    '上季度明确了负责团队，之后顺畅很多。',
    '模板不错，但总部以外很少使用。',
    '复盘会连续取消了三次。',
  ],
};

export interface SampleResponse {
  readonly locale: 'en' | 'zh-CN';
  readonly answers: AnswerInput[];
}

/** One person's answers: the practice's standing, the group's eye, the person's own temper, and chance. */
export function sampleResponse(
  model: MaturityModel,
  wave: SampleWave,
  group: SampleGroup,
  person: number,
): SampleResponse {
  const random = seeded(`${wave.name}/${group.name}/${person}`);
  const locale = random() < 0.2 ? 'zh-CN' : 'en';
  const temper = normal(random) * 0.45;
  const answers: AnswerInput[] = [];
  model.dimensions.forEach((dimension, d) =>
    dimension.practices.forEach((practice) => {
      const standing =
        (STANDING[d % STANDING.length] as number) +
        (seeded(practice.id)() - 0.5) * 1.2 +
        (wave.progress[dimension.id] ?? 0);
      for (const item of practice.items) {
        const drawn = standing + group.kindness + temper + normal(random) * 0.7;
        if (random() < 0.02) continue;
        if (item.notApplicableAllowed && random() < 0.03) {
          answers.push({ itemId: item.id, notApplicable: true });
          continue;
        }
        const levels = model.levels.map(({ value }) => value);
        const value = Math.min(levels.at(-1) as number, Math.max(levels[0] as number, Math.round(drawn)));
        const comments = COMMENTS[locale];
        const comment = random() < 0.03 ? comments[Math.floor(random() * comments.length)] : undefined;
        answers.push({ itemId: item.id, value, comment });
      }
    }),
  );
  return { locale, answers };
}
