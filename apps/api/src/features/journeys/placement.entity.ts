import type { EvidenceKind, PlacementFactor } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A touchpoint of the library, standing in a stage: what it weighs there and how it feels there. */
@Entity('touchpoint_placement')
export class PlacementEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'stage_id' }) stageId: string;
  @Column('uuid', { name: 'touchpoint_id' }) touchpointId: string;
  @Column('integer') position: number;
  @Column('text', { nullable: true }) factor: PlacementFactor | null;
  @Column('smallint', { nullable: true }) emotion: number | null;
  @Column('integer', { name: 'emotion_n', nullable: true }) emotionN: number | null;
  @Column('text', { name: 'emotion_judged_by', nullable: true }) emotionJudgedBy: string | null;
  @Column('text', { nullable: true }) expectation: string | null;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text', { name: 'evidence_kind', nullable: true }) evidenceKind: EvidenceKind | null;
  @Column('date', { name: 'evidence_on', nullable: true }) evidenceOn: string | null;
  @Column('timestamptz', { name: 'confirmed_at', default: () => 'now()' }) confirmedAt: Date;
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}
