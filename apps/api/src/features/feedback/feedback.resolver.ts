import { Args, ArgsType, Field, Float, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { PainPointInput } from '../pain-points/index.js';
import { FeedbackSourceEnum, FeedbackStateEnum } from './feedback.enums.js';
import { FeedbackInput, GapFeedbackInput } from './feedback.input.js';
import { FeedbackReadModel } from './feedback.read-model.js';
import { FeedbackService } from './feedback.service.js';
import { FeedbackConnection, FeedbackType, NearFeedbackType } from './feedback.type.js';
import { TriageService } from './triage.service.js';

const idType = { type: () => ID };
const idOrNone = { type: () => ID, nullable: true };
const versionType = { type: () => Int };

@ArgsType()
class FeedbackListArgs {
  @Field(() => Int, { nullable: true, defaultValue: 25 }) first: number | null;
  @Field(() => String, { nullable: true }) after: string | null;
  @Field(() => String, { nullable: true }) search: string | null;
  @Field(() => FeedbackStateEnum, { nullable: true }) state: FeedbackStateEnum | null;
  @Field(() => FeedbackSourceEnum, { nullable: true }) source: FeedbackSourceEnum | null;
  @Field(() => String, { nullable: true, description: 'zh, ja, ko or und.' }) language: string | null;
  @Field(() => ID, { nullable: true }) touchpointId: string | null;
  @Field(() => ID, { nullable: true, description: 'Linked to it, or to one that it gathers.' }) painPointId:
    string | null;
  @Field(() => ID, { nullable: true, description: 'What was merged into it.' }) mergedIntoId: string | null;
  @Field(() => Float, { nullable: true, description: 'Rated, and so low.' }) ratingAtMost: number | null;
  @Field(() => ID, { nullable: true, description: 'Brought in by it.' })
  importId: string | null;
}

@Resolver()
export class FeedbackResolver {
  constructor(
    private readonly read: FeedbackReadModel,
    private readonly service: FeedbackService,
    private readonly triage: TriageService,
  ) {}

  @Query(() => FeedbackConnection, { description: 'Newest first. The inbox is what is NEW.' })
  @Allow('read', 'Feedback')
  feedback(
    @CurrentMember() member: MemberPrincipal,
    @Args() args: FeedbackListArgs,
  ): Promise<Connection<FeedbackType>> {
    const filter = {
      search: args.search ?? null,
      state: args.state ?? null,
      source: args.source ?? null,
      language: args.language ?? null,
      touchpointId: args.touchpointId ?? null,
      painPointId: args.painPointId ?? null,
      mergedIntoId: args.mergedIntoId ?? null,
      ratingAtMost: args.ratingAtMost ?? null,
      importId: args.importId ?? null,
    };
    return this.read.list(member, filter, args.first ?? 25, args.after ?? null);
  }

  @Query(() => FeedbackType)
  @Allow('read', 'Feedback')
  feedbackItem(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<FeedbackType> {
    return this.read.one(member, id);
  }

  @Query(() => [NearFeedbackType], { description: 'At most ten that say nearly the same, most alike first.' })
  @Allow('read', 'Feedback')
  nearFeedback(@CurrentMember() member: MemberPrincipal, @Args('id', idType) id: string): Promise<NearFeedbackType[]> {
    return this.read.near(member, id);
  }

  @Mutation(() => FeedbackType)
  @Allow('create', 'Feedback')
  recordFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: FeedbackInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<FeedbackType> {
    return this.service.record(member, input, key);
  }

  @Mutation(() => FeedbackType, { description: 'Once for each gap.' })
  @Allow('create', 'Feedback')
  recordGapFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('input') input: GapFeedbackInput,
  ): Promise<FeedbackType> {
    return this.service.recordGap(member, input);
  }

  @Mutation(() => FeedbackType, { description: 'With a pain point that is there, or with a new one made of it.' })
  @Allow('update', 'Feedback')
  linkFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('painPointId', idOrNone) painPointId: string | null,
    @Args('newPainPoint', { type: () => PainPointInput, nullable: true }) newPainPoint: PainPointInput | null,
  ): Promise<FeedbackType> {
    return this.triage.link(member, id, version, painPointId ?? null, newPainPoint ?? null);
  }

  @Mutation(() => FeedbackType)
  @Allow('update', 'Feedback')
  mergeFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('intoId', idType) intoId: string,
  ): Promise<FeedbackType> {
    return this.triage.merge(member, id, version, intoId);
  }

  @Mutation(() => FeedbackType)
  @Allow('update', 'Feedback')
  dismissFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('reason') reason: string,
  ): Promise<FeedbackType> {
    return this.triage.dismiss(member, id, version, reason);
  }

  @Mutation(() => FeedbackType, { description: 'Back into the inbox, whatever was decided.' })
  @Allow('update', 'Feedback')
  takeFeedbackBack(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
  ): Promise<FeedbackType> {
    return this.triage.takeBack(member, id, version);
  }

  @Mutation(() => FeedbackType, { description: 'Says where it was met and by whom; what is not given is taken off.' })
  @Allow('update', 'Feedback')
  tieFeedback(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', idType) id: string,
    @Args('version', versionType) version: number,
    @Args('touchpointId', idOrNone) touchpointId: string | null,
    @Args('personaId', idOrNone) personaId: string | null,
  ): Promise<FeedbackType> {
    return this.triage.tie(member, id, version, touchpointId ?? null, personaId ?? null);
  }
}
