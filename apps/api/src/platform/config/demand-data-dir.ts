import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError } from './config.js';

/** Makes the data folder, or says why this user cannot use it. Nothing needs it where database and secret are elsewhere. */
export function demandDataDir(config: Pick<Config, 'dataDir' | 'databaseUrl' | 'secretKey'>): void {
  if (config.databaseUrl && config.secretKey) return;
  const { dataDir } = config;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError([
      `The data folder ${dataDir} cannot be written by this user (${(error as NodeJS.ErrnoException).code}); ` +
        'name another with DATA_DIR, or give this one to the user.',
    ]);
  }
  for (const file of ['secret-key', 'postgres/superuser-password']) {
    const path = join(dataDir, file);
    if (existsSync(path) && !readable(path)) {
      throw new ConfigError([
        `The data folder ${dataDir} belongs to another user, who started Touchstone here before; ` +
          'start as that user, or name a folder of your own with DATA_DIR.',
      ]);
    }
  }
}

function readable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
