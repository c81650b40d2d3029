import { safeNext } from './safe-next.js';

describe('safeNext', () => {
  it.each(['/assessments/1?tab=people', '/'])('keeps %s', (path) => expect(safeNext(path)).toBe(path));

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/sign-in',
    7,
  ])('refuses %s', (next) => expect(safeNext(next)).toBeUndefined());
});
