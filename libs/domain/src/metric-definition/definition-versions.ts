import type { MetricDefinition } from './metric-definition.js';
import { canonicalUnit } from './formula/unit.js';

export interface Dated {
  /** YYYY-MM-DD. */
  readonly validFrom: string;
}

/** The version that holds on a day: the latest that has begun. None before the first. */
export function definitionOn<Version extends Dated>(versions: readonly Version[], day: string): Version | undefined {
  return versions
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<Version | undefined>((latest, version) => {
      return latest && latest.validFrom >= version.validFrom ? latest : version;
    }, undefined);
}

export type BreakCause = 'definition' | 'source';

export interface DefinitionChange {
  /** The fields that differ, in the order of the definition. */
  readonly fields: readonly (keyof MetricDefinition)[];
  /** What the series breaks for, where numbers after the change do not continue those before. */
  readonly breaks: BreakCause | null;
}

/** A change of these alters what the number is; a change of all others only how it is described or watched. */
const MEANING: readonly (keyof MetricDefinition)[] = [
  'aggregation',
  'unit',
  'scaleMinimum',
  'scaleMaximum',
  'notApplicable',
  'formula',
];

const FIELDS: readonly (keyof MetricDefinition)[] = [
  'definition',
  'class',
  'category',
  'aggregation',
  'unit',
  'direction',
  'scaleMinimum',
  'scaleMaximum',
  'notApplicable',
  'formula',
  'warningThreshold',
  'criticalThreshold',
  'cadenceDays',
  'source',
];

/** What a new version changes. Two spellings of a unit, a formula or a list of values are not a change of meaning. */
export function changeOfDefinition(before: MetricDefinition, after: MetricDefinition): DefinitionChange {
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const altered = fields.filter((field) => meaningOf(field, before) !== meaningOf(field, after));
  if (altered.some((field) => MEANING.includes(field))) return { fields, breaks: 'definition' };
  return { fields, breaks: altered.includes('source') ? 'source' : null };
}

function meaningOf(field: keyof MetricDefinition, definition: MetricDefinition): string {
  if (field === 'unit') return canonicalUnit(definition.unit);
  if (field === 'formula') return (definition.formula ?? '').replace(/\s+/g, '');
  if (field === 'source') return definition.source.trim().toLowerCase();
  if (field === 'notApplicable') return [...definition.notApplicable].sort((a, b) => a - b).join();
  return JSON.stringify(definition[field]);
}
