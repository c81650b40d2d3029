import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningCluster {
  readonly pid: number;
  readonly port: number;
}

/** What PostgreSQL itself wrote down about the server that uses this cluster; nothing where none does. */
export function runningCluster(cluster: string): RunningCluster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? { pid, port } : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
