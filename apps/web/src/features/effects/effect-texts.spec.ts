import { EFFECT_CAUTIONS, EFFECT_REFUSALS } from '@touchstone/domain';
import en from '../../i18n/en/effects.json' with { type: 'json' };
import zh from '../../i18n/zh-CN/effects.json' with { type: 'json' };

it.each([
  ['English', en],
  ['Chinese', zh],
])('has a %s sentence for every reason that the rules give', (_, { reason }) => {
  const codes = new Set([...Object.keys(EFFECT_REFUSALS), ...EFFECT_CAUTIONS]);
  expect(Object.keys(reason).sort()).toEqual([...codes].sort());
});
