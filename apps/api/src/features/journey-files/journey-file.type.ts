import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JourneyStateEnum, LifecycleEnum } from '../journeys/index.js';
import { ChannelEnum } from '../touchpoints/index.js';

@ObjectType('JourneyFileProblem')
export class JourneyFileProblemType {
  @Field() code: string;
  @Field({ description: 'Nothing is brought in while one of these is left; the others say what is left out.' })
  isError: boolean;
  @Field(() => String, { nullable: true, description: 'None in a CSV file.' }) sheet: string | null;
  @Field(() => Int, { nullable: true, description: 'As the spreadsheet shows it.' }) row: number | null;
  @Field(() => String, { nullable: true, description: 'The column’s name, or the path in a JSON document.' })
  column: string | null;
  @Field(() => String, { nullable: true }) value: string | null;
  @Field({ description: 'Why, and what to do about it, in the reader’s language.' }) message: string;
}

@ObjectType('JourneyFileStage')
export class JourneyFileStageType {
  @Field() name: string;
  @Field(() => LifecycleEnum, { nullable: true }) lifecycle: LifecycleEnum | null;
  @Field(() => Int) cellCount: number;
  @Field(() => Int) touchpointCount: number;
}

@ObjectType('JourneyFileTouchpoint')
export class JourneyFileTouchpointType {
  @Field() name: string;
  @Field(() => ChannelEnum) channel: ChannelEnum;
  @Field({ description: 'The library has it already; it stays there as it is.' }) known: boolean;
  @Field(() => [String], { description: 'Of the library, names that may mean the same.' }) near: string[];
  @Field(() => String, { nullable: true, description: 'The team that will answer for it, where it is new.' })
  accountable: string | null;
  @Field({ description: 'There is no team of that name, so nobody will answer for it.' }) teamUnknown: boolean;
}

@ObjectType('JourneyFilePreview')
export class JourneyFilePreviewType {
  @Field(() => ID) fileId: string;
  @Field() fileName: string;
  @Field() name: string;
  @Field({ description: 'Another journey of the atlas has this name.' }) nameTaken: boolean;
  @Field(() => JourneyStateEnum) state: JourneyStateEnum;
  @Field(() => String, { nullable: true }) persona: string | null;
  @Field(() => String, { nullable: true }) product: string | null;
  @Field(() => [JourneyFileStageType]) stages: JourneyFileStageType[];
  @Field(() => [JourneyFileTouchpointType]) touchpoints: JourneyFileTouchpointType[];
  @Field(() => [JourneyFileProblemType], { description: 'Errors first.' }) problems: JourneyFileProblemType[];
  @Field({ description: 'No error stands against it.' }) importable: boolean;
}
