/**
 * The unit of a quantity, as exponents of its parts: "min/call" is min¹·call⁻¹, a plain number has none.
 * `scaled` says that a factor from the formula is in it, so that 60 × hours may be minutes; `literal` that it is nothing
 * but factors, which take whatever unit stands beside them.
 */
export interface Unit {
  readonly parts: ReadonlyMap<string, number>;
  readonly scaled: boolean;
  readonly literal: boolean;
}

const SPELLINGS: readonly (readonly [canonical: string, ...spellings: string[]])[] = [
  ['%', 'percent', 'per cent', 'pct', '％', '百分比'],
  ['points', 'point', 'pts', 'pt', 'score', '分', '分值'],
  ['s', 'sec', 'secs', 'second', 'seconds', '秒'],
  ['min', 'mins', 'minute', 'minutes', '分钟'],
  ['h', 'hr', 'hrs', 'hour', 'hours', '小时'],
  ['d', 'day', 'days', '天', '天数'],
  ['years', 'year', 'yr', 'yrs', '岁', '年'],
  ['km', 'kilometre', 'kilometres', 'kilometer', 'kilometers', '公里', '千米'],
  ['ms', 'millisecond', 'milliseconds', '毫秒'],
  ['', '1', 'number', 'ratio', 'index', '比率', '指数'],
];
const CANONICAL = new Map(SPELLINGS.flatMap(([name, ...more]) => [name, ...more].map((each) => [each, name] as const)));
/** What a factor can turn into each other; null is a plain number. */
const KINDS: Readonly<Record<string, string | null>> = {
  '%': null,
  points: null,
  ms: 'time',
  s: 'time',
  min: 'time',
  h: 'time',
  d: 'time',
};

const canonicalPart = (text: string): string => {
  const plain = text.trim().toLowerCase();
  return CANONICAL.get(plain) ?? plain;
};

/** One spelling for units that mean the same. */
export function canonicalUnit(text: string): string {
  return showUnit(parseUnit(text));
}

export function parseUnit(text: string): Unit {
  const [above = '', ...below] = text.split('/');
  const parts = new Map<string, number>();
  const add = (factor: string, sign: number): void => {
    for (const part of factor.split(/[·*]/).map(canonicalPart)) {
      if (part) parts.set(part, (parts.get(part) ?? 0) + sign);
    }
  };
  add(above, 1);
  for (const factor of below) add(factor, -1);
  return { parts: withoutZeros(parts), scaled: false, literal: false };
}

const withoutZeros = (parts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...parts].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));

export const LITERAL: Unit = { parts: new Map(), scaled: false, literal: true };

/** "min/call"; a plain number is "". */
export function showUnit({ parts }: Unit): string {
  const repeat = (wanted: (power: number) => boolean): string[] =>
    [...parts]
      .filter(([, power]) => wanted(power))
      .flatMap(([part, power]) => Array<string>(Math.abs(power)).fill(part));
  const above = repeat((power) => power > 0).join('·');
  const below = repeat((power) => power < 0);
  return below.length > 0 ? `${above || '1'}/${below.join('/')}` : above;
}

/** The unit of a product, or of a quotient when `power` is -1. */
export function combine(left: Unit, right: Unit, power: 1 | -1): Unit {
  const parts = new Map(left.parts);
  for (const [part, exponent] of right.parts) parts.set(part, (parts.get(part) ?? 0) + power * exponent);
  return {
    parts: withoutZeros(parts),
    scaled: left.scaled || right.scaled || left.literal !== right.literal,
    literal: left.literal && right.literal,
  };
}

/** The unit of a sum, or undefined where the two cannot be added. */
export function unify(left: Unit, right: Unit): Unit | undefined {
  if (left.literal) return right;
  if (right.literal) return left;
  if (showUnit(left) === showUnit(right)) return { ...left, scaled: left.scaled && right.scaled };
  if (!left.scaled && !right.scaled) return undefined;
  return kindOf(left) === kindOf(right) ? (left.scaled ? right : left) : undefined;
}

function kindOf({ parts }: Unit): string {
  const kinds = new Map<string, number>();
  for (const [part, power] of parts) {
    const kind = part in KINDS ? KINDS[part] : part;
    if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + power);
  }
  return showUnit({ parts: withoutZeros(kinds), scaled: false, literal: false });
}
