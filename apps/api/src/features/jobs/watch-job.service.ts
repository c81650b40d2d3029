import { Injectable } from '@nestjs/common';
import { jobTopic } from '../../platform/jobs/job-ledger.js';
import type { EventFeed } from '../../platform/live/event-feed.js';
import { follow } from '../../platform/live/follow.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { type JobType, JobStateEnum } from './job.type.js';
import { JobsReadModel } from './jobs.read-model.js';

const OVER: readonly JobStateEnum[] = [JobStateEnum.COMPLETED, JobStateEnum.DEAD];

/** A job as it is now and after every change, until it is over. */
@Injectable()
export class WatchJobService {
  constructor(
    private readonly jobs: JobsReadModel,
    private readonly live: LiveEvents,
  ) {}

  /** Rejects where the job does not exist or may not be seen, before anything is delivered. */
  async watch(member: MemberPrincipal, id: string): Promise<AsyncIterableIterator<JobType>> {
    // Listening begins before the first reading: a change in between is told twice rather than not at all.
    const feed = this.live.asyncIterator(jobTopic(id), member.organizationId);
    try {
      const present = await this.jobs.find(member, id);
      return follow(feed, () => this.changes(member, present, feed));
    } catch (error) {
      await feed.return();
      throw error;
    }
  }

  private async *changes(member: MemberPrincipal, present: JobType, feed: EventFeed): AsyncGenerator<JobType, void> {
    let job = present;
    yield job;
    while (!OVER.includes(job.state) && !(await feed.next()).done) {
      job = await this.jobs.find(member, job.id);
      yield job;
    }
  }
}
