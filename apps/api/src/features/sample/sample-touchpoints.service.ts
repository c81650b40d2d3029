import { Injectable } from '@nestjs/common';
import type { Responsibility } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SystemPrincipal } from '../../platform/tenancy/principal.js';
import { OwnershipService, ReorganisationService } from '../ownership/index.js';
import { TouchpointService } from '../touchpoints/index.js';
import type { SampleLibrary, SampleTouchpoint } from './sample-touchpoint.js';

interface Known {
  readonly teams: ReadonlyMap<string, string>;
  readonly touchpoints: Map<string, string>;
  /** Touchpoint, team and part, whenever it was. */
  readonly parts: ReadonlySet<string>;
  readonly reorganised: boolean;
}

/** Touchpoints and their owners, through one re-organisation where there was one. Each step looks first, as in the rest of the sample. */
@Injectable()
export class SampleTouchpointsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly touchpoints: TouchpointService,
    private readonly ownership: OwnershipService,
    private readonly reorganisations: ReorganisationService,
  ) {}

  async load(system: SystemPrincipal, library: SampleLibrary): Promise<void> {
    const known = await this.known(system);
    for (const sample of library.touchpoints) {
      const id = known.touchpoints.get(sample.name) ?? (await this.create(system, sample));
      known.touchpoints.set(sample.name, id);
      for (const [team, responsibility, validTo] of partsOf(sample)) {
        const teamId = known.teams.get(team) as string;
        if (known.parts.has(`${id}/${teamId}/${responsibility}`)) continue;
        await this.ownership.assign(system, id, { teamId, responsibility, validFrom: library.ownedSince, validTo });
      }
    }
    if (library.reorganisation && !known.reorganised) await this.reorganise(system, library.reorganisation, known);
  }

  private async create(system: SystemPrincipal, sample: SampleTouchpoint): Promise<string> {
    const { name, description, channel, existence, serviceLevel, donts } = sample;
    const [noWaiting, noAnnoyance, noPuzzling, noRepeating] = donts;
    const checks = { noWaiting, noAnnoyance, noPuzzling, noRepeating };
    const { id } = await this.touchpoints.create(system, {
      name,
      description,
      channel,
      existence,
      serviceLevel,
      ...checks,
    });
    return id;
  }

  private async reorganise(
    system: SystemPrincipal,
    { from, to, day, touchpoints: names }: NonNullable<SampleLibrary['reorganisation']>,
    { teams, touchpoints }: Known,
  ): Promise<void> {
    const input = {
      fromTeamId: teams.get(from) as string,
      toTeamId: teams.get(to) as string,
      day,
      touchpointIds: names.map((name) => touchpoints.get(name) as string),
    };
    const { planKey } = await this.reorganisations.preview(system, input);
    await this.reorganisations.carryOut(system, input, planKey);
  }

  private async known(system: SystemPrincipal): Promise<Known> {
    const [row] = await this.unitOfWork.read(system, (transaction) =>
      transaction.query<{
        teams: [string, string][];
        touchpoints: [string, string][];
        parts: string[];
        reorganised: boolean;
      }>(
        `SELECT
           (SELECT coalesce(json_agg(json_build_array(name, id)), '[]') FROM team WHERE organization_id = $1) AS teams,
           (SELECT coalesce(json_agg(json_build_array(name, id)), '[]') FROM touchpoint WHERE organization_id = $1)
             AS touchpoints,
           (SELECT coalesce(json_agg(touchpoint_id || '/' || team_id || '/' || responsibility), '[]') FROM ownership
            WHERE organization_id = $1) AS parts,
           EXISTS (SELECT FROM audit_event WHERE organization_id = $1 AND act = 'ownership.reorganised') AS reorganised`,
        [system.organizationId],
      ),
    );
    return {
      teams: new Map(row?.teams),
      touchpoints: new Map(row?.touchpoints),
      parts: new Set(row?.parts),
      reorganised: row?.reorganised ?? false,
    };
  }
}

function partsOf(sample: SampleTouchpoint): [team: string, responsibility: Responsibility, until: string | null][] {
  const part = (responsibility: Responsibility) => (team: string) =>
    [team, responsibility, null] as [string, Responsibility, null];
  return [
    ...(sample.accountable
      ? [[sample.accountable, 'accountable', sample.until ?? null] as [string, Responsibility, string | null]]
      : []),
    ...(sample.responsible ?? []).map(part('responsible')),
    ...(sample.consulted ?? []).map(part('consulted')),
    ...(sample.informed ?? []).map(part('informed')),
  ];
}
