import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateOnly } from '../../platform/graphql/scalars.js';
import { EffectDirectionEnum, EffectMethodEnum, EffectVerdictEnum } from '../effects/index.js';
import { InitiativeStageEnum, LateKindEnum, LaunchOutcomeEnum } from '../initiatives/index.js';

export enum BenefitOutcomeEnum {
  REACHED = 'reached',
  POSSIBLE = 'possible',
  MISSED = 'missed',
  OPEN = 'open',
}
registerEnumType(BenefitOutcomeEnum, {
  name: 'BenefitOutcome',
  description: 'What became of a forecast. Missed: even the upper end of the interval lies below it.',
});

const MINOR = 'In the smallest unit of the currency.';
const FIRST = 'The first of them; the list of initiatives has the rest.';

@ObjectType('PortfolioInitiative')
export class PortfolioInitiativeType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => InitiativeStageEnum) stage: InitiativeStageEnum;
}

@ObjectType('PortfolioPlace', { description: 'A place on the map of value and effort, both from 1 to 5.' })
export class PortfolioPlaceType {
  @Field(() => Int) value: number;
  @Field(() => Int) effort: number;
  @Field(() => Int) count: number;
  @Field(() => Int, { description: 'Of these, those that have been launched.' }) launched: number;
  @Field(() => [PortfolioInitiativeType], { description: FIRST }) initiatives: PortfolioInitiativeType[];
}

@ObjectType('PortfolioMap', { description: 'What is being done, by what it is worth and what it takes.' })
export class PortfolioMapType {
  @Field(() => [PortfolioPlaceType]) places: PortfolioPlaceType[];
  @Field(() => Int) placed: number;
  @Field(() => Int, { description: 'Without an estimate of value or effort: not placed.' }) unestimated: number;
  @Field(() => [PortfolioInitiativeType], { description: FIRST }) unplaced: PortfolioInitiativeType[];
}

@ObjectType('PortfolioStage')
export class PortfolioStageType {
  @Field(() => InitiativeStageEnum) stage: InitiativeStageEnum;
  @Field(() => Int) count: number;
  @Field(() => Float, { nullable: true, description: 'Of those that stand in it, in days.' }) medianDays: number | null;
  @Field(() => Int, { nullable: true }) oldestDays: number | null;
  @Field(() => PortfolioInitiativeType, { nullable: true }) oldest: PortfolioInitiativeType | null;
  @Field(() => Float, { nullable: true, description: 'The median stay of those that have left it, in days.' })
  usualDays: number | null;
  @Field(() => Int, { description: 'What that median rests on.' }) usualN: number;
  @Field(() => Int, { nullable: true, description: 'Longer than twice as usual; null where too few have left it.' })
  overlong: number | null;
}

@ObjectType('PortfolioOutcome')
export class PortfolioOutcomeType {
  @Field(() => LaunchOutcomeEnum) outcome: LaunchOutcomeEnum;
  @Field(() => Int) count: number;
}

@ObjectType('PortfolioConfounded', { description: 'Judged while others were at work on the same metric.' })
export class PortfolioConfoundedType extends PortfolioInitiativeType {
  @Field(() => [PortfolioInitiativeType]) with: PortfolioInitiativeType[];
}

@ObjectType('PortfolioDoubt', { description: 'A proven verdict that does not outlast Benjamini–Hochberg over all.' })
export class PortfolioDoubtType extends PortfolioInitiativeType {
  @Field(() => Float) adjustedP: number;
}

@ObjectType('PortfolioVerdicts', { description: 'Every launched initiative, counted once.' })
export class PortfolioVerdictsType {
  @Field(() => Int) launched: number;
  @Field(() => [PortfolioOutcomeType], { description: 'All of them, nought included; they add up to launched.' })
  outcomes: PortfolioOutcomeType[];
  @Field(() => Int, { description: 'Of the proven ones, those whose gain is gone.' }) faded: number;
  @Field(() => [PortfolioInitiativeType], { description: FIRST }) fadedOnes: PortfolioInitiativeType[];
  @Field(() => Int) confounded: number;
  @Field(() => [PortfolioConfoundedType], { description: FIRST }) confoundedOnes: PortfolioConfoundedType[];
  @Field(() => Int, {
    description: 'Withdrew something that they had promised, whatever the rest makes them count as.',
  })
  withdrew: number;
  @Field(() => Int, { description: 'Tests of the whole organisation, whatever part is looked at.' }) tested: number;
  @Field(() => Float, { description: 'How many “proven” chance alone would be expected to give.' })
  expectedByChance: number;
  @Field(() => [PortfolioDoubtType]) doubtful: PortfolioDoubtType[];
  @Field(() => DateOnly, { nullable: true, description: 'The day of the latest verdict.' }) lastJudgedOn: string | null;
}

@ObjectType('PortfolioMoney', { description: 'Benefits of one currency: amounts of two are never added.' })
export class PortfolioMoneyType {
  @Field() currency: string;
  @Field(() => Int) benefits: number;
  @Field(() => Int) locked: number;
  @Field(() => Int) checked: number;
  @Field(() => Float, { description: MINOR }) targetMinor: number;
  @Field(() => Float, { description: MINOR }) forecastMinor: number;
  @Field(() => Int, { description: 'With an actual from a verdict.' }) judged: number;
  @Field(() => Float, { description: 'What was forecast for those that are judged.' }) judgedForecastMinor: number;
  @Field(() => Float, { description: 'From verdicts alone.' }) actualMinor: number;
  @Field(() => Float, { description: 'Of the actual, what a proven verdict stands behind.' }) provenMinor: number;
  @Field(() => Float, { description: 'Of the proven, what has faded since.' }) fadedMinor: number;
  @Field(() => Int) reached: number;
  @Field(() => Int) possible: number;
  @Field(() => Int) missed: number;
}

@ObjectType('PortfolioBenefit')
export class PortfolioBenefitType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => PortfolioInitiativeType) initiative: PortfolioInitiativeType;
  @Field() currency: string;
  @Field(() => Float) targetMinor: number;
  @Field(() => Float, { nullable: true }) forecastMinor: number | null;
  @Field(() => Float, { nullable: true }) actualMinor: number | null;
  @Field(() => Float, { nullable: true }) actualLowerMinor: number | null;
  @Field(() => Float, { nullable: true }) actualUpperMinor: number | null;
  @Field(() => EffectVerdictEnum, { nullable: true }) verdict: EffectVerdictEnum | null;
  @Field({ description: 'Whether the gain behind it is gone.' }) faded: boolean;
  @Field() locked: boolean;
  @Field() checked: boolean;
  @Field(() => BenefitOutcomeEnum) outcome: BenefitOutcomeEnum;
}

@ObjectType('PortfolioEffect', { description: 'What was promised, and what was measured.' })
export class PortfolioEffectType {
  @Field(() => ID) id: string;
  @Field(() => PortfolioInitiativeType) initiative: PortfolioInitiativeType;
  @Field() metricName: string;
  @Field(() => String, { nullable: true }) segment: string | null;
  @Field() unit: string;
  @Field(() => EffectDirectionEnum) direction: EffectDirectionEnum;
  @Field(() => EffectMethodEnum) method: EffectMethodEnum;
  @Field(() => Float, { description: 'With the sign of its direction.' }) expected: number;
  @Field(() => EffectVerdictEnum) verdict: EffectVerdictEnum;
  @Field(() => EffectVerdictEnum, { nullable: true, description: 'What the latest watch said of a proven gain.' })
  watch: EffectVerdictEnum | null;
  @Field(() => Float, { nullable: true }) estimate: number | null;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) nBefore: number | null;
  @Field(() => Float, { nullable: true }) nAfter: number | null;
  @Field(() => DateOnly) judgedOn: string;
  @Field() confounded: boolean;
}

@ObjectType('PortfolioLateItem')
export class PortfolioLateItemType {
  @Field(() => PortfolioInitiativeType) initiative: PortfolioInitiativeType;
  @Field({ description: 'The milestone, the action or the metric; empty where the initiative itself is late.' })
  what: string;
  @Field(() => DateOnly) dueOn: string;
  @Field(() => Int) days: number;
}

@ObjectType('PortfolioLate')
export class PortfolioLateType {
  @Field(() => LateKindEnum) kind: LateKindEnum;
  @Field(() => Int) count: number;
  @Field(() => Int, { description: 'How many initiatives that concerns.' }) initiatives: number;
  @Field(() => [PortfolioLateItemType], { description: 'The latest of them first.' }) items: PortfolioLateItemType[];
}

@ObjectType('PortfolioChoice')
export class PortfolioChoiceType {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('PortfolioChoices', { description: 'What the page can be narrowed down to.' })
export class PortfolioChoicesType {
  @Field(() => [PortfolioChoiceType]) teams: PortfolioChoiceType[];
  @Field(() => [PortfolioChoiceType]) sponsors: PortfolioChoiceType[];
  @Field(() => [PortfolioChoiceType]) goals: PortfolioChoiceType[];
}

@ObjectType('Portfolio', { description: 'Everything that is undertaken, on one page.' })
export class PortfolioType {
  @Field(() => Date, { description: 'When this was read.' }) asOf: Date;
  @Field(() => DateOnly) today: string;
  @Field(() => Int, { description: 'Neither withdrawn nor archived.' }) initiatives: number;
  @Field(() => PortfolioMapType) map: PortfolioMapType;
  @Field(() => [PortfolioStageType], { description: 'In the order of the stages, empty ones included.' })
  funnel: PortfolioStageType[];
  @Field(() => PortfolioVerdictsType) verdicts: PortfolioVerdictsType;
  @Field(() => [PortfolioMoneyType]) money: PortfolioMoneyType[];
  @Field(() => Int) benefitCount: number;
  @Field(() => [PortfolioBenefitType], { description: 'Judged ones first, then the largest forecasts.' })
  benefits: PortfolioBenefitType[];
  @Field(() => Int) effectCount: number;
  @Field(() => [PortfolioEffectType], { description: 'The latest verdicts first.' }) effects: PortfolioEffectType[];
  @Field(() => [PortfolioLateType], { description: 'All kinds, nought included.' }) late: PortfolioLateType[];
  @Field(() => PortfolioChoicesType) choices: PortfolioChoicesType;
}
