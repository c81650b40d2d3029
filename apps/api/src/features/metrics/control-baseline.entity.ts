import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which stretch of a series the limits of its control chart are frozen. */
@Entity('control_baseline')
export class ControlBaselineEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'metric_id' }) metricId: string;
  @Column('date', { name: 'from_day' }) fromDay: string;
  @Column('date', { name: 'to_day' }) toDay: string;
  @Column('text', { default: '' }) note: string;
  @Column('uuid', { name: 'set_by', nullable: true }) setBy: string | null;
  @Column('timestamptz', { name: 'set_at', default: () => 'now()' }) setAt: Date;
  @Column('integer', { default: 1 }) version: number;
}
