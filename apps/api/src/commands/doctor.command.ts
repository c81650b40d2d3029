import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../platform/config/config.js';
import { demandDataDir } from '../platform/config/demand-data-dir.js';
import { EXIT } from './command-error.js';
import { type CommandLine, explain } from './command-line.js';
import { type Finding, problem, report, unknown, warning, well } from './doctor/finding.js';
import { lookAtDatabase } from './doctor/look-at-database.js';
import { lookAtDisk, lookAtMail, lookAtNode, lookAtQueue } from './doctor/look-around.js';
import { withApplication, withInstallation } from './installation.js';
import { allOrganisations } from './organisations.js';
import { verifyChains } from './verify-audit.command.js';

export function doctorCommand(line: CommandLine): void {
  line
    .command('doctor', 'look at everything an installation stands on; exit code 3 where something has a problem')
    .action(
      line.action(async () => {
        const findings = await lookAtEverything(line.streams.environment);
        const sick = findings.some(({ state }) => state === 'problem');
        return { data: { healthy: !sick, findings }, text: report(findings), exit: sick ? EXIT.problems : EXIT.ok };
      }),
    );
}

export async function lookAtEverything(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const findings = [lookAtNode(process.versions.node)];
  try {
    const config = readConfig(environment);
    demandDataDir(config);
    findings.push(well('configuration', config.databaseUrl ? 'a database of your own' : 'the embedded database'));
    findings.push(await lookAtDisk(config), await lookAtQueue(config), await lookAtMail(config));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const fault = problem('configuration', 'cannot be used', error.problems.join(' '));
    return [...findings, fault, unknown('database', 'not looked at: the configuration cannot be used')];
  }
  if (!madeYet(environment)) {
    const none = warning('database', 'none is made yet', 'npm start makes it; so does: npx touchstone migrate');
    return [...findings, none, unknown('audit', 'not looked at: there is no database')];
  }
  try {
    findings.push(...(await withInstallation(environment, ({ urls }) => lookAtDatabase(urls))));
  } catch (error) {
    findings.push(problem('database', 'cannot be started', explain(error).message));
  }
  const standing = findings.every(({ state }) => state !== 'problem');
  findings.push(standing ? await lookAtAudit(environment) : unknown('audit', 'not looked at: see the problems above'));
  return findings;
}

/** Looking must not make what it looks for. */
function madeYet(environment: NodeJS.ProcessEnv): boolean {
  const { databaseUrl, dataDir } = readConfig(environment);
  return databaseUrl !== undefined || existsSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'));
}

function lookAtAudit(environment: NodeJS.ProcessEnv): Promise<Finding> {
  return withApplication(environment, async (app) => {
    const verdicts = await verifyChains(app, await allOrganisations(app));
    const broken = verdicts.filter(({ intact }) => !intact);
    const events = verdicts.reduce((sum, verdict) => sum + verdict.events, 0);
    return broken.length === 0
      ? well(
          'audit',
          `${verdicts.length === 1 ? '1 chain' : `${verdicts.length} chains`} with ${events} events: intact`,
        )
      : problem(
          'audit',
          `broken: ${broken.map(({ organisation, brokenAtSequence }) => `${organisation.name} at event ${brokenAtSequence}`).join(', ')}`,
          'Compare with a backup from before: npx touchstone verify-audit --json shows the heads.',
        );
  });
}
