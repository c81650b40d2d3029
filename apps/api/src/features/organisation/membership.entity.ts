import type { Role } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in an organisation, with a role and a period. Without an account it is an invitation not yet accepted. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('bytea', { name: 'invite_hash', nullable: true }) inviteHash: Buffer | null;
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt: Date | null;
  @Column('timestamptz', { name: 'invite_expires_at', nullable: true }) inviteExpiresAt: Date | null;
  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
