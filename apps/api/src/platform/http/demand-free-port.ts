import { createServer } from 'node:net';
import { type Config, ConfigError } from '../config/config.js';

/** Says that a port is taken before a database is started and migrated for nothing. */
export async function demandFreePort(config: Pick<Config, 'host' | 'port'>): Promise<void> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(config.port, config.host, () => probe.close(() => resolve(undefined)));
  });
  if (error) throw portProblem(error, config) ?? error;
}

/** The sentence for what a person can put right about a port, or nothing where the error is of another kind. */
export function portProblem(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): ConfigError | undefined {
  const instead = `choose another with the variable PORT, e.g. PORT=${port < 1024 ? port + 8000 : port + 1} npm start.`;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ConfigError([`Port ${port} is taken by another program; ${instead}`]);
    case 'EACCES':
      return new ConfigError([`Port ${port} is not open to this user; ${instead}`]);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError([`HOST is ${host}, which is no address of this machine; leave it out or correct it.`]);
    default:
      return undefined;
  }
}
