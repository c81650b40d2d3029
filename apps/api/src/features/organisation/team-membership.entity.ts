import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody in a team from one moment to another. Never changed, only ended: who led what and when stays answerable. */
@Entity('team_membership')
export class TeamMembershipEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'team_id' }) teamId: string;
  @Column('uuid', { name: 'membership_id' }) membershipId: string;
  @Column('boolean', { default: false }) lead: boolean;
  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null;
}
