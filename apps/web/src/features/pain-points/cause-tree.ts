/** A why; those below it, one deeper, explain it. The list is the tree from the top down, each before those below it. */
export interface Cause {
  /** Of one that is kept already. */
  id: string | null;
  /** Tells one from the other while they are written. */
  key: string;
  depth: number;
  text: string;
  evidence: string;
  root: boolean;
}

export type Causes = readonly Cause[];

/** As deep as the server keeps it. */
export const DEEPEST = 20;
export const MOST = 200;

/** Where what hangs below a cause ends. */
export function endOf(causes: Causes, index: number): number {
  const depth = causes[index]?.depth ?? 0;
  let end = index + 1;
  while (end < causes.length && causes[end]!.depth > depth) end += 1;
  return end;
}

export const hasBelow = (causes: Causes, index: number): boolean => endOf(causes, index) > index + 1;

/** Five whys are a tree without branches: each explains the one before. */
export const isChain = (causes: Causes): boolean => causes.every(({ depth }, index) => depth === index);

const fresh = (depth: number): Cause => ({
  id: null,
  key: crypto.randomUUID(),
  depth,
  text: '',
  evidence: '',
  root: false,
});

const inserted = (causes: Causes, at: number, cause: Cause): Causes =>
  causes.length >= MOST ? causes : [...causes.slice(0, at), cause, ...causes.slice(at)];

/** One more why for a cause, behind those that explain it already. */
export function addBelow(causes: Causes, index: number): Causes {
  const above = causes[index];
  if (!above || above.depth >= DEEPEST) return causes;
  return inserted(causes, endOf(causes, index), fresh(above.depth + 1));
}

/** Another cause beside one; at the end of the top where there is none. */
export function addBeside(causes: Causes, index: number): Causes {
  const beside = causes[index];
  return beside
    ? inserted(causes, endOf(causes, index), fresh(beside.depth))
    : inserted(causes, causes.length, fresh(0));
}

const shifted = (some: Causes, by: number): Causes => some.map((cause) => ({ ...cause, depth: cause.depth + by }));

/** Makes a cause explain the one that stands before it, with all that hangs below. */
export function indent(causes: Causes, index: number): Causes {
  const [before, cause] = [causes[index - 1], causes[index]];
  const end = endOf(causes, index);
  if (!before || !cause || cause.depth > before.depth) return causes;
  if (Math.max(...causes.slice(index, end).map(({ depth }) => depth)) >= DEEPEST) return causes;
  return [...causes.slice(0, index), ...shifted(causes.slice(index, end), 1), ...causes.slice(end)];
}

/** Puts a cause beside the one that it explained, behind all that explains that. */
export function outdent(causes: Causes, index: number): Causes {
  const cause = causes[index];
  if (!cause || cause.depth === 0) return causes;
  const end = endOf(causes, index);
  const parent = parentOf(causes, index);
  const rest = endOf(causes, parent);
  return [
    ...causes.slice(0, index),
    ...causes.slice(end, rest),
    ...shifted(causes.slice(index, end), -1),
    ...causes.slice(rest),
  ];
}

function parentOf(causes: Causes, index: number): number {
  let parent = index - 1;
  while (parent >= 0 && causes[parent]!.depth >= causes[index]!.depth) parent -= 1;
  return parent;
}

/** Before the one that stands before it beside it, each with all that hangs below. */
export function moveUp(causes: Causes, index: number): Causes {
  const cause = causes[index];
  if (!cause) return causes;
  let before = index - 1;
  while (before >= 0 && causes[before]!.depth > cause.depth) before -= 1;
  if (before < 0 || causes[before]!.depth < cause.depth) return causes;
  const end = endOf(causes, index);
  return [
    ...causes.slice(0, before),
    ...causes.slice(index, end),
    ...causes.slice(before, index),
    ...causes.slice(end),
  ];
}

export function moveDown(causes: Causes, index: number): Causes {
  const next = endOf(causes, index);
  return causes[next]?.depth === causes[index]?.depth ? moveUp(causes, next) : causes;
}

/** A cause with all that explains it. */
export const removed = (causes: Causes, index: number): Causes => [
  ...causes.slice(0, index),
  ...causes.slice(endOf(causes, index)),
];

export const written = (causes: Causes, index: number, change: Partial<Cause>): Causes =>
  causes.map((cause, at) => (at === index ? { ...cause, ...change } : cause));

/** As lines of text, indented: for whoever has to compare two trees. */
export const asText = (causes: readonly { depth: number; text: string }[]): string =>
  causes.map(({ depth, text }) => `${'\u2003'.repeat(depth)}${text}`).join('\n');
