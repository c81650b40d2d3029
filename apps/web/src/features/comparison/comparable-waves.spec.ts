import { comparableWaves, suggestBefore, type ChosenWave } from './comparable-waves.js';

const wave = (id: string, periodEnd: string, over: Partial<ChosenWave> = {}): ChosenWave => ({
  id,
  name: id,
  state: 'PUBLISHED',
  modelName: { en: 'M' },
  modelVersion: '1.0.0',
  periodStart: '2025-01-01',
  periodEnd,
  publishedAt: null,
  previousAssessmentId: null,
  submitted: 10,
  ...over,
});
const waves = [
  wave('spring', '2025-06-30'),
  wave('autumn', '2025-12-31'),
  wave('next', '2026-06-30'),
  wave('open', '2026-07-31', { state: 'OPEN' }),
  wave('other', '2025-12-31', { modelName: { en: 'Other' } }),
];

describe('comparableWaves', () => {
  it('offers what has results, newest first', () => {
    expect(comparableWaves(waves, undefined).map(({ id }) => id)).toEqual(['next', 'autumn', 'other', 'spring']);
  });
  it('keeps to the model of the other side and never offers the same wave twice', () => {
    expect(comparableWaves(waves, 'autumn').map(({ id }) => id)).toEqual(['next', 'spring']);
  });
});

describe('suggestBefore', () => {
  it('is the wave just before', () => {
    expect(suggestBefore(waves, 'next')).toBe('autumn');
  });
  it('is the previous wave that was named, also where another is nearer or the periods are the same', () => {
    const named = [...waves, wave('again', '2026-06-30', { previousAssessmentId: 'spring' })];
    expect(suggestBefore(named, 'again')).toBe('spring');
    const sameTime = [...waves, wave('twin', '2025-06-30', { previousAssessmentId: 'spring' })];
    expect(suggestBefore(sameTime, 'twin')).toBe('spring');
  });
  it('is not a previous wave without results', () => {
    expect(suggestBefore([...waves, wave('late', '2026-12-31', { previousAssessmentId: 'open' })], 'late')).toBe(
      'next',
    );
  });
  it('is nothing for the first wave', () => {
    expect(suggestBefore(waves, 'spring')).toBeUndefined();
  });
});
