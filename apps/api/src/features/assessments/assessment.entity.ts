import type { AnonymityPolicy, AssessmentState } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wave: one model version put to rater groups over one scope and period. */
@Entity('assessment')
export class AssessmentEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') purpose: string;
  @Column('uuid', { name: 'model_version_id' }) modelVersionId: string;
  @Column('text', { name: 'scope_kind' }) scopeKind: 'organization' | 'business_unit';
  @Column('uuid', { name: 'business_unit_id', nullable: true }) businessUnitId: string | null;
  @Column('date', { name: 'period_start' }) periodStart: string;
  @Column('date', { name: 'period_end' }) periodEnd: string;
  @Column('timestamptz') deadline: Date;
  @Column('text') anonymity: AnonymityPolicy;
  @Column('integer', { name: 'minimum_group_size' }) minimumGroupSize: number;
  @Column('uuid', { name: 'previous_assessment_id', nullable: true }) previousAssessmentId: string | null;
  @Column('text', { default: 'draft' }) state: AssessmentState;
  @Column('uuid', { name: 'results_job_id', nullable: true }) resultsJobId: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
