import type { ImportProblemGroupType } from './import.type.js';

/** What is listed one by one; programs that look at a preview read it. */
const LISTED = 100;
const MOST_GROUPS = 100;
const FIRST_ROWS = 5;
const SAMPLES = 3;
/** The examples of a group are taken from its first problems: a column of a million slips is not all looked at. */
const LOOKED_AT = 50;

interface Noted {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
}

/**
 * The problems of a preview, gathered by column and reason: one slip that is repeated in every row hides no other. The
 * import itself keeps each of them.
 */
export class PreviewedProblems<Problem extends Noted> {
  readonly listed: Problem[] = [];
  count = 0;
  private readonly byKind = new Map<string, ImportProblemGroupType>();
  private kinds = 0;

  /** @param textOf in the language of the reader. */
  constructor(private readonly textOf: (problem: Problem) => string) {}

  note(problem: Problem): void {
    this.count += 1;
    if (this.listed.length < LISTED) this.listed.push(problem);
    const group = this.groupOf(problem);
    if (!group) return;
    group.count += 1;
    if (group.rows.length < FIRST_ROWS && group.rows.at(-1) !== problem.row) group.rows.push(problem.row);
    if (group.count > LOOKED_AT) return;
    addSample(group.messages, this.textOf(problem));
    if (problem.value) addSample(group.values, problem.value);
  }

  get groups(): ImportProblemGroupType[] {
    return [...this.byKind.values()];
  }

  /** There are more than are listed one by one. */
  get truncated(): boolean {
    return this.count > this.listed.length;
  }

  private groupOf({ column, code }: Problem): ImportProblemGroupType | undefined {
    const kind = JSON.stringify([column, code]);
    const known = this.byKind.get(kind);
    if (known || this.kinds === MOST_GROUPS) return known;
    this.kinds += 1;
    const made = { column, code, messages: [], count: 0, rows: [], values: [] };
    this.byKind.set(kind, made);
    return made;
  }
}

function addSample(samples: string[], text: string): void {
  if (samples.length < SAMPLES && !samples.includes(text)) samples.push(text);
}
