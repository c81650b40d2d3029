import { Injectable } from '@nestjs/common';
import { KeptPerOrganization } from '../../platform/tenancy/kept-per-organization.js';
import type { ResultsType } from './result.type.js';

/** The numbers of a result set: written once, when the wave closed, and never changed (a re-score is a set of its own). */
export type FrozenNumbers = Pick<ResultsType, 'cells' | 'gaps'>;

/** Sets that this process has read before. Who may see one, and everything else on its page, the database says each time. */
@Injectable()
export class FrozenResults extends KeptPerOrganization<FrozenNumbers> {
  constructor() {
    super({ organizations: 20, each: 10 });
  }
}
