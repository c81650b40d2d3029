import { formatsFor } from '../i18n/format.js';
import { writePValue } from './p-value.js';

describe('writePValue', () => {
  const { number } = formatsFor('en', 'UTC');
  it.each([
    [0.2, '0.200'],
    [0.0125, '0.013'],
    [0.0004, '< 0.001'],
    [0, '< 0.001'],
    [1, '1.000'],
  ])('%s is written %s', (p, text) => {
    expect(writePValue(p, number)).toBe(text);
  });
});
