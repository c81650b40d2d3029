/** The name of the one quantity that is left out (`null` or `undefined`). */
export function onlyMissing<K extends string>(quantities: Readonly<Record<K, unknown>>): K {
  const names = Object.keys(quantities) as K[];
  const missing = names.filter((name) => quantities[name] === null || quantities[name] === undefined);
  if (missing.length === 1) return missing[0]!;
  throw new TypeError(`input must leave out exactly one of ${names.join(', ')}, got ${missing.length} left out`);
}
