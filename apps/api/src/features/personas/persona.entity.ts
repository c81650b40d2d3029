import type { PersonaKind } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whose journeys there are: a kind of person with needs of their own. */
@Entity('persona')
export class PersonaEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { default: 'customer' }) kind: PersonaKind;
  @Column('text', { default: '' }) description: string;
  @Column('text', { default: '' }) needs: string;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
