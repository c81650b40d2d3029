import type { Responsibility } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A team's part in a touchpoint from one day to another, the last one excluded. */
@Entity('ownership')
export class OwnershipEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'touchpoint_id' }) touchpointId: string;
  @Column('uuid', { name: 'team_id' }) teamId: string;
  @Column('text') responsibility: Responsibility;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
