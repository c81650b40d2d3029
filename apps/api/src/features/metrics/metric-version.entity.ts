import type { Aggregation, Direction, MetricCategory, MetricClass } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a metric is, from a day on. */
@Entity('metric_version')
export class MetricVersionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid', { name: 'metric_id' }) metricId: string;
  @PrimaryColumn('integer') number: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text', { default: '' }) definition: string;
  @Column('text') class: MetricClass;
  @Column('text') category: MetricCategory;
  @Column('text') aggregation: Aggregation;
  @Column('text') unit: string;
  @Column('text') direction: Direction;
  @Column('double precision', { name: 'scale_minimum', nullable: true }) scaleMinimum: number | null;
  @Column('double precision', { name: 'scale_maximum', nullable: true }) scaleMaximum: number | null;
  @Column('double precision', { name: 'not_applicable', array: true, nullable: true }) notApplicable: number[] | null;
  @Column('text', { nullable: true }) formula: string | null;
  @Column('double precision', { name: 'warning_threshold', nullable: true }) warningThreshold: number | null;
  @Column('double precision', { name: 'critical_threshold', nullable: true }) criticalThreshold: number | null;
  @Column('integer', { name: 'cadence_days', nullable: true }) cadenceDays: number | null;
  @Column('text', { default: '' }) source: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
