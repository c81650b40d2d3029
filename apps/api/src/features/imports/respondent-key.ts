import { createHmac } from 'node:crypto';

const KEY_BYTES = 16;
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export interface KeyContext {
  readonly secretKey: string;
  readonly organizationId: string;
  readonly assessmentId: string;
  /** Given where the file names nobody: its rows then stand for respondents, in this file only. */
  readonly file?: { readonly sha256: string; readonly sheet: string | null };
}

/**
 * Recognises a respondent who is imported again without keeping who it is: a keyed hash, different in every wave. Without
 * the server's secret nobody can try out names on it.
 */
export function respondentKeys({
  secretKey,
  organizationId,
  assessmentId,
  file,
}: KeyContext): (text: string) => Buffer {
  let key = hmac(secretKey, JSON.stringify(['imported respondent', organizationId, assessmentId]));
  if (file) key = hmac(key, JSON.stringify(['row of', file.sha256, file.sheet]));
  return (text) => hmac(key, text).subarray(0, KEY_BYTES);
}
