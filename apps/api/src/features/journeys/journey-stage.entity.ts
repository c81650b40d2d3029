import type { LifecycleStage } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One column of a map. */
@Entity('journey_stage')
export class JourneyStageEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'journey_id' }) journeyId: string;
  @Column('integer') position: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) lifecycle: LifecycleStage | null;
  @Column('integer', { default: 1 }) version: number;
}
