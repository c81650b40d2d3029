import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who can sign in. Belongs to no organisation; memberships do. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('text') locale: string;
  @Column('integer', { name: 'failed_attempts', default: 0 }) failedAttempts: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
