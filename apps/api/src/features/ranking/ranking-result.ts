import {
  closedUp,
  concordanceWord,
  departsFrom,
  dualRanking,
  likenessWord,
  opportunityScores,
  RANKING_LIMITS,
} from '@touchstone/domain';
import {
  type ConcordanceEnum,
  type LikenessEnum,
  type MissingFactorEnum,
  type RankingAgreementType,
  type RankingItemType,
  type RankingJudgeType,
  type RankingResultType,
  type RankingRoundType,
  RankingStateEnum,
  type WeighedPainPointType,
} from './ranking.type.js';

type Ranks = Readonly<Record<string, number>>;

/** A round as the one statement of its page gives it. */
export interface RoundRow extends Omit<
  RankingRoundType,
  'items' | 'closedEarly' | 'iJudge' | 'myJudgedAt' | 'myOrder' | 'myOrderSaved' | 'myVersion' | 'result' | 'agreements'
> {
  readonly revealedOn: string | null;
  readonly items: readonly (Omit<RankingItemType, 'missing'> & {
    readonly dataScore: number | null;
    readonly chance: string;
  })[];
  readonly judges: RankingJudgeType[];
  readonly mine: { readonly judgedAt: string | null; readonly version: number; readonly ranks: Ranks | null } | null;
  readonly judgements: readonly Ranks[];
  readonly agreements: readonly Omit<RankingAgreementType, 'departsFromLeaders' | 'departsFromData'>[];
}

/** What the data side says of each, from numbers as they are kept or as they are today. */
export function dataOf(
  items: readonly { readonly id: string; readonly painPoints: readonly WeighedPainPointType[] }[],
) {
  return opportunityScores(
    items.map(({ id, painPoints }) => ({
      id,
      painPoints: painPoints.map(({ frequencyCount, frequencyBase, ...each }) => ({
        ...each,
        frequency: frequencyCount === null || frequencyBase === null ? null : frequencyCount / frequencyBase,
      })),
    })),
  );
}

export function roundOf({ items: rows, mine, judgements, agreements, revealedOn, ...row }: RoundRow): RankingRoundType {
  const compared = rows.filter(({ putAway }) => !putAway);
  const known = dataOf(
    rows.map(({ opportunityId, painPoints }) => ({ id: opportunityId, painPoints: painPoints ?? [] })),
  );
  const over = row.state === RankingStateEnum.REVEALED || row.state === RankingStateEnum.AGREED;
  const result = over ? resultOf(compared, judgements, mine?.judgedAt ? mine.ranks : null) : null;
  const ranksOf = (side: 'leadersRank' | 'dataRank') =>
    Object.fromEntries((result?.items ?? []).map((item) => [item.id, item[side]]));
  const [leaders, data] = [ranksOf('leadersRank'), ranksOf('dataRank')];
  return {
    ...row,
    items: rows.map(({ dataScore: _, chance: __, ...item }, index) => ({
      ...item,
      missing: item.painPoints
        ? known.missing[index]!.map(({ factor, ...where }) => ({ ...where, factor: factor as MissingFactorEnum }))
        : [],
    })),
    closedEarly: over && revealedOn! <= row.closesOn,
    iJudge: mine !== null,
    myJudgedAt: mine?.judgedAt ? new Date(mine.judgedAt) : null,
    myOrder: mine && orderOf(compared, mine.ranks),
    myOrderSaved: mine?.ranks != null,
    myVersion: mine?.version ?? null,
    result,
    agreements: agreements.map((agreement) => ({
      ...agreement,
      departsFromLeaders: departsFrom(agreement.order, leaders),
      departsFromData: departsFrom(agreement.order, data),
    })),
  };
}

/** As it was saved; what was not ranked yet follows by chance, so that no list begins the same for two judges. */
function orderOf(items: RoundRow['items'], ranks: Ranks | null): string[] {
  const place = (id: string) => ranks?.[id] ?? RANKING_LIMITS.items.max + 1;
  return items
    .toSorted((a, b) => place(a.opportunityId) - place(b.opportunityId) || (a.chance < b.chance ? -1 : 1))
    .map(({ opportunityId }) => opportunityId);
}

function resultOf(items: RoundRow['items'], judgements: readonly Ranks[], mine: Ranks | null): RankingResultType {
  const itemIds = items.map(({ opportunityId }) => opportunityId);
  const closed = judgements.map((ranks) => closedUp(ranks, itemIds));
  const own = mine && closedUp(mine, itemIds);
  const dual = dualRanking({
    itemIds,
    judgements: closed.map((ranks, index) => ({ judgeId: String(index), ranks })),
    dataScores: Object.fromEntries(items.map(({ opportunityId, dataScore }) => [opportunityId, dataScore])),
  });
  return {
    ...dual,
    items: dual.items.map(({ judges: _, ...item }) => ({
      ...item,
      places: closed.flatMap((ranks) => ranks[item.id] ?? []).sort((a, b) => a - b),
      myPlace: own?.[item.id] ?? null,
    })),
    judges: judgements.length,
    leadersWord: concordanceWord(dual.leadersW, dual.leadersP) as ConcordanceEnum,
    agreementWord: likenessWord(dual.agreementW) as LikenessEnum,
    disputed: [...dual.disputed],
  };
}
