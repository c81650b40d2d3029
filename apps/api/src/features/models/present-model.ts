import type { MaturityModel } from '@touchstone/domain';
import type { ModelDimensionType } from './model.type.js';

/** The dimensions of a model as GraphQL lists them: descriptors become a list, so that they keep their order. */
export function presentDimensions(model: MaturityModel): ModelDimensionType[] {
  return model.dimensions.map((dimension) => ({
    ...dimension,
    practices: dimension.practices.map((practice) => ({
      ...practice,
      prerequisites: [...practice.prerequisites],
      descriptors: model.levels.map(({ value }) => ({ level: value, text: practice.descriptors[value] ?? {} })),
      items: practice.items.map((item) => ({ ...item, options: [...item.options] })),
    })),
  }));
}
