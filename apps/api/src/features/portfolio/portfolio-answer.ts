import {
  ageing,
  benefitOutcome,
  discoveryNote,
  INITIATIVE_STAGES,
  type InitiativeStage,
  type JudgedBenefit,
  LAUNCH_OUTCOMES,
  type LaunchedInitiative,
  tallyVerdicts,
  type UsualStay,
} from '@touchstone/domain';
import { LateKindEnum } from '../initiatives/index.js';
import type {
  PortfolioBenefitType,
  PortfolioInitiativeType,
  PortfolioLateType,
  PortfolioMoneyType,
  PortfolioStageType,
  PortfolioType,
  PortfolioVerdictsType,
} from './portfolio.type.js';

type Launched = LaunchedInitiative & PortfolioInitiativeType & { readonly counted: boolean };

/** What the database says, before it is counted by the rules of the domain. */
export interface PortfolioFacts extends Pick<
  PortfolioType,
  'today' | 'initiatives' | 'map' | 'effectCount' | 'effects' | 'benefitCount' | 'choices'
> {
  readonly stages: readonly { stage: InitiativeStage; days: number[]; oldest: PortfolioInitiativeType }[];
  readonly usual: readonly (UsualStay & { stage: InitiativeStage })[];
  readonly launched: readonly Launched[];
  readonly confounded: readonly { id: string; with: string[] }[];
  readonly lastJudgedOn: string | null;
  readonly money: readonly (Omit<PortfolioMoneyType, 'judged' | 'reached' | 'possible' | 'missed'> & {
    amounts: JudgedBenefit[];
  })[];
  readonly benefits: readonly Omit<PortfolioBenefitType, 'outcome'>[];
  readonly late: readonly PortfolioLateType[];
}

/** Withdrawn ones are no part of it. */
const SHOWN_STAGES = INITIATIVE_STAGES.filter((stage) => stage !== 'withdrawn');

export function portfolioOf(facts: PortfolioFacts, limit: number): Omit<PortfolioType, 'asOf'> {
  const { today, initiatives, map, effectCount, effects, benefitCount, choices } = facts;
  return {
    ...{ today, initiatives, map, effectCount, effects, benefitCount, choices },
    funnel: SHOWN_STAGES.map((stage) => stageOf(stage, facts)),
    verdicts: verdictsOf(facts, limit),
    money: facts.money.map(moneyOf),
    benefits: facts.benefits.map((benefit) => ({
      ...benefit,
      outcome: outcomeOfAmounts({
        forecast: benefit.forecastMinor,
        actual: benefit.actualMinor,
        upper: benefit.actualUpperMinor,
      }),
    })),
    late: Object.values(LateKindEnum).map(
      (kind) => facts.late.find((each) => each.kind === kind) ?? { kind, count: 0, initiatives: 0, items: [] },
    ),
  };
}

const outcomeOfAmounts = (amounts: JudgedBenefit) => benefitOutcome(amounts) as PortfolioBenefitType['outcome'];

function stageOf(stage: InitiativeStage, { stages, usual }: PortfolioFacts): PortfolioStageType {
  const found = stages.find((each) => each.stage === stage);
  const past = usual.find((each) => each.stage === stage) ?? null;
  // What is closed stays closed: there is no stay to be long.
  const ends = stage === 'closed';
  const { count, medianDays, oldestDays, overlong } = ageing(found?.days ?? [], ends ? null : past);
  return {
    stage: stage as PortfolioStageType['stage'],
    count,
    medianDays: ends ? null : medianDays,
    oldestDays: ends ? null : oldestDays,
    oldest: ends ? null : (found?.oldest ?? null),
    usualDays: ends ? null : (past?.medianDays ?? null),
    usualN: ends ? 0 : (past?.n ?? 0),
    overlong,
  };
}

const referenceOf = ({ id, number, title, stage }: Launched): PortfolioInitiativeType => ({ id, number, title, stage });

function verdictsOf({ launched, confounded, lastJudgedOn }: PortfolioFacts, limit: number): PortfolioVerdictsType {
  const byId = new Map(launched.map((each) => [each.id, each]));
  const named = (ids: readonly string[]) =>
    ids.slice(0, limit).flatMap((id) => {
      const found = byId.get(id);
      return found ? [referenceOf(found)] : [];
    });
  const tally = tallyVerdicts(launched.filter(({ counted }) => counted));
  const note = discoveryNote(launched);
  const doubtful = new Set(note.doubtful);
  const others = new Map(confounded.map((each) => [each.id, each.with]));
  return {
    launched: tally.launched,
    outcomes: LAUNCH_OUTCOMES.map((outcome) => ({
      outcome: outcome as PortfolioVerdictsType['outcomes'][number]['outcome'],
      count: tally.outcomes[outcome],
    })),
    faded: tally.faded.length,
    fadedOnes: named(tally.faded),
    confounded: tally.confounded.length,
    confoundedOnes: named(tally.confounded).map((each) => ({ ...each, with: named(others.get(each.id) ?? []) })),
    withdrew: tally.withdrew.length,
    tested: note.tested,
    expectedByChance: note.expectedByChance,
    doubtful: launched.flatMap((each) =>
      each.counted
        ? each.promises
            .filter(({ id }) => doubtful.has(id))
            .map(({ id }) => ({ ...referenceOf(each), adjustedP: note.adjusted.get(id)! }))
        : [],
    ),
    lastJudgedOn,
  };
}

function moneyOf({ amounts, ...money }: PortfolioFacts['money'][number]): PortfolioMoneyType {
  const outcomes = amounts.map(benefitOutcome);
  const count = (wanted: (typeof outcomes)[number]): number => outcomes.filter((each) => each === wanted).length;
  return {
    ...money,
    judged: amounts.length,
    reached: count('reached'),
    possible: count('possible'),
    missed: count('missed'),
  };
}
