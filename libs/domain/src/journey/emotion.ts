export interface FeltAt {
  readonly emotion: number | null;
}

/**
 * Where the emotion curve passes through a stage: the mean over its touchpoints whose emotion is known. Each counts once
 * and not by how many were asked, because a stage is lived through touchpoint by touchpoint; null where none is known.
 */
export function stageEmotion(placements: readonly FeltAt[]): number | null {
  const known = placements.flatMap(({ emotion }) => (emotion === null ? [] : [emotion]));
  return known.length === 0 ? null : known.reduce((sum, emotion) => sum + emotion, 0) / known.length;
}
