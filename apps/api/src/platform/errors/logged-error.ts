/** What the log keeps of an error that nobody expected: no properties, as a failed query carries what it was asked with. */
export function loggedError(error: unknown): { type: string; message: string; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return { type: error.name, message: withoutInput(error, error.message), stack: withoutInput(error, error.stack) };
}

/** What PostgreSQL says of data it cannot take repeats the data, which may be anybody's address or answer. */
function withoutInput<Text extends string | undefined>(error: Error, text: Text): Text {
  const state = (error as { code?: unknown }).code;
  return (typeof state === 'string' && state.startsWith('22') ? text?.replace(/"[^"]*"/g, '"…"') : text) as Text;
}
