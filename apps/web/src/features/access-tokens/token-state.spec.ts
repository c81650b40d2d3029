import { tokenState } from './token-state.js';

const now = Date.parse('2026-05-01T12:00:00Z');

it.each([
  ['2026-06-01T00:00:00Z', null, 'VALID'],
  ['2026-05-08T12:00:00Z', null, 'EXPIRES_SOON'],
  ['2026-05-01T12:00:00Z', null, 'EXPIRED'],
  ['2026-04-01T00:00:00Z', '2026-03-01T00:00:00Z', 'REVOKED'],
  ['2026-06-01T00:00:00Z', '2026-03-01T00:00:00Z', 'REVOKED'],
] as const)('a token until %s, revoked %s, is %s', (expiresAt, revokedAt, state) => {
  expect(tokenState({ expiresAt, revokedAt }, now)).toBe(state);
});
