import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that is measured. What it means stands in its versions; here is what stays the same over all of them. */
@Entity('metric')
export class MetricEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'owner_team_id', nullable: true }) ownerTeamId: string | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
