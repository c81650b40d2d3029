/** The name by which GraphQL knows a value: for states that travel in an error, past the schema's own translation. */
export function graphqlName(values: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(values).find((name) => values[name] === value) ?? value;
}
