import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import { OpportunityService, OpportunityStateEnum } from '../opportunities/index.js';
import { idsOf } from './sample-cast.js';
import type { SampleOpportunity } from './sample-initiative.js';

/** What could be done, with what the lenses ask for. */
@Injectable()
export class SampleOpportunitiesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityService,
  ) {}

  /** The ids by their keys. */
  async load(
    member: MemberPrincipal,
    samples: readonly SampleOpportunity[],
    painPoints: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ title: string; id: string }>('SELECT title, id FROM opportunity WHERE organization_id = $1', [
        organizationId,
      ]),
    );
    const known = new Map(rows.map(({ title, id }) => [title, id]));
    const ids = new Map<string, string>();
    for (const sample of samples)
      ids.set(sample.key, known.get(sample.title) ?? (await this.create(member, sample, painPoints)));
    return ids;
  }

  private async create(
    member: MemberPrincipal,
    { title, description, rice, delay, parked, dismissed, ...sample }: SampleOpportunity,
    painPoints: ReadonlyMap<string, string>,
  ): Promise<string> {
    const [reach, impact, confidence, effort] = rice ?? [];
    const [userValue, timeCriticality, riskReduction] = delay ?? [];
    const estimates = { reach, impact, confidence, effort, userValue, timeCriticality, riskReduction };
    const painPointIds = idsOf(painPoints, sample.painPoints);
    const { id, version } = await this.opportunities.create(member, { title, description, ...estimates, painPointIds });
    if (parked) await this.opportunities.setState(member, id, version, OpportunityStateEnum.PARKED, parked);
    if (dismissed) await this.opportunities.setState(member, id, version, OpportunityStateEnum.DISMISSED, dismissed);
    return id;
  }
}
