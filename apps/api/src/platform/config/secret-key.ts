import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

/** The installation's secret: from the environment, or made once and kept in the data folder. */
export function loadSecretKey(config: Config): string {
  if (config.secretKey) return config.secretKey;
  const file = join(config.dataDir, 'secret-key');
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** A signature for one purpose; a signature for another purpose never fits. */
export function signFor(secretKey: string, purpose: string, message: string): Buffer {
  return createHmac('sha256', secretKey).update(`${purpose}\u0000${message}`).digest();
}
