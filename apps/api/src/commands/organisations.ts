import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { WORKER_DATABASE } from '../platform/database/database.tokens.js';
import type { SystemPrincipal } from '../platform/tenancy/principal.js';
import { CommandError, usageError } from './command-error.js';

export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
}

export const commandLineOf = (organizationId: string): SystemPrincipal => ({
  kind: 'system',
  organizationId,
  name: 'command line',
});

export function allOrganisations(app: INestApplicationContext): Promise<ListedOrganisation[]> {
  return app.get<DataSource>(WORKER_DATABASE).query('SELECT id, name FROM organization ORDER BY name, id');
}

/** By name or id; the only one there is where none is named. */
export async function chosenOrganisation(
  app: INestApplicationContext,
  asked: string | undefined,
): Promise<ListedOrganisation> {
  const all = await allOrganisations(app);
  const fitting = asked === undefined ? all : all.filter(({ id, name }) => id === asked || name === asked);
  if (fitting.length === 1) return fitting[0] as ListedOrganisation;
  const names = all.map(({ name, id }) => `${name} (${id})`).join(', ');
  if (all.length === 0) {
    throw new CommandError('There is no organisation yet; make one with: npx touchstone create-organisation');
  }
  if (fitting.length > 1) throw usageError(`Say which one with --organisation: ${names}.`);
  throw usageError(`There is no organisation "${asked}"; there are: ${names}.`);
}
