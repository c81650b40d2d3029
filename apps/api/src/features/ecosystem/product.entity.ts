import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What customers buy or use; journeys lead through it. */
@Entity('product')
export class ProductEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'business_unit_id', nullable: true }) businessUnitId: string | null;
  @Column('text') name: string;
  /** Customers or contacts in a year. */
  @Column('double precision', { nullable: true }) volume: number | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
