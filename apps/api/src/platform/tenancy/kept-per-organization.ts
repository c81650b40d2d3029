export interface KeptLimits {
  readonly organizations: number;
  readonly each: number;
}

/**
 * What never changes, kept in memory by id once it was read; the oldest goes when there is no room. Kept per organisation:
 * the ids alone would keep things apart, but isolation should not rest on that. Whoever finds something here has to have
 * asked the database whether they may see it.
 */
export class KeptPerOrganization<T> {
  private readonly kept = new Map<string, Map<string, T>>();

  constructor(private readonly limits: KeptLimits) {}

  /** By id, as it stands now: what a statement was told to leave out can still be found when it has run. */
  of(organizationId: string): ReadonlyMap<string, T> {
    return new Map(this.kept.get(organizationId));
  }

  get(organizationId: string, id: string): T | undefined {
    return this.kept.get(organizationId)?.get(id);
  }

  keep(organizationId: string, id: string, value: T): void {
    let own = this.kept.get(organizationId);
    if (!own) {
      dropOldest(this.kept, this.limits.organizations);
      own = new Map();
      this.kept.set(organizationId, own);
    }
    if (!own.has(id)) dropOldest(own, this.limits.each);
    own.set(id, value);
  }
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size >= most) map.delete(map.keys().next().value as string);
}
