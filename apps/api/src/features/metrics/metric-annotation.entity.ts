import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody knows about a day of a series. */
@Entity('metric_annotation')
export class MetricAnnotationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'metric_id' }) metricId: string;
  @Column('date', { name: 'noted_on' }) notedOn: string;
  @Column('text') text: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
