import { Injectable } from '@nestjs/common';
import { KeptPerOrganization } from '../../platform/tenancy/kept-per-organization.js';
import type { ModelVersionType } from './model.type.js';

/**
 * Versions that this process has presented before. A published version never changes, and it is a heavy part of a page
 * that shows numbers beside its texts: such a page asks the database only for a version that is not kept here.
 */
@Injectable()
export class PublishedModels {
  private readonly kept = new KeptPerOrganization<ModelVersionType>({ organizations: 50, each: 20 });

  of(organizationId: string): ReadonlyMap<string, ModelVersionType> {
    return this.kept.of(organizationId);
  }

  keep(organizationId: string, version: ModelVersionType): void {
    if (version.state === 'published') this.kept.keep(organizationId, version.id, version);
  }
}
