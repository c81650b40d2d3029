import type { MaturityModel } from '@touchstone/domain';
import type { AnswerInput } from '../responses/index.js';
import type { SampleGroup, SampleWave } from './harbour-bank.js';
import { normal, seeded } from './sample-chance.js';

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
