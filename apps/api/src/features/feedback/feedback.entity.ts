import type { FeedbackState } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FeedbackSource } from './feedback.enums.js';

/** One thing that somebody said or that the system noticed, as it came in. Its text is never rewritten. */
@Entity('feedback')
export class FeedbackEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') source: FeedbackSource;
  @Column('text') text: string;
  @Column('text', { default: 'und' }) language: string;
  @Column('timestamptz', { name: 'said_at' }) saidAt: Date;
  @Column('double precision', { nullable: true }) rating: number | null;
  @Column('uuid', { name: 'touchpoint_id', nullable: true }) touchpointId: string | null;
  @Column('uuid', { name: 'persona_id', nullable: true }) personaId: string | null;
  @Column('uuid', { name: 'metric_id', nullable: true }) metricId: string | null;
  @Column('uuid', { name: 'alert_id', nullable: true }) alertId: string | null;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId: string | null;
  @Column('text', { name: 'node_id', nullable: true }) nodeId: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId: string | null;
  @Column('uuid', { name: 'natural_key' }) naturalKey: string;
  @Column('integer', { name: 'similarity_keys', array: true, default: '{}' }) similarityKeys: number[];
  @Column('text', { default: 'new' }) state: FeedbackState;
  @Column('uuid', { name: 'pain_point_id', nullable: true }) painPointId: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId: string | null;
  @Column('text', { name: 'dismissed_reason', nullable: true }) dismissedReason: string | null;
  @Column('uuid', { name: 'triaged_by', nullable: true }) triagedBy: string | null;
  @Column('timestamptz', { name: 'triaged_at', nullable: true }) triagedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
