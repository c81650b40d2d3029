import type { FilePractice } from './maturity-model.schema.js';
import { modelProblem, type ModelProblem, type ModelProblemCode, type ProblemParams } from './model-problem.js';
import { formatPath, type PathSegment, type SourceMap } from './read-yaml.js';

/** Collects problems with their place in the file. */
export class ProblemCollector {
  readonly problems: ModelProblem[] = [];

  constructor(readonly source: SourceMap) {}

  /** A problem of the value at the path. */
  add(code: ModelProblemCode, path: readonly PathSegment[], params: ProblemParams = {}): void {
    this.problems.push(modelProblem(code, this.source.valueAt(path), formatPath(path), params));
  }

  /** A problem of what the key introduces as a whole. */
  addAtKey(code: ModelProblemCode, path: readonly PathSegment[], params: ProblemParams = {}): void {
    this.problems.push(modelProblem(code, this.source.keyAt(path), formatPath(path), params));
  }
}

export interface PlacedPractice {
  readonly practice: FilePractice;
  readonly path: readonly PathSegment[];
}

/** Reports every id that was seen before, with the line of the first. */
export function checkUnique(
  kind: string,
  entries: readonly { id: string; path: readonly PathSegment[] }[],
  collect: ProblemCollector,
): void {
  const seen = new Map<string, number>();
  for (const { id, path } of entries) {
    const firstLine = seen.get(id);
    if (firstLine === undefined) seen.set(id, collect.source.valueAt(path).line);
    else collect.add('duplicate-id', path, { id, firstLine, kind });
  }
}
