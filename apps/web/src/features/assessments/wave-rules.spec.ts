import { fitsState, isLocked, type WaveAct } from './wave-rules.js';

const acts: WaveAct[] = ['update', 'extendDeadline', 'invite', 'remind', 'importAnswers'];

describe('wave rules', () => {
  it('lock what respondents were promised once the wave is open, and leave the name', () => {
    expect(isLocked('DRAFT', 'anonymity')).toBe(false);
    expect(isLocked('OPEN', 'anonymity')).toBe(true);
    expect(isLocked('OPEN', 'raterGroups')).toBe(true);
    expect(isLocked('OPEN', 'name')).toBe(false);
    expect(isLocked('ARCHIVED', 'name')).toBe(true);
  });

  it.each([
    ['DRAFT', ['update', 'invite']],
    ['OPEN', acts],
    ['CLOSED', ['update']],
    ['ARCHIVED', []],
  ] as const)('in %s offer %j', (state, offered) => {
    expect(acts.filter((act) => fitsState(state, act))).toEqual(offered);
  });
});
