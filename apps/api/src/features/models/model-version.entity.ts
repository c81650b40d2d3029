import type { MaturityModel } from '@touchstone/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a maturity model. Once published the database refuses any change to it. */
@Entity('maturity_model_version')
export class ModelVersionEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'model_key' }) modelKey: string;
  @Column('text', { name: 'model_version' }) modelVersion: string;
  @Column('text') state: 'draft' | 'published';
  @Column('jsonb') content: MaturityModel;
  /** The file as it was written, for reading and taking it elsewhere. */
  @Column('text') source: string;
  @Column('bytea', { name: 'source_hash' }) sourceHash: Buffer;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
}
