import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a metric should reach by a day, for an objective or for its own sake. */
@Entity('metric_target')
export class MetricTargetEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'metric_id' }) metricId: string;
  @Column('uuid', { name: 'objective_id', nullable: true }) objectiveId: string | null;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('double precision') value: number;
  @Column('double precision', { name: 'upper_value', nullable: true }) upperValue: number | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
