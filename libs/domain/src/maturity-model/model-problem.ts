/**
 * What can be wrong with a model file. Every problem has a stable code and parameters, so that an interface can say it
 * in its reader's language; `message` and `remedy` are the English wording of the same.
 */

export type ProblemParams = Readonly<Record<string, string | number>>;

interface Wording {
  readonly message: string;
  readonly remedy: string;
}

const PROBLEM_WORDINGS = {
  'too-large': {
    message: 'The file is larger than {limit} bytes.',
    remedy: 'A maturity model is text and stays far below this size: check that this is the right file.',
  },
  'control-character': {
    message: 'The file contains a control character (U+{code}) that YAML does not allow.',
    remedy: 'Save the file as plain UTF-8 text; it may be a binary file or be damaged.',
  },
  'too-complex': {
    message: 'The file has more than {limit} YAML tokens.',
    remedy: 'Split the content into several models, or check that this is the right file.',
  },
  'too-deep': {
    message: 'The structure is nested deeper than a maturity model ever is.',
    remedy: 'Indent as in the documented format: model, dimensions, practices, items, answers.',
  },
  'alias-not-allowed': {
    message: 'YAML anchors and aliases (“{text}”) are not accepted.',
    remedy: 'Write the value out where it is needed; for answers that repeat, use “answerSets”.',
  },
  'tag-not-allowed': {
    message: 'The YAML tag “{text}” is not accepted.',
    remedy: 'Remove the tag; put the value in quotes if it must be read as text.',
  },
  'directive-not-allowed': {
    message: 'The YAML directive “{text}” is not accepted.',
    remedy: 'Remove the line: the file is read as YAML 1.2.',
  },
  'yaml-syntax': {
    message: 'The YAML cannot be read here: {detail}.',
    remedy:
      'Check indentation, quotes and colons on this line and the one above; put text that contains “: ” or “#” in quotes.',
  },
  'duplicate-key': {
    message: 'The key “{key}” stands twice in the same place; the first is on line {firstLine}.',
    remedy: 'Keep one of the two.',
  },
  'bad-key': {
    message: 'A key must be a plain word or number.',
    remedy: 'Replace the list or mapping that stands in the place of the key.',
  },
  'not-a-number': {
    message: '“{text}” is not a finite number.',
    remedy: 'Write an ordinary number.',
  },
  'empty-file': {
    message: 'The file holds no model.',
    remedy: 'Begin with “format: touchstone/maturity-model@1” and follow the documented format.',
  },
  'unknown-format': {
    message: 'The file does not say that it is a “{expected}”.',
    remedy: 'Begin the file with “format: {expected}”.',
  },
  'unknown-key': {
    message: 'The key “{key}” is not known here.',
    remedy: 'Remove it, or use one of: {known}.',
  },
  'misspelt-key': {
    message: 'The key “{key}” is not known here.',
    remedy: 'Did you mean “{suggestion}”?',
  },
  'missing-key': {
    message: 'The key “{key}” is missing.',
    remedy: 'Add “{key}”.',
  },
  'wrong-type': {
    message: 'This must be {expected}.',
    remedy: 'Write {expected} here.',
  },
  'not-allowed-value': {
    message: '“{value}” is not one of the values allowed here.',
    remedy: 'Use one of: {allowed}.',
  },
  'bad-id': {
    message: '“{value}” cannot be an id.',
    remedy: 'Use 1 to 64 lower-case letters, digits and hyphens, beginning with a letter.',
  },
  'bad-version': {
    message: '“{value}” is not a version.',
    remedy: 'Write three numbers such as 1.0.0.',
  },
  'blank-text': {
    message: 'The text is empty.',
    remedy: 'Write the text, or remove its key if the format allows to leave it out.',
  },
  'text-too-long': {
    message: 'The text is longer than {limit} characters.',
    remedy: 'Shorten it.',
  },
  'number-out-of-range': {
    message: 'The number must be {rule}.',
    remedy: 'Write a number that is {rule}.',
  },
  'too-few': {
    message: 'At least {limit} entries are needed here.',
    remedy: 'Add what is missing.',
  },
  'too-many': {
    message: 'No more than {limit} entries are allowed here.',
    remedy: 'Remove some.',
  },
  'not-unique': {
    message: 'The list repeats a value.',
    remedy: 'Keep each value once.',
  },
  'bad-locale': {
    message: '“{value}” is not a language tag in its usual form.',
    remedy: 'Write a BCP 47 tag such as en, zh-CN or pt-BR.',
  },
  'missing-text': {
    message: 'The text for “{locale}” is missing; the model says it is available in {locales}.',
    remedy: 'Add a line “{locale}: …”, or take {locale} out of “locales”.',
  },
  'unknown-locale': {
    message: 'There is a text for “{locale}”, which is not among the model’s locales ({locales}).',
    remedy: 'Add {locale} to “locales” and translate every text, or remove this one.',
  },
  'level-start': {
    message: 'The lowest level is {value}.',
    remedy: 'Number the levels from 0 or from 1.',
  },
  'level-order': {
    message: 'After level {previous} comes {value}.',
    remedy: 'Number the levels one after the other, ascending, without gaps.',
  },
  'duplicate-id': {
    message: 'The id “{id}” is already used on line {firstLine}.',
    remedy: 'Give each {kind} an id of its own.',
  },
  'duplicate-answer-value': {
    message: 'Two answers have the value {value}.',
    remedy: 'Give each answer of the set its own value.',
  },
  'missing-descriptor': {
    message: 'The practice “{practice}” has no descriptor for level {level} ({name}).',
    remedy: 'Add “{level}:” with a text in each locale under “descriptors”.',
  },
  'unknown-level': {
    message: 'Level {level} is not a level of this model.',
    remedy: 'Use one of: {known}.',
  },
  'unknown-practice': {
    message: 'There is no practice “{id}” in this model.',
    remedy: 'Write the id of a practice of this model.',
  },
  'unknown-answer-set': {
    message: 'There is no answer set “{id}” in this model.',
    remedy: 'Define it under “answerSets”, or use one of: {known}.',
  },
  'unused-answer-set': {
    message: 'The answer set “{id}” is used by no item.',
    remedy: 'Remove it, or name it in the items that are meant to use it.',
  },
  'unknown-stream': {
    message: 'The practice “{practice}” has no stream “{id}”.',
    remedy: 'Define it under the practice’s “streams”, or use one of: {known}.',
  },
  'prerequisite-cycle': {
    message: 'The practices wait for each other in a circle: {cycle}.',
    remedy: 'Remove one of these prerequisites.',
  },
  'answers-missing': {
    message: 'An item of type “{type}” needs its answers.',
    remedy: 'Add “answers” with the name of an answer set, or “options” with the answers themselves.',
  },
  'answers-twice': {
    message: 'The item has both “answers” and “options”.',
    remedy: 'Keep one of the two.',
  },
  'answers-not-allowed': {
    message: 'An item of type “{type}” brings its own scale and takes no answers.',
    remedy: 'Remove “answers” and “options”, or make the item a “choice”.',
  },
  'answer-count': {
    message: 'An item of type “{type}” has {count} answers; it needs {needed}.',
    remedy: 'Give it {needed} answers, or make the item a “choice”.',
  },
  'level-item-with-level': {
    message: 'An item of type “level” covers all levels and cannot belong to one.',
    remedy: 'Remove “level”, or make the item a question of another type.',
  },
  'nothing-to-score': {
    message: 'The practice “{practice}” has no item that can be scored.',
    remedy: 'Add an item that is not free text, or leave “items” out to ask for the level itself.',
  },
  'satisfaction-missing': {
    message: 'Staged scoring needs “satisfaction”: the share of respondents who must place a practice at a level.',
    remedy: 'Add “satisfaction: 0.5” (or another share above 0 and up to 1) under “scoring”.',
  },
  'satisfaction-not-used': {
    message: 'Only staged scoring uses “satisfaction”; the model’s method is “{method}”.',
    remedy: 'Remove it, or choose “method: staged”.',
  },
  'streams-missing': {
    message: 'Stream sums need streams, and the practice “{practice}” has none.',
    remedy: 'Add “streams” to the practice and name the stream in each of its items.',
  },
  'item-without-stream': {
    message: 'In a model with stream sums every scored item belongs to a stream and a level; “{key}” is missing.',
    remedy: 'Add “{key}” to the item.',
  },
  'level-item-in-stream-sums': {
    message: 'Stream sums add up the values of answers; an item of type “level” has none.',
    remedy: 'Ask a question per level and stream instead, for example with an answer set from 0 to 1.',
  },
  'answer-value-in-stream-sums': {
    message: 'In stream sums an answer counts with its own value, which must lie between 0 and 1; this one is {value}.',
    remedy: 'Give the answers values between 0 and 1, so that a level that is fully met adds one.',
  },
  'level-without-question': {
    message: 'The practice “{practice}” asks nothing for level {level}, so that nothing decides whether it is reached.',
    remedy: 'Add an item with “level: {level}”.',
  },
  'stream-without-question': {
    message: 'No scored item belongs to the stream “{id}”.',
    remedy: 'Add items with “stream: {id}”, or remove the stream.',
  },
  'question-at-floor': {
    message: 'A question cannot belong to level {level}: it is where everybody starts.',
    remedy: 'Give the question a level from {lowest} to {highest}.',
  },
  'more-problems': {
    message: 'There are {count} more problems.',
    remedy: 'Correct those listed first and read the file again.',
  },
} as const satisfies Record<string, Wording>;

export type ModelProblemCode = keyof typeof PROBLEM_WORDINGS;

/** Every code there is: an interface proves against this list that it can say each of them. */
export const MODEL_PROBLEM_CODES = Object.keys(PROBLEM_WORDINGS) as readonly ModelProblemCode[];

export interface ModelProblem {
  readonly code: ModelProblemCode;
  readonly params: ProblemParams;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Where in the model, as in `dimensions[0].practices[2].weight`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

function fill(wording: string, params: ProblemParams): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export function modelProblem(
  code: ModelProblemCode,
  position: Position,
  path: string,
  params: ProblemParams = {},
): ModelProblem {
  const wording = PROBLEM_WORDINGS[code];
  return {
    code,
    params,
    line: position.line,
    column: position.column,
    path,
    message: fill(wording.message, params),
    remedy: fill(wording.remedy, params),
  };
}
