import type { Action, Subject, TokenScope } from '@touchstone/domain';

const IMPORTED: readonly Subject[] = ['Import', 'Observation', 'StoredFile'];

/**
 * Which scope an access token needs for an act; null for what no token may do. Whoever holds a token could make
 * another one with it, and outlive its expiry: that takes a person who is signed in.
 */
export function scopeFor(action: Action, subject: Subject): TokenScope | null {
  if (subject === 'AccessToken' && action !== 'read') return null;
  if (action === 'read') return 'read';
  if (action === 'export') return 'export';
  // To run feedback is to bring it in by file.
  if (action === 'run' && subject === 'Feedback') return 'import';
  return IMPORTED.includes(subject) ? 'import' : 'write';
}
