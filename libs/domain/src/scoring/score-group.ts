/**
 * The scores of a group. Continuous and stream sums: at every node the mean of the respondents' own scores there.
 * Staged: a practice is satisfied at a level when enough respondents place it there or higher, and the levels of
 * dimensions and the whole follow from the practices.
 */
import type { MaturityModel, ScoredAnswers, ScoringMethod } from '../maturity-model/maturity-model.js';
import { aggregateScores } from './aggregate-score.js';
import { exactMean } from './exact-sum.js';
import type { AggregateScore, NodeScore } from './node-score.js';
import { scoreRespondent, type RespondentScores } from './score-respondent.js';

export interface LevelShare {
  readonly level: number;
  /** Respondents who place the practice at the level or above. */
  readonly count: number;
  /** Their proportion (0–1) among respondents with an applicable answer. */
  readonly share: number;
  readonly satisfied: boolean;
}

/** Counts of answers add up over respondents; coverage is the mean of the respondents' own. */
export interface GroupPracticeScore extends NodeScore {
  /** Respondents with a score of their own here. */
  readonly n: number;
  /** Staged models only, for the levels above the floor; empty where nobody placed the practice. */
  readonly levelShares: readonly LevelShare[];
}

export interface GroupAggregateScore extends AggregateScore {
  readonly n: number;
}

export interface GroupScores {
  readonly method: ScoringMethod;
  readonly notApplicableCountsAsZero: boolean;
  readonly respondents: number;
  readonly practices: Readonly<Record<string, GroupPracticeScore>>;
  readonly dimensions: Readonly<Record<string, GroupAggregateScore>>;
  readonly overall: GroupAggregateScore;
}

interface GroupNode extends NodeScore {
  readonly n: number;
}

function meanOf(scores: readonly NodeScore[]): GroupNode {
  const own = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const total = (pick: (score: NodeScore) => number): number => scores.reduce((sum, score) => sum + pick(score), 0);
  return {
    score: exactMean(own),
    n: own.length,
    coverage: exactMean(scores.flatMap(({ coverage }) => (coverage === null ? [] : [coverage]))),
    answered: total(({ answered }) => answered),
    applicable: total(({ applicable }) => applicable),
    notApplicable: total(({ notApplicable }) => notApplicable),
  };
}

function levelShares(model: MaturityModel, scores: readonly NodeScore[]): LevelShare[] {
  const placed = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  if (placed.length === 0) return [];
  return model.levels.slice(1).map(({ value: level }) => {
    const count = placed.filter((score) => score >= level).length;
    const share = count / placed.length;
    return { level, count, share, satisfied: share >= model.scoring.satisfaction };
  });
}

function stagedPractice(model: MaturityModel, scores: readonly NodeScore[]): GroupPracticeScore {
  const node = meanOf(scores);
  const shares = levelShares(model, scores);
  // Whoever places a practice at a level places it at those below: the satisfied levels have no gap.
  const reached = shares.findLast(({ satisfied }) => satisfied)?.level ?? model.levels[0]!.value;
  return { ...node, score: node.n === 0 ? null : reached, levelShares: shares };
}

export function scoreGroup({
  model,
  respondents,
}: {
  readonly model: MaturityModel;
  readonly respondents: readonly ScoredAnswers[];
}): GroupScores {
  const { method } = model.scoring;
  const isStaged = method === 'staged';
  const scored = respondents.map((answers) => scoreRespondent({ model, answers }));
  const practices = Object.fromEntries(
    model.dimensions
      .flatMap((dimension) => dimension.practices)
      .map(({ id }): [string, GroupPracticeScore] => {
        const own = scored.map((respondent) => respondent.practices[id]!);
        return [id, isStaged ? stagedPractice(model, own) : { ...meanOf(own), levelShares: [] }];
      }),
  );
  const staged = isStaged ? aggregateScores(model, practices) : null;
  const aggregate = (
    pick: (scores: RespondentScores) => AggregateScore,
    ofGroup: AggregateScore | null,
  ): GroupAggregateScore => ({
    ...meanOf(scored.map(pick)),
    ...(ofGroup ? { score: ofGroup.score, staged: ofGroup.staged } : { staged: null }),
  });
  return {
    method,
    notApplicableCountsAsZero: method === 'stream-sums',
    respondents: respondents.length,
    practices,
    dimensions: Object.fromEntries(
      model.dimensions.map(({ id }) => [
        id,
        aggregate((scores) => scores.dimensions[id]!, staged?.dimensions[id] ?? null),
      ]),
    ),
    overall: aggregate((scores) => scores.overall, staged?.overall ?? null),
  };
}
