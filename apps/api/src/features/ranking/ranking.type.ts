import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateOnly } from '../../platform/graphql/scalars.js';

export enum RankingStateEnum {
  JUDGING = 'judging',
  REVEALED = 'revealed',
  AGREED = 'agreed',
  CALLED_OFF = 'called_off',
}
registerEnumType(RankingStateEnum, {
  name: 'RankingState',
  description: 'Revealed: closed, both rankings are shown. Agreed: the board has settled on an order.',
});

export enum ConcordanceEnum {
  UNKNOWN = 'unknown',
  CHANCE = 'chance',
  WEAK = 'weak',
  MODERATE = 'moderate',
  STRONG = 'strong',
}
registerEnumType(ConcordanceEnum, {
  name: 'Concordance',
  description: 'How far judges agree among each other; CHANCE where as much would come about without any agreement.',
});

export enum LikenessEnum {
  UNKNOWN = 'unknown',
  OPPOSITE = 'opposite',
  UNRELATED = 'unrelated',
  PARTLY = 'partly',
  ALIKE = 'alike',
}
registerEnumType(LikenessEnum, {
  name: 'Likeness',
  description: 'How far the leaders’ ranking and the data’s go together.',
});

export enum MissingFactorEnum {
  PAIN_POINT = 'painPoint',
  TOUCHPOINT = 'touchpoint',
  FREQUENCY = 'frequency',
  SEVERITY = 'severity',
  DRIVER_WEIGHT = 'driverWeight',
  VOLUME = 'volume',
}
registerEnumType(MissingFactorEnum, {
  name: 'MissingFactor',
  description: 'PAIN_POINT and TOUCHPOINT: none is linked, so that there is nothing to ask for a number.',
});

@ObjectType('WeighedTouchpoint')
export class WeighedTouchpointType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Float, { nullable: true, description: '0 to 1.' }) driverWeight: number | null;
  @Field(() => String, { nullable: true }) driverWeightSource: string | null;
  @Field(() => Int, { nullable: true }) driverWeightN: number | null;
  @Field(() => DateOnly, { nullable: true }) driverWeightAsOf: string | null;
  @Field(() => Float, { nullable: true, description: 'Customers, cases or visits in a month.' }) volume: number | null;
  @Field(() => String, { nullable: true }) volumeSource: string | null;
  @Field(() => DateOnly, { nullable: true }) volumeAsOf: string | null;
  @Field(() => Int, { description: '0 where nothing was ever said.' }) version: number;
}

@ObjectType('WeighedPainPoint')
export class WeighedPainPointType {
  @Field(() => ID) id: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field(() => Int, { nullable: true }) severity: number | null;
  @Field() severityEvidence: string;
  @Field(() => Int, { nullable: true }) frequencyCount: number | null;
  @Field(() => Int, { nullable: true }) frequencyBase: number | null;
  @Field() frequencyEvidence: string;
  @Field(() => DateOnly, { nullable: true, description: 'When severity or frequency was last said.' }) ratedOn:
    string | null;
  @Field(() => [WeighedTouchpointType]) touchpoints: WeighedTouchpointType[];
}

@ObjectType('RankingGap', { description: 'What keeps the data from speaking of an opportunity.' })
export class RankingGapType {
  @Field(() => MissingFactorEnum) factor: MissingFactorEnum;
  @Field(() => ID, { nullable: true }) painPointId: string | null;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
}

@ObjectType('RankingItem')
export class RankingItemType {
  @Field(() => ID) opportunityId: string;
  @Field(() => Int) number: number;
  @Field() title: string;
  @Field() description: string;
  @Field({ description: 'Archived, parked or dismissed since: it is compared by nobody.' }) putAway: boolean;
  @Field(() => [WeighedPainPointType], {
    nullable: true,
    description: 'What the data side rests on; while judges judge, for those alone who look after the round.',
  })
  painPoints: WeighedPainPointType[] | null;
  @Field(() => [RankingGapType]) missing: RankingGapType[];
}

@ObjectType('RankingJudge')
export class RankingJudgeType {
  @Field(() => ID) membershipId: string;
  @Field() name: string;
  @Field(() => Date, { nullable: true }) judgedAt: Date | null;
  @Field(() => Date, { nullable: true }) excusedAt: Date | null;
  @Field({ description: 'Is no member any more.' }) left: boolean;
}

@ObjectType('RankedItem')
export class RankedItemType {
  @Field(() => ID) id: string;
  @Field(() => Float, { nullable: true }) leadersMean: number | null;
  @Field(() => Int, { nullable: true }) leadersRank: number | null;
  @Field(() => [Int], { description: 'The places that judges gave it, in order of size: nobody is named.' })
  places: number[];
  @Field(() => Int, { nullable: true, description: 'The place that you gave it.' }) myPlace: number | null;
  @Field(() => Float, { nullable: true }) dataScore: number | null;
  @Field(() => Int, { nullable: true }) dataRank: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Leaders’ rank less the data’s, among what both rank; above 0 where the data holds it for more important.',
  })
  difference: number | null;
}

@ObjectType('DisputedPair')
export class DisputedPairType {
  @Field(() => ID) leadersFirst: string;
  @Field(() => ID) dataFirst: string;
  @Field(() => Int) distance: number;
}

@ObjectType('RankingResult')
export class RankingResultType {
  @Field(() => [RankedItemType]) items: RankedItemType[];
  @Field(() => Int, { description: 'Judges who handed in.' }) judges: number;
  @Field(() => Float, { nullable: true, description: 'Kendall’s W, corrected for ties.' }) leadersW: number | null;
  @Field(() => Float, { nullable: true }) leadersChi2: number | null;
  @Field(() => Int, { nullable: true }) leadersDf: number | null;
  @Field(() => Float, { nullable: true }) leadersP: number | null;
  @Field(() => Int, { description: 'What every judge has ranked.' }) leadersItems: number;
  @Field(() => ConcordanceEnum) leadersWord: ConcordanceEnum;
  @Field(() => Float, {
    nullable: true,
    description: 'Kendall’s W of two rankings: 0 opposite, 0.5 unrelated, 1 the same.',
  })
  agreementW: number | null;
  @Field(() => Int) agreementItems: number;
  @Field(() => LikenessEnum) agreementWord: LikenessEnum;
  @Field(() => [DisputedPairType]) disputed: DisputedPairType[];
}

@ObjectType('RankingAgreement')
export class RankingAgreementType {
  @Field(() => Int) number: number;
  @Field(() => [ID]) order: string[];
  @Field() reason: string;
  @Field() agreedByName: string;
  @Field(() => Date) agreedAt: Date;
  @Field() departsFromLeaders: boolean;
  @Field() departsFromData: boolean;
}

@ObjectType('RankingEvent')
export class RankingEventType {
  @Field(() => ID) id: string;
  @Field() act: string;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field(() => Date) at: Date;
  @Field(() => [String]) fields: string[];
}

@ObjectType('RankingRoundSummary')
export class RankingRoundSummaryType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => RankingStateEnum) state: RankingStateEnum;
  @Field(() => DateOnly, { description: 'The last day on which judges may hand in.' }) closesOn: string;
  @Field({ description: 'Whether that day has passed.' }) dayPassed: boolean;
  @Field(() => Int) itemCount: number;
  @Field(() => Int, { description: 'Without those who were excused.' }) judgeCount: number;
  @Field(() => Int) handedInCount: number;
  @Field({ description: 'Whether it waits for your judgement.' }) waitsForMe: boolean;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true }) revealedAt: Date | null;
  @Field(() => Int) version: number;
}

@ObjectType('RankingRound')
export class RankingRoundType extends RankingRoundSummaryType {
  @Field(() => String, { nullable: true }) calledOffReason: string | null;
  @Field(() => String, { nullable: true }) revealedByName: string | null;
  @Field({ description: 'Closed before the last day to hand in had passed.' }) closedEarly: boolean;
  @Field(() => [RankingItemType]) items: RankingItemType[];
  @Field(() => [RankingJudgeType]) judges: RankingJudgeType[];
  @Field({ description: 'Whether you are one of the judges.' }) iJudge: boolean;
  @Field(() => Date, { nullable: true }) myJudgedAt: Date | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Your order as you saved it, else one of chance, another one for every judge; null for who does not judge.',
  })
  myOrder: string[] | null;
  @Field() myOrderSaved: boolean;
  @Field(() => Int, { nullable: true, description: 'Of your judgement.' }) myVersion: number | null;
  @Field(() => RankingResultType, { nullable: true, description: 'Once it is closed.' })
  result: RankingResultType | null;
  @Field(() => [RankingAgreementType], { description: 'The latest first; none is ever taken away.' })
  agreements: RankingAgreementType[];
  @Field(() => [RankingEventType]) events: RankingEventType[];
  @Field() mayUpdate: boolean;
}

export const RankingRoundConnection = connectionOf('RankingRoundSummary', RankingRoundSummaryType);
