import type { INestApplicationContext } from '@nestjs/common';
import { type AuditVerdict, verifyAudit } from '../platform/audit/verify-audit.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { EXIT } from './command-error.js';
import type { CommandLine, Outcome } from './command-line.js';
import { withApplication } from './installation.js';
import { allOrganisations, chosenOrganisation, commandLineOf, type ListedOrganisation } from './organisations.js';

export interface OrganisationVerdict extends AuditVerdict {
  readonly organisation: ListedOrganisation;
}

export function verifyAuditCommand(line: CommandLine): void {
  line
    .command('verify-audit', 'recompute the audit chain; exit code 3 where it is broken')
    .option('--organisation <name or id>', 'of this one only')
    .action(
      line.action<{ organisation?: string }>(({ organisation }) =>
        withApplication(line.streams.environment, async (app) => {
          const chosen = organisation ? [await chosenOrganisation(app, organisation)] : await allOrganisations(app);
          return auditOutcome(await verifyChains(app, chosen));
        }),
      ),
    );
}

export async function verifyChains(
  app: INestApplicationContext,
  organisations: readonly ListedOrganisation[],
): Promise<OrganisationVerdict[]> {
  const unitOfWork = app.get(UnitOfWork);
  const verdicts: OrganisationVerdict[] = [];
  for (const organisation of organisations) {
    verdicts.push({ organisation, ...(await unitOfWork.snapshot(commandLineOf(organisation.id), verifyAudit)) });
  }
  return verdicts;
}

export function auditOutcome(verdicts: readonly OrganisationVerdict[]): Outcome {
  const intact = verdicts.every((verdict) => verdict.intact);
  const lines = verdicts.map(({ organisation, events, brokenAtSequence, headHash, ...verdict }) =>
    verdict.intact
      ? `ok      ${organisation.name}: ${events} events, head ${headHash}`
      : `BROKEN  ${organisation.name}: event ${brokenAtSequence} is not what was recorded`,
  );
  const remedy = 'Compare with a backup from before; the head’s hash of an earlier check shows since when.';
  return {
    data: { intact, chains: verdicts },
    text: [
      ...(lines.length > 0 ? lines : ['There is no organisation, hence no chain.']),
      ...(intact ? [] : [remedy]),
    ].join('\n'),
    exit: intact ? EXIT.ok : EXIT.problems,
  };
}
