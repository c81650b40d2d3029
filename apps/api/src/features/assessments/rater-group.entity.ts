import type { RaterGroupKind } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the groups that a wave asks; results compare them. */
@Entity('rater_group')
export class RaterGroupEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('text') kind: RaterGroupKind;
  @Column('text') name: string;
  @Column('integer', { name: 'expected_size' }) expectedSize: number;
  @Column('integer') position: number;
  /** Part of what the group link is signed over: a new nonce makes every older link worthless. */
  @Column('uuid', { name: 'link_nonce' }) linkNonce: string;
  @Column('timestamptz', { name: 'link_revoked_at', nullable: true }) linkRevokedAt: Date | null;
}
