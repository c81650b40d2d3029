import { Column, Entity, PrimaryColumn } from 'typeorm';

export const TEAM_KINDS = [
  'product',
  'design',
  'operations',
  'business',
  'service',
  'technology',
  'research',
  'other',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** People who own something together. */
@Entity('team')
export class TeamEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'business_unit_id', nullable: true }) businessUnitId: string | null;
  @Column('text') name: string;
  @Column('text') kind: TeamKind;
  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo: Date | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
