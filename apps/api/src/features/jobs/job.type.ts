import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Json } from '../../platform/graphql/scalars.js';

export enum JobStateEnum {
  WAITING = 'waiting',
  ACTIVE = 'active',
  COMPLETED = 'completed',
  FAILED = 'failed',
  DEAD = 'dead',
}
registerEnumType(JobStateEnum, {
  name: 'JobState',
  valuesMap: {
    FAILED: { description: 'Tried and failed; it is tried again by itself.' },
    DEAD: { description: 'Given up on; it runs again when somebody asks for it.' },
  },
});

@ObjectType('Job')
export class JobType {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => JobStateEnum) state: JobStateEnum;
  @Field(() => Int) progressDone: number;
  @Field(() => Int, { nullable: true }) progressTotal: number | null;
  @Field(() => String, { nullable: true }) progressNote: string | null;
  @Field(() => Int) attempts: number;
  @Field(() => String, { nullable: true }) errorCode: string | null;
  @Field(() => String, { nullable: true }) errorMessage: string | null;
  @Field(() => Json, { nullable: true }) result: unknown;
  @Field() createdAt: Date;
  @Field(() => Date, { nullable: true }) startedAt: Date | null;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
}

export const JobConnectionType = connectionOf('Job', JobType);
