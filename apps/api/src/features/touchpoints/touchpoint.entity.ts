import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel, DontCheck, Existence, ServiceLevel } from './touchpoint.enums.js';

/** Where a customer meets the organisation; stands in as many journeys as it is placed in. */
@Entity('touchpoint')
export class TouchpointEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { default: '' }) description: string;
  @Column('text', { default: 'existing' }) existence: Existence;
  @Column('text') channel: Channel;
  @Column('text', { name: 'no_waiting', nullable: true }) noWaiting: DontCheck | null;
  @Column('text', { name: 'no_annoyance', nullable: true }) noAnnoyance: DontCheck | null;
  @Column('text', { name: 'no_puzzling', nullable: true }) noPuzzling: DontCheck | null;
  @Column('text', { name: 'no_repeating', nullable: true }) noRepeating: DontCheck | null;
  @Column('text', { name: 'service_level', nullable: true }) serviceLevel: ServiceLevel | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
