import { Injectable } from '@nestjs/common';
import type { ModelVersionType } from './model.type.js';

const KEPT_PER_ORGANIZATION = 20;
const ORGANIZATIONS = 50;

/**
 * Versions that this process has presented before. A published version never changes, and it is the heaviest part of a
 * page that shows numbers beside its texts: such a page asks the database only for a version that is not kept here.
 * Kept per organisation; the ids alone would keep them apart, but isolation should not rest on that.
 */
@Injectable()
export class PublishedModels {
  private readonly kept = new Map<string, Map<string, ModelVersionType>>();

  /** By id, as they stand now: what a statement was told to leave out can still be found afterwards. */
  of(organizationId: string): ReadonlyMap<string, ModelVersionType> {
    return new Map(this.kept.get(organizationId));
  }

  keep(organizationId: string, version: ModelVersionType): void {
    if (version.state !== 'published') return;
    let versions = this.kept.get(organizationId);
    if (!versions) {
      versions = new Map();
      dropOldest(this.kept, ORGANIZATIONS);
      this.kept.set(organizationId, versions);
    }
    if (!versions.has(version.id)) dropOldest(versions, KEPT_PER_ORGANIZATION);
    versions.set(version.id, version);
  }
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size >= most) map.delete(map.keys().next().value as string);
}
