import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { CommandError, usageError } from './command-error.js';
import { allOrganisations, chosenOrganisation, commandLineOf, type ListedOrganisation } from './organisations.js';

export interface ChosenAssessment {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly organisation: ListedOrganisation;
}

/** A wave by its id or its name, of one organisation or of whichever has it. */
export async function chosenAssessment(
  app: INestApplicationContext,
  asked: string,
  organisation: string | undefined,
): Promise<ChosenAssessment> {
  const among =
    organisation === undefined ? await allOrganisations(app) : [await chosenOrganisation(app, organisation)];
  const found: ChosenAssessment[] = [];
  for (const each of among) {
    const waves = await app.get(UnitOfWork).read(commandLineOf(each.id), (transaction) =>
      transaction.query<Omit<ChosenAssessment, 'organisation'>>(
        `SELECT id, name, state FROM assessment
         WHERE organization_id = $1 AND (id::text = lower($2) OR lower(name) = lower($2)) ORDER BY id`,
        [each.id, asked.trim()],
      ),
    );
    found.push(...waves.map((wave) => ({ ...wave, organisation: each })));
  }
  if (found.length === 1) return found[0] as ChosenAssessment;
  if (found.length > 1) {
    const list = found.map(({ id, state, organisation: { name } }) => `  ${id}  ${name}, ${state}`).join('\n');
    throw usageError(`Several waves are called “${asked}”; name one by its id:\n${list}`);
  }
  throw new CommandError(
    `There is no assessment ${asked}; name it as it is called, or by its id, the last part of its address in the browser.`,
    'NOT_FOUND',
  );
}
