import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';
import {
  CausesService,
  type PainPointInput,
  PainPointKindEnum,
  GatherService,
  PainPointService,
  PainPointStateEnum,
} from '../pain-points/index.js';
import { idsOf, type SampleCast } from './sample-cast.js';
import { causesOf, type SamplePainPoint } from './sample-pain-point.js';

interface Kept {
  readonly id: string;
  readonly title: string;
  readonly state: PainPointStateEnum;
  readonly version: number;
  readonly causes: number;
  readonly gathered: number;
}

/** The states on the way to each. */
const WAY: Readonly<Record<SamplePainPoint['state'], readonly PainPointStateEnum[]>> = {
  new: [],
  confirmed: [PainPointStateEnum.CONFIRMED],
  planned: [PainPointStateEnum.CONFIRMED, PainPointStateEnum.PLANNED],
  fixed: [PainPointStateEnum.CONFIRMED, PainPointStateEnum.PLANNED, PainPointStateEnum.FIXED],
  dismissed: [PainPointStateEnum.DISMISSED],
};

/** What feedback comes down to. Made all at once, so that an interrupted start has all of them or none. */
@Injectable()
export class SamplePainPointsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: PainPointService,
    private readonly gathering: GatherService,
    private readonly causes: CausesService,
  ) {}

  /** The ids by their keys. */
  async load(
    member: MemberPrincipal,
    cast: SampleCast,
    samples: readonly SamplePainPoint[],
  ): Promise<ReadonlyMap<string, string>> {
    const known = await this.kept(member);
    if (!samples.some(({ title }) => known.has(title)))
      await this.unitOfWork.write(member, async (transaction) => {
        for (const sample of samples) await this.painPoints.createIn(transaction, inputOf(sample, cast));
      });
    const kept = await this.kept(member);
    const ids = new Map(samples.flatMap(({ key, title }) => (kept.has(title) ? [[key, kept.get(title)!.id]] : [])));
    for (const sample of samples) {
      const one = kept.get(sample.title);
      if (one && sample.causes && one.causes === 0)
        await this.causes.keep(member, one.id, one.version, causesOf(sample));
      if (one && sample.gathers && one.gathered === 0)
        await this.gathering.gather(member, one.id, one.version, idsOf(ids, sample.gathers));
    }
    return ids;
  }

  /** As far along as initiatives allow it by now. */
  async move(member: MemberPrincipal, samples: readonly SamplePainPoint[]): Promise<void> {
    const kept = await this.kept(member);
    for (const { title, state, reason = '' } of samples) {
      const one = kept.get(title);
      if (!one) continue;
      const way = WAY[state];
      // A verdict, or somebody, has taken it further already.
      if (one.state !== PainPointStateEnum.NEW && !way.includes(one.state)) continue;
      let { version } = one;
      for (const to of way.slice(way.indexOf(one.state) + 1))
        ({ version } = await this.painPoints.move(member, one.id, version, to, reason));
    }
  }

  private async kept(member: MemberPrincipal): Promise<Map<string, Kept>> {
    const rows = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<Kept>(
        `SELECT id, title, state, version,
           (SELECT count(*)::int FROM cause c WHERE c.organization_id = $1 AND c.pain_point_id = p.id) AS causes,
           (SELECT count(*)::int FROM pain_point s WHERE s.organization_id = $1 AND s.common_id = p.id) AS gathered
         FROM pain_point p WHERE organization_id = $1 AND archived_at IS NULL`,
        [organizationId],
      ),
    );
    return new Map(rows.map((row) => [row.title, row]));
  }
}

function inputOf(sample: SamplePainPoint, { touchpoints, personas }: SampleCast): PainPointInput {
  const { title, description, kind, severity, frequency } = sample;
  return {
    title,
    description,
    kind: (kind ?? 'single') as PainPointKindEnum,
    severity: severity?.[0],
    severityEvidence: severity?.[1],
    frequencyCount: frequency?.[0],
    frequencyBase: frequency?.[1],
    frequencyEvidence: frequency?.[2],
    touchpointIds: idsOf(touchpoints, sample.touchpoints),
    personaIds: idsOf(personas, sample.personas),
  };
}
