import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PainPointState } from '@touchstone/domain';
import type { PainPointKindEnum } from './pain-point.enums.js';

/** What customers run into, however many say so. */
@Entity('pain_point')
export class PainPointEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') number: number;
  @Column('text') title: string;
  @Column('text', { default: '' }) description: string;
  @Column('text', { default: 'single' }) kind: `${PainPointKindEnum}`;
  @Column('text', { name: 'kind_reason', default: '' }) kindReason: string;
  @Column('uuid', { name: 'common_id', nullable: true }) commonId: string | null;
  @Column('text', { default: 'new' }) state: PainPointState;
  @Column('text', { name: 'dismissed_reason', nullable: true }) dismissedReason: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId: string | null;
  @Column('smallint', { nullable: true }) severity: number | null;
  @Column('text', { name: 'severity_evidence', default: '' }) severityEvidence: string;
  @Column('integer', { name: 'frequency_count', nullable: true }) frequencyCount: number | null;
  @Column('integer', { name: 'frequency_base', nullable: true }) frequencyBase: number | null;
  @Column('text', { name: 'frequency_evidence', default: '' }) frequencyEvidence: string;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
