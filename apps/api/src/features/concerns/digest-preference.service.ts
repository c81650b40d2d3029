import { Injectable } from '@nestjs/common';
import { type DigestCadence, USUAL_DIGEST } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { MemberPrincipal } from '../../platform/tenancy/principal.js';

/** How often a member wants their digest. Nobody sets it for somebody else, so that the last word holds. */
@Injectable()
export class DigestPreferenceService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async read(member: MemberPrincipal): Promise<DigestCadence> {
    const [row] = await this.unitOfWork.read(member, ({ query, organizationId }) =>
      query<{ cadence: DigestCadence }>(
        'SELECT cadence FROM digest WHERE organization_id = $1 AND membership_id = $2',
        [organizationId, member.membershipId],
      ),
    );
    return row?.cadence ?? USUAL_DIGEST;
  }

  prefer(member: MemberPrincipal, cadence: DigestCadence): Promise<DigestCadence> {
    return this.unitOfWork.write(member, async (transaction) => {
      const { query, organizationId } = transaction;
      await query(
        `INSERT INTO digest (organization_id, membership_id, cadence) VALUES ($1, $2, $3)
         ON CONFLICT (organization_id, membership_id) DO UPDATE SET cadence = excluded.cadence`,
        [organizationId, member.membershipId, cadence],
      );
      const changes = { cadence };
      transaction.audit({ act: 'digest.set', objectKind: 'Person', objectId: member.membershipId, changes });
      return cadence;
    });
  }
}
