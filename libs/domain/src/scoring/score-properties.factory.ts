/** Models and answers of every shape the format admits, for property tests. */
import fc from 'fast-check';
import type {
  ItemType,
  MaturityModel,
  ModelItem,
  ModelPractice,
  ScoredAnswers,
  ScoringMethod,
} from '../maturity-model/maturity-model.js';

const text = (en: string) => ({ en });

interface ItemShape {
  type: ItemType;
  weight: number;
  perLevel: boolean;
  level: number;
  optionValues: number[];
}

const weightArbitrary = fc.double({ min: 0.01, max: 100, noNaN: true });

const itemShape: fc.Arbitrary<ItemShape> = fc.record({
  type: fc.constantFrom<ItemType>('level', 'likert', 'yes-no-partial', 'percentage', 'choice', 'text'),
  weight: weightArbitrary,
  perLevel: fc.boolean(),
  level: fc.nat(6),
  optionValues: fc.uniqueArray(fc.integer({ min: -10, max: 10 }), { minLength: 2, maxLength: 6 }),
});

const OWN_SCALE: ReadonlySet<ItemType> = new Set(['level', 'percentage', 'text']);

function itemOf(shape: ItemShape, id: string, levels: readonly number[]): ModelItem {
  const isQuestion = shape.perLevel && shape.type !== 'level';
  return {
    id,
    type: shape.type,
    text: text(id),
    weight: shape.weight,
    notApplicableAllowed: true,
    options: OWN_SCALE.has(shape.type)
      ? []
      : shape.optionValues.map((value) => ({ value, label: text(String(value)) })),
    level: isQuestion ? levels[1 + (shape.level % (levels.length - 1))]! : null,
    streamId: null,
  };
}

/**
 * A practice that is placed by single-level questions alone has one for every level above the floor; elsewhere the
 * first item covers all levels.
 */
function practiceItems(shapes: readonly ItemShape[], id: string, levels: readonly number[]): ModelItem[] {
  const [first] = shapes;
  const own = shapes.map((shape, index) => itemOf(shape, `${id}-i${index}`, levels));
  const scored = own.filter(({ type }) => type !== 'text');
  if (scored.length > 0 && scored.every(({ level }) => level !== null)) {
    const questions = levels.slice(1).map((level) => ({ ...scored[0]!, id: `${id}-q${level}`, level }));
    return [...questions, ...scored];
  }
  return scored.length > 0 ? own : [itemOf({ ...first!, type: 'level' }, id, levels)];
}

/** One question per stream and level, as stream sums need them. */
function streamItems(shapes: readonly ItemShape[], id: string, levels: readonly number[]): ModelItem[] {
  const asked = levels.filter((level) => level > 0);
  return ['a', 'b'].flatMap((streamId, s) =>
    asked.map((level, l) => ({
      id: `${id}-${streamId}${level}`,
      type: 'choice' as const,
      text: text(id),
      weight: shapes[(s + l) % shapes.length]!.weight,
      notApplicableAllowed: true,
      options: [0, 0.25, 0.5, 1].map((value) => ({ value, label: text(String(value)) })),
      level,
      streamId,
    })),
  );
}

export function modelArbitrary(...methods: ScoringMethod[]): fc.Arbitrary<MaturityModel> {
  const practice = fc.record({ weight: weightArbitrary, items: fc.array(itemShape, { minLength: 1, maxLength: 4 }) });
  const dimension = fc.record({
    weight: weightArbitrary,
    practices: fc.array(practice, { minLength: 1, maxLength: 3 }),
  });
  return fc
    .record({
      method: fc.constantFrom(...methods),
      start: fc.constantFrom(0, 1),
      count: fc.integer({ min: 2, max: 7 }),
      satisfaction: fc.constantFrom(0.3, 0.5, 2 / 3, 1),
      dimensions: fc.array(dimension, { minLength: 1, maxLength: 3 }),
    })
    .map(({ method, start, count, satisfaction, dimensions }) => {
      const levels = Array.from({ length: count }, (_, index) => start + index);
      const practiceOf = (shape: { weight: number; items: ItemShape[] }, id: string): ModelPractice => {
        return {
          id,
          name: text(id),
          description: text(id),
          weight: shape.weight,
          prerequisites: [],
          descriptors: Object.fromEntries(levels.map((level) => [level, text(id)])),
          streams: method === 'stream-sums' ? ['a', 'b'].map((stream) => ({ id: stream, name: text(stream) })) : [],
          items:
            method === 'stream-sums' ? streamItems(shape.items, id, levels) : practiceItems(shape.items, id, levels),
        };
      };
      return {
        id: 'any',
        version: '1.0.0',
        locales: ['en'],
        name: text('any'),
        description: text('any'),
        licence: 'CC0-1.0',
        levels: levels.map((value) => ({ value, id: `l${value}`, name: text('l'), description: text('l') })),
        scoring: { method, satisfaction },
        dimensions: dimensions.map((shape, d) => ({
          id: `d${d}`,
          name: text('d'),
          description: text('d'),
          weight: shape.weight,
          practices: shape.practices.map((own, p) => practiceOf(own, `d${d}p${p}`)),
        })),
      };
    });
}

/** The answers an item admits, ascending. */
export function answersOf(model: MaturityModel, item: ModelItem): number[] {
  if (item.type === 'level') return model.levels.map(({ value }) => value);
  if (item.type === 'percentage') return [0, 10, 33.3, 50, 85, 86, 100];
  return item.options.map(({ value }) => value).sort((a, b) => a - b);
}

export function itemsOf(model: MaturityModel): ModelItem[] {
  const practices = model.dimensions.flatMap((dimension) => dimension.practices);
  return practices.flatMap((practice) => practice.items).filter(({ type }) => type !== 'text');
}

export function answersArbitrary(model: MaturityModel): fc.Arbitrary<ScoredAnswers> {
  const items = itemsOf(model);
  const given = items.map((item) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...answersOf(model, item)) },
      { weight: 1, arbitrary: fc.constant('na' as const) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  );
  return fc.tuple(...given).map((answers) => {
    const entries = items.flatMap(({ id }, index): [string, number | 'na'][] => {
      const answer = answers[index]!;
      return answer === null ? [] : [[id, answer]];
    });
    return new Map(entries);
  });
}
