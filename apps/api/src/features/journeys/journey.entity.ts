import type { LifecycleStage } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type JourneyState = 'current' | 'future';

/** What customers go through, as it is or as it is to become. */
@Entity('journey')
export class JourneyEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') name: string;
  @Column('text', { default: '' }) summary: string;
  @Column('text', { default: 'current' }) state: JourneyState;
  @Column('uuid', { name: 'future_of_id', nullable: true }) futureOfId: string | null;
  @Column('uuid', { name: 'persona_id', nullable: true }) personaId: string | null;
  @Column('uuid', { name: 'product_id', nullable: true }) productId: string | null;
  @Column('text', { nullable: true }) lifecycle: LifecycleStage | null;
  @Column('text', { nullable: true }) template: string | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
