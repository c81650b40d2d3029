import { importProblem, problemText } from './import-problem.js';

describe('problemText', () => {
  const outOfScale = importProblem(15, 'OUT_OF_SCALE', { column: 'Q1', value: '9', allowed: '1, 2, 3' });

  it('says in either language what would be allowed', () => {
    expect(problemText(outOfScale, 'en')).toBe('This value is not on the scale. Allowed: 1, 2, 3.');
    expect(problemText(outOfScale, 'zh-CN')).toBe('数值不在量表范围内。可填：1、2、3。');
  });

  it('says what it knows of a problem that an older version kept', () => {
    expect(problemText({ code: 'NO_LONGER_KNOWN', message: 'As it was said then.' }, 'zh-CN')).toBe(
      'As it was said then.',
    );
  });
});
