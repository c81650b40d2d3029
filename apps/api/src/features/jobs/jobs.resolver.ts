import { Args, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/authz/allow.decorator.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { CurrentMember } from '../../platform/tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { JobConnectionType, JobStateEnum, JobType } from './job.type.js';
import { JobsReadModel } from './jobs.read-model.js';
import { RetryJobService } from './retry-job.service.js';
import { WatchJobService } from './watch-job.service.js';

@Resolver()
export class JobsResolver {
  constructor(
    private readonly readModel: JobsReadModel,
    private readonly retries: RetryJobService,
    private readonly watching: WatchJobService,
  ) {}

  @Query(() => JobConnectionType, { description: 'Newest first.' })
  @Allow('read', 'Job')
  jobs(
    @CurrentMember() member: MemberPrincipal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
    @Args('state', { type: () => JobStateEnum, nullable: true }) state?: JobStateEnum,
    @Args('name', { type: () => String, nullable: true }) name?: string,
  ): Promise<Connection<JobType>> {
    return this.readModel.list(member, { first, after, state, name });
  }

  @Query(() => JobType)
  @Allow('read', 'Job')
  job(@CurrentMember() member: MemberPrincipal, @Args('id', { type: () => ID }) id: string): Promise<JobType> {
    return this.readModel.find(member, id);
  }

  @Mutation(() => JobType, { description: 'Runs a dead job again.' })
  @Allow('retry', 'Job')
  retryJob(@CurrentMember() member: MemberPrincipal, @Args('id', { type: () => ID }) id: string): Promise<JobType> {
    return this.retries.retry(member, id);
  }

  @Subscription(() => JobType, {
    description: 'The job as it is now and after every change, until it is completed or dead.',
    resolve: (job: JobType) => job,
  })
  @Allow('read', 'Job')
  jobProgress(
    @CurrentMember() member: MemberPrincipal,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncIterator<JobType>> {
    return this.watching.watch(member, id);
  }
}
