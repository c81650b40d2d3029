/** Metrics, and the touchpoints they speak about, as the reader sets them up from columns; and what is sent of it. */
import type { Channel, ObservationTableQuery, SetUpColumnsMutationVariables } from './observations.generated.js';

export type Offered = ObservationTableQuery['observationTable']['newMetrics'][number];
export type SetUpInput = SetUpColumnsMutationVariables['input'];

export const KINDS = ['RATING', 'MEASURE', 'SHARE'] as const;
/** Ratings by people, something that was counted or timed, or one word of two. */
export type Kind = (typeof KINDS)[number];

/** The place of a metric that speaks about all stages at once. No stage is called so: a name has no line breaks. */
export const WHOLE_JOURNEY = '\n';

export interface Row {
  readonly column: number;
  readonly chosen: boolean;
  readonly name: string;
  readonly kind: Kind;
  readonly lowest: number | '';
  readonly highest: number | '';
  readonly zeroIsNone: boolean;
  readonly unit: string;
  /** What is measured cannot lie outside, such as ages. */
  readonly bounds: readonly [number, number] | null;
  readonly lowerIsBetter: boolean;
  /** Something that was asked of people, or that happened. */
  readonly perceived: boolean;
  readonly teamId: string;
  readonly stage: string;
}

export interface Around {
  readonly teamId: string;
  readonly withTouchpoints: boolean;
  readonly channel: Channel;
  /** Empty: a new one by the name below. */
  readonly journeyId: string;
  readonly journeyName: string;
  readonly stages: readonly string[];
}

const kindOf = ({ aggregation }: Offered): Kind =>
  aggregation === 'CSAT' ? 'RATING' : aggregation === 'SHARE' ? 'SHARE' : 'MEASURE';

function boundsOf(offered: Offered): Row['bounds'] {
  const { scaleMinimum: from, scaleMaximum: to } = offered;
  return kindOf(offered) === 'MEASURE' && from !== null && to !== null ? [from, to] : null;
}

export const rowOf = (offered: Offered): Row => ({
  column: offered.column,
  chosen: offered.likely,
  name: offered.name,
  kind: kindOf(offered),
  lowest: kindOf(offered) === 'RATING' ? (offered.scaleMinimum ?? 1) : 1,
  highest: kindOf(offered) === 'RATING' ? (offered.scaleMaximum ?? 5) : 5,
  zeroIsNone: offered.notApplicable.includes(0),
  unit: offered.unit,
  bounds: boundsOf(offered),
  lowerIsBetter: offered.direction === 'LOWER',
  perceived: offered.class === 'PERCEPTION',
  teamId: '',
  // A delay or a verdict on everything belongs to no single touchpoint.
  stage: kindOf(offered) === 'RATING' ? '' : WHOLE_JOURNEY,
});

/** A share of words can only be made where the words are known. */
export const kindsFor = (offered: Offered): readonly Kind[] => (offered.words ? ['SHARE'] : ['RATING', 'MEASURE']);

export type RowProblem = 'name' | 'unit' | 'scale';

export function rowProblems({ kind, name, unit, lowest, highest }: Row): RowProblem[] {
  const problems: RowProblem[] = [];
  if (name.trim() === '') problems.push('name');
  if (kind === 'MEASURE' && unit.trim() === '') problems.push('unit');
  if (kind === 'RATING' && (lowest === '' || highest === '' || lowest >= highest)) problems.push('scale');
  return problems;
}

/** Only ratings stand for a place where customers meet the organisation; a delay happens at one, but is none. */
export const isTouchpoint = ({ kind }: Row): boolean => kind === 'RATING';

export function toSetUp(rows: readonly Row[], around: Around): SetUpInput {
  const { withTouchpoints, channel, journeyId, journeyName, stages } = around;
  const isOnMap = withTouchpoints && (journeyId !== '' || journeyName.trim() !== '');
  return {
    columns: rows
      .filter(({ chosen }) => chosen)
      .map((row) => ({
        ...placeOf(row, isOnMap),
        column: row.column,
        name: row.name.trim(),
        teamId: row.teamId || around.teamId || null,
        definition: definitionOf(row),
        touchpoint:
          withTouchpoints && isTouchpoint(row)
            ? { name: row.name.trim(), channel, stage: isOnMap ? stageOf(row) : null }
            : null,
      })),
    journey: isOnMap
      ? { id: journeyId || null, name: journeyId ? null : journeyName.trim(), stages: journeyId ? null : [...stages] }
      : null,
  };
}

const stageOf = ({ stage }: Row): string | null => (stage === WHOLE_JOURNEY ? null : stage || null);

/** Where a metric hangs that no touchpoint stands for. */
function placeOf(row: Row, isOnMap: boolean) {
  const itself = isOnMap && !isTouchpoint(row);
  return { stage: itself ? stageOf(row) : null, ofJourney: itself && row.stage === WHOLE_JOURNEY };
}

function definitionOf(row: Row): SetUpInput['columns'][number]['definition'] {
  const shared = { formula: null, warningThreshold: null, criticalThreshold: null } as const;
  if (row.kind === 'RATING')
    return {
      ...shared,
      class: 'PERCEPTION',
      category: 'PERCEPTION',
      aggregation: 'CSAT',
      unit: '%',
      direction: 'HIGHER',
      scaleMinimum: row.lowest === '' ? null : row.lowest,
      scaleMaximum: row.highest === '' ? null : row.highest,
      notApplicable: row.zeroIsNone ? [0] : [],
    };
  if (row.kind === 'SHARE')
    return {
      ...shared,
      class: row.perceived ? 'PERCEPTION' : 'STATE',
      category: row.perceived ? 'PERCEPTION' : 'OPERATIONAL',
      aggregation: 'SHARE',
      unit: '%',
      direction: 'HIGHER',
    };
  return {
    ...shared,
    class: 'STATE',
    category: 'OPERATIONAL',
    aggregation: 'MEAN',
    unit: row.unit.trim(),
    direction: row.lowerIsBetter ? 'LOWER' : 'HIGHER',
    scaleMinimum: row.bounds?.[0] ?? null,
    scaleMaximum: row.bounds?.[1] ?? null,
  };
}
