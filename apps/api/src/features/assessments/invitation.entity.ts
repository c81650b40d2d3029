import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's link, or a seat that a group link opened. Knows that somebody answered, never what. */
@Entity('invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'rater_group_id' }) raterGroupId: string;
  @Column('text') kind: 'person' | 'seat';
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) locale: string | null;
  @Column('bytea', { name: 'token_hash', nullable: true }) tokenHash: Buffer | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('timestamptz', { name: 'mailed_at', nullable: true }) mailedAt: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt: Date | null;
  @Column('integer', { name: 'reminder_count', default: 0 }) reminderCount: number;
}
