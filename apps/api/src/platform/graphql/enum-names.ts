/** The name by which GraphQL knows a value: for states that travel in an error, past the schema's own translation. */
export function graphqlName(values: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(values).find((name) => values[name] === value) ?? value;
}

/**
 * A word of the domain as an enum of the schema, whose values are the domain's own words. Named with its enum
 * (`asEnum<JointStatusEnum>(status)`) it does not compile where the domain has a word that the schema lacks.
 */
export const asEnum = <Enum extends string>(word: `${Enum}`): Enum => word as Enum;
