/** Where to go after sign-in: a path of this application, never another site that a link smuggled in. */
export function safeNext(next: unknown): string | undefined {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return undefined;
  return next;
}
