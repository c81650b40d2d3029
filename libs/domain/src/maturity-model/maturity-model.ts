/**
 * A maturity model as the rest of Touchstone sees it: parsed, validated and normalised.
 * The file format that people write (YAML) is described by `maturity-model.schema.ts`; `parseMaturityModel` turns
 * one into the other, and fills in what the file may leave out (weights of 1, one level item per practice).
 */

/** A text in every locale the model declares; keys are BCP 47 tags such as `en` and `zh-CN`. */
export type LocalizedText = Readonly<Record<string, string>>;

export interface MaturityLevel {
  /** The place on the scale; consecutive integers, ascending. */
  readonly value: number;
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
}

export type ScoringMethod = 'continuous' | 'staged' | 'stream-sums';

export interface ScoringRule {
  readonly method: ScoringMethod;
  /** Staged only: the share of respondents (0–1) who must place a practice at a level or above for it to count as satisfied. */
  readonly satisfaction: number;
}

export interface AnswerOption {
  readonly value: number;
  readonly label: LocalizedText;
}

/** `level` is a choice among the practice's level descriptors; `text` is never scored. */
export type ItemType = 'level' | 'likert' | 'yes-no-partial' | 'percentage' | 'choice' | 'text';

export interface ModelItem {
  /** Unique in the whole model. A practice without items gets one level item that carries the practice's own id. */
  readonly id: string;
  readonly type: ItemType;
  readonly text: LocalizedText;
  readonly weight: number;
  readonly notApplicableAllowed: boolean;
  /** For `choice`, `likert` and `yes-no-partial`: the options in order; empty for `level`, `percentage` and `text`. */
  readonly options: readonly AnswerOption[];
  /** For stream-sums and per-level questions: the level that the question belongs to. */
  readonly level: number | null;
  /** For stream-sums: the stream of the practice that the question belongs to. */
  readonly streamId: string | null;
}

export interface PracticeStream {
  readonly id: string;
  readonly name: LocalizedText;
}

export interface PracticePrerequisite {
  readonly practiceId: string;
  readonly level: number;
}

export interface ModelPractice {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly weight: number;
  readonly prerequisites: readonly PracticePrerequisite[];
  /** One descriptor per level value: an observable fact that a team can place itself by. */
  readonly descriptors: Readonly<Record<number, LocalizedText>>;
  readonly streams: readonly PracticeStream[];
  readonly items: readonly ModelItem[];
}

export interface ModelDimension {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly weight: number;
  readonly practices: readonly ModelPractice[];
}

export interface MaturityModel {
  readonly id: string;
  /** Semantic version; a published version never changes. */
  readonly version: string;
  readonly locales: readonly string[];
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly licence: string;
  readonly levels: readonly MaturityLevel[];
  readonly scoring: ScoringRule;
  readonly dimensions: readonly ModelDimension[];
}

/**
 * What one respondent said, by item id: the value in the item's own units (level value, option value, percent 0–100),
 * or `'na'` where the item allows it. An item that is missing from the map is unanswered.
 */
export type ScoredAnswers = ReadonlyMap<string, number | 'na'>;
