import type { MaturityModel, ModelItem, ModelPractice, ScoringRule } from '../maturity-model/maturity-model.js';

const text = (en: string) => ({ en });

export interface PracticeSketch {
  readonly id: string;
  readonly weight?: number;
  readonly items?: readonly ModelItem[];
}

export interface DimensionSketch {
  readonly id: string;
  readonly weight?: number;
  readonly practices: readonly PracticeSketch[];
}

export function modelItem(item: Partial<ModelItem> & { id: string }): ModelItem {
  return {
    type: 'level',
    text: text(item.id),
    weight: 1,
    notApplicableAllowed: true,
    options: [],
    level: null,
    streamId: null,
    ...item,
  };
}

/** A valid model of the given shape for tests; practices without items get one level item, as the parser does. */
export function smallModel(
  dimensions: readonly DimensionSketch[],
  options: { scoring?: Partial<ScoringRule>; levels?: readonly number[]; version?: string } = {},
): MaturityModel {
  const levels = options.levels ?? [1, 2, 3, 4, 5];
  const practice = (sketch: PracticeSketch): ModelPractice => ({
    id: sketch.id,
    name: text(sketch.id),
    description: text(''),
    weight: sketch.weight ?? 1,
    prerequisites: [],
    descriptors: Object.fromEntries(levels.map((level) => [level, text(`level ${level}`)])),
    streams: [],
    items: sketch.items ?? [modelItem({ id: sketch.id })],
  });
  return {
    id: 'small',
    version: options.version ?? '1.0.0',
    locales: ['en'],
    name: text('Small'),
    description: text(''),
    licence: 'CC-BY-4.0',
    levels: levels.map((value) => ({
      value,
      id: `level-${value}`,
      name: text(`Level ${value}`),
      description: text(''),
    })),
    scoring: { method: 'continuous', satisfaction: 0.8, ...options.scoring },
    dimensions: dimensions.map((dimension) => ({
      id: dimension.id,
      name: text(dimension.id),
      description: text(''),
      weight: dimension.weight ?? 1,
      practices: dimension.practices.map(practice),
    })),
  };
}
