import { accessSync, constants, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * PostgreSQL refuses to run as root. Started by root, the cluster runs as `nobody`, who exists on every Unix; ordinary
 * users run it as themselves. Where a private folder such as /root lies above the project, `nobody` could not even reach
 * the binaries; there the process keeps one capability, to read and traverse folders, and no other.
 */
export interface ServiceAccount {
  /** What to put before a command so that it runs as the account. */
  readonly prefix: readonly string[];
  readonly uid: number;
  readonly gid: number;
}

export class EmbeddedPostgresError extends Error {}

const OWN: ServiceAccount = { prefix: [], uid: -1, gid: -1 };

export function serviceAccount(mustReach: readonly string[]): ServiceAccount {
  if (process.getuid?.() !== 0) return OWN;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  const [uid, gid] = nobody ? [Number(nobody[2]), Number(nobody[3])] : [65534, 65534];
  const drop = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // PostgreSQL asks access(2), which forgets capabilities of other users unless the secure bit is set.
  const traverse = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  for (const prefix of [drop, [...drop, ...traverse]]) {
    if (mustReach.every((path) => reaches(prefix, path))) return { prefix, uid, gid };
  }
  throw new EmbeddedPostgresError(
    'Started as root, the embedded PostgreSQL must run as another user, and that user cannot reach this folder. ' +
      'Start as an ordinary user, move the project out of a private folder such as /root, or set DATABASE_URL.',
  );
}

function reaches(prefix: readonly string[], path: string): boolean {
  accessSync(path, constants.F_OK);
  return spawnSync(prefix[0] as string, [...prefix.slice(1), 'test', '-r', path], { stdio: 'ignore' }).status === 0;
}
