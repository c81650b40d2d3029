import { type FieldProblem, ValidationError } from '@touchstone/domain';
import { plainName } from '../observations/index.js';
import { type FeedbackMapping, type FeedbackTarget, SOURCES, TARGETS } from './feedback-mapping.js';
import { sourceCalled } from './read-source.js';

export interface SaidFeedback {
  /** `column=what it holds`, in the words of a person. */
  readonly columns: readonly string[];
  readonly source?: string;
  readonly saidOn?: string;
  readonly touchpoint?: string;
  readonly dateOrder?: string;
  readonly decimal?: string;
}

export interface SaidContext {
  readonly headers: readonly string[];
  readonly touchpoints: readonly { readonly id: string; readonly name: string }[];
}

/** Puts what was said on the command line over a mapping; names everything that was said wrongly at once. */
export function saidOver(
  base: FeedbackMapping,
  said: SaidFeedback,
  { headers, touchpoints }: SaidContext,
): FeedbackMapping {
  const problems: FieldProblem[] = [];
  const refuse = (message: string) => void problems.push({ path: 'mapping', code: 'said_wrongly', message });
  const columns = new Map(base.columns.map((one) => [one.column, one]));
  for (const pair of said.columns) {
    // A column may have an equals sign in its name; what it holds never has.
    const at = pair.lastIndexOf('=');
    const [name, what] = [pair.slice(0, at).trim(), plainName(pair.slice(at + 1))];
    const numbered = /^#(\d+)$/.exec(name);
    const column = numbered
      ? Number(numbered[1]) - 1
      : headers.findIndex((header) => plainName(header) === plainName(name));
    const target = TARGETS.find((each) => each === what);
    if (at < 1 || !headers[column])
      refuse(`The table has no column “${name || pair}”; it has ${headers.map((header) => `“${header}”`).join(', ')}.`);
    else if (!target) refuse(`“${what}” is nothing that a column can hold: ${TARGETS.join(', ')}.`);
    else give(columns, column, target);
  }
  const source = said.source === undefined ? base.source : sourceCalled(said.source);
  if (said.source !== undefined && !source)
    refuse(`There is no source “${said.source}”; there are ${SOURCES.join(', ')}.`);
  const touchpoint = touchpoints.find(({ name }) => plainName(name) === plainName(said.touchpoint ?? ''));
  if (said.touchpoint !== undefined && !touchpoint) refuse(`There is no touchpoint “${said.touchpoint}”.`);
  if (problems.length > 0) throw new ValidationError(problems);
  return {
    ...base,
    columns: [...columns.values()].sort((a, b) => a.column - b.column),
    source,
    touchpointId: touchpoint?.id ?? base.touchpointId,
    saidOn: said.saidOn ?? base.saidOn,
    dateOrder: (said.dateOrder as FeedbackMapping['dateOrder']) ?? base.dateOrder,
    decimal: (said.decimal as FeedbackMapping['decimal']) ?? base.decimal,
  };
}

/** What is said counts, and nothing stands twice. */
function give(columns: Map<number, FeedbackMapping['columns'][number]>, column: number, target: FeedbackTarget): void {
  for (const [other, held] of columns) if (held.target === target && target !== 'ignore') columns.delete(other);
  columns.set(column, { column, target });
}
