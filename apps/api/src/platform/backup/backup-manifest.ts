import { z } from 'zod';
import { tablePartSchema } from './table-parts.js';

export const BACKUP_FORMAT = 'touchstone/backup@1';

/** What a backup says about itself; stands first in the file. */
export const manifestSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  createdAt: z.iso.datetime(),
  /** Names of the migrations that made the schema, in order. */
  migrations: z.array(z.string()),
  /** Parts of tables that are split by month. */
  parts: z.array(tablePartSchema).default([]),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
      bytes: z.number().int().nonnegative(),
      sha256: z.string().length(64),
    }),
  ),
});

export type BackupManifest = z.infer<typeof manifestSchema>;

/** Something about the file or the target that the person can put right; nothing was changed. */
export class BackupError extends Error {}
