import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant. Its own id is what every other tenant row carries as organization_id. */
@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('smallint', { name: 'week_start' }) weekStart: number;
  @Column('text', { array: true }) locales: string[];
  @Column('integer', { name: 'minimum_group_size' }) minimumGroupSize: number;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
}
