const LONGEST = 64;

/** A key for formulas and files, made of a name; one in another script than Latin becomes a number of its own. */
export function freshKey(name: string, taken: Set<string>): string {
  const made = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, LONGEST - 4);
  const wanted = made || 'metric';
  let key = made || 'metric_1';
  for (let copy = 2; taken.has(key); copy += 1) key = `${wanted}_${copy}`;
  taken.add(key);
  return key;
}
