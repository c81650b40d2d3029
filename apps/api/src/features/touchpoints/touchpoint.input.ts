import { Field, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { ChannelEnum, DontCheckEnum, ExistenceEnum, ServiceLevelEnum } from './touchpoint.enums.js';

@InputType()
export class TouchpointInput {
  @Field()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => ExistenceEnum) existence: `${ExistenceEnum}`;
  @Field(() => ChannelEnum) channel: `${ChannelEnum}`;
  @Field(() => DontCheckEnum, { nullable: true }) noWaiting?: `${DontCheckEnum}` | null;
  @Field(() => DontCheckEnum, { nullable: true }) noAnnoyance?: `${DontCheckEnum}` | null;
  @Field(() => DontCheckEnum, { nullable: true }) noPuzzling?: `${DontCheckEnum}` | null;
  @Field(() => DontCheckEnum, { nullable: true }) noRepeating?: `${DontCheckEnum}` | null;
  @Field(() => ServiceLevelEnum, { nullable: true }) serviceLevel?: `${ServiceLevelEnum}` | null;
}
