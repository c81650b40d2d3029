import type { ExperienceDomain } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What customers should experience so that a goal is reached. In words until a metric exists. */
@Entity('experience_objective')
export class ObjectiveEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'goal_id', nullable: true }) goalId: string | null;
  @Column('text') name: string;
  @Column('text', { default: '' }) statement: string;
  @Column('text', { array: true, default: '{customer}' }) domains: ExperienceDomain[];
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
