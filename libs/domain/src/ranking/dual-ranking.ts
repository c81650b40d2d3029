import { kendallW } from '@touchstone/metrics';
import { competitionRanks } from '../prioritisation/index.js';

export interface DualRankingInput {
  readonly itemIds: readonly string[];
  /** Each leader's ranks by item, 1 the most important; an item that is left out was not judged by them. */
  readonly judgements: readonly { readonly judgeId: string; readonly ranks: Readonly<Record<string, number>> }[];
  /** Score by the data, higher is more important; null where a factor is missing. */
  readonly dataScores: Readonly<Record<string, number | null>>;
}

export interface DualRankedItem {
  readonly id: string;
  /** Mean of the leaders' ranks and the place that it gives; null where nobody judged it. */
  readonly leadersMean: number | null;
  readonly leadersRank: number | null;
  readonly judges: number;
  readonly dataScore: number | null;
  readonly dataRank: number | null;
  /** leadersRank − dataRank among the items that have both: above 0 where the data holds it for more important. */
  readonly difference: number | null;
}

/** Two items whose order leaders and data see the other way round. */
export interface DisputedPair {
  /** What leaders put first. */
  readonly leadersFirst: string;
  /** What the data puts first. */
  readonly dataFirst: string;
  /** Places between them for the leaders plus places between them for the data: at least 2. */
  readonly distance: number;
}

export interface DualRanking {
  readonly items: readonly DualRankedItem[];
  /** Agreement of the leaders among each other, 0–1, over the items that all of them judged; null with fewer than two. */
  readonly leadersW: number | null;
  /** Its test, m(n - 1)W with n - 1 degrees of freedom; an approximation that is good from about eight items on. */
  readonly leadersChi2: number | null;
  readonly leadersDf: number | null;
  readonly leadersP: number | null;
  /** How many items all leaders judged. */
  readonly leadersItems: number;
  /** Agreement of leaders and data as two rankings, 0 (opposite) to 1 (the same); null with fewer than two items in both. */
  readonly agreementW: number | null;
  readonly agreementItems: number;
  readonly disputed: readonly DisputedPair[];
}

const MOST_PAIRS = 10;

/**
 * What leaders hold for important beside what the data says, and where they part.
 *
 * Formula: leaders' rank by the mean of their ranks, ties shared (1, 1, 3); W by Kendall with correction for ties. Differences and
 * disputed pairs among the items that both rank, ranked anew, so that what only one side has seen does not shift the other.
 *
 * Units: ranks. Two rankings have W = (1 + Spearman's rho) / 2: one half, not 0, means that they have nothing to do with each other.
 *
 * Source: Kendall MG, Babington Smith B (1939) Annals of Mathematical Statistics 10:275-287.
 *
 * @throws {RangeError} when a rank is not a whole number from 1.
 */
export function dualRanking({ itemIds, judgements, dataScores }: DualRankingInput): DualRanking {
  const ranksOf = (id: string) =>
    judgements.flatMap(({ judgeId, ranks }) => {
      const rank = ranks[id];
      if (rank === undefined) return [];
      if (!Number.isInteger(rank) || rank < 1)
        throw new RangeError(`judgements of ${judgeId}: rank of ${id} must be a whole number from 1, got ${rank}`);
      return [rank];
    });
  const given = itemIds.map(ranksOf);
  const means = given.map((ranks) => (ranks.length ? ranks.reduce((a, b) => a + b) / ranks.length : null));
  const scores = itemIds.map((id) => dataScores[id] ?? null);
  const both = means.map((mean, i) => mean !== null && scores[i] !== null);
  const negated = means.map((mean) => (mean === null ? null : -mean));
  const among = (values: readonly (number | null)[]) =>
    competitionRanks(values.map((value, i) => (both[i] ? value : null)));
  const [leadersAmong, dataAmong] = [among(negated), among(scores)];
  const leadersRanks = competitionRanks(negated);
  const dataRanks = competitionRanks(scores);
  const leaders = kendallW({ scores: judgements.map(({ ranks }) => itemIds.map((id) => ranks[id] ?? null)) });
  // Scores rise with importance, ranks fall: both as ranks.
  const agreement = kendallW({ scores: [leadersAmong, dataAmong] });
  return {
    items: itemIds.map((id, i) => ({
      id,
      leadersMean: means[i]!,
      leadersRank: leadersRanks[i]!,
      judges: given[i]!.length,
      dataScore: scores[i]!,
      dataRank: dataRanks[i]!,
      difference: both[i] ? leadersAmong[i]! - dataAmong[i]! : null,
    })),
    leadersW: leaders.w,
    leadersChi2: leaders.chi2,
    leadersDf: leaders.df,
    leadersP: leaders.p,
    leadersItems: judgements.length && given.filter(({ length }) => length === judgements.length).length,
    agreementW: agreement.w,
    agreementItems: both.filter(Boolean).length,
    disputed: disputedPairs(itemIds, leadersAmong, dataAmong),
  };
}

function disputedPairs(
  ids: readonly string[],
  leaders: readonly (number | null)[],
  data: readonly (number | null)[],
): DisputedPair[] {
  const pairs: DisputedPair[] = [];
  ids.forEach((a, i) => {
    ids.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset;
      if (leaders[i] === null || leaders[j] === null) return;
      const byLeaders = leaders[j]! - leaders[i]!;
      const byData = data[j]! - data[i]!;
      if (byLeaders * byData >= 0) return;
      const [first, second] = byLeaders > 0 ? [a, b] : [b, a];
      pairs.push({ leadersFirst: first, dataFirst: second, distance: Math.abs(byLeaders) + Math.abs(byData) });
    });
  });
  return pairs
    .sort((x, y) => y.distance - x.distance || (x.leadersFirst < y.leadersFirst ? -1 : 1))
    .slice(0, MOST_PAIRS);
}
