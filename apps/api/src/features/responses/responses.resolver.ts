import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Context } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import { Json } from '../../platform/graphql/scalars.js';
import { type RateLimit, RateLimits } from '../../platform/http/rate-limits.js';
import type { GraphqlContext } from '../../platform/http/request-of.js';
import { CurrentRespondent } from '../../platform/tenancy/current-principal.decorator.js';
import type { RespondentPrincipal } from '../../platform/tenancy/principal.js';
import { ResponseService } from './response.service.js';
import {
  AnswerInput,
  BegunResponseType,
  RespondentSessionType,
  SavedDraftType,
  SubmittedAnswersType,
} from './response.type.js';
import { SubmitAnswersService } from './submit-answers.service.js';

/** Seats that one address may open behind group links: generous for an office behind one address, tight for a script. */
const SEATS: RateLimit = { name: 'begin-response', points: 500, perSeconds: 3600 };

@Resolver()
export class ResponsesResolver {
  constructor(
    private readonly responses: ResponseService,
    private readonly submissions: SubmitAnswersService,
    private readonly limits: RateLimits,
  ) {}

  @Query(() => RespondentSessionType)
  @Allow('read', 'Response')
  respondentSession(@CurrentRespondent() respondent: RespondentPrincipal): Promise<RespondentSessionType> {
    return this.responses.session(respondent);
  }

  @Mutation(() => BegunResponseType)
  @Allow('create', 'Response')
  async beginResponse(
    @CurrentRespondent() respondent: RespondentPrincipal,
    @Context() context: GraphqlContext,
  ): Promise<BegunResponseType> {
    await this.limits.count(SEATS, context.request.ip ?? 'unknown');
    return this.responses.begin(respondent);
  }

  @Mutation(() => SavedDraftType)
  @Allow('update', 'Response')
  saveDraft(
    @CurrentRespondent() respondent: RespondentPrincipal,
    @Args('answers', { type: () => Json }) answers: unknown,
    @Args('revision', { type: () => Int, description: 'The revision this draft is based on; 0 for the first.' })
    revision: number,
  ): Promise<SavedDraftType> {
    return this.responses.saveDraft(respondent, answers, revision);
  }

  @Mutation(() => SubmittedAnswersType)
  @Allow('create', 'Response')
  submitAnswers(
    @CurrentRespondent() respondent: RespondentPrincipal,
    @Args('answers', { type: () => [AnswerInput] }) answers: AnswerInput[],
    @Args('locale') locale: string,
  ): Promise<SubmittedAnswersType> {
    return this.submissions.submit(respondent, answers, locale);
  }
}
