import type { ViewPage } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Filters of a list under a name; whose they are decides who changes them, and nothing else. */
@Entity('saved_view')
export class SavedViewEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'membership_id' }) membershipId: string;
  @Column('text') page: ViewPage;
  @Column('text') name: string;
  @Column('text') query: string;
  @Column('boolean', { default: false }) shared: boolean;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
