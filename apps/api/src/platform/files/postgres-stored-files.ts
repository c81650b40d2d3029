import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@touchstone/domain';
import { validate as isUuid } from 'uuid';
import { abilityToSql } from '../authz/ability-to-sql.js';
import { newId, type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { abilityOf, type Principal } from '../tenancy/principal.js';
import { fileNameOf, mediaTypeOf } from './file-name.js';
import { FileTooLargeError } from './file-too-large.error.js';
import { piecesOf } from './pieces.js';
import { LARGEST_FILE_BYTES, type NewFile, type OpenedFile, type StoredFile, StoredFiles } from './stored-files.js';

export const PIECE_BYTES = 1024 * 1024;
const KEPT_DAYS = 7;
/** Half a file that nobody finishes is cleared away after this time. */
const UNFINISHED_HOURS = 6;

type Work = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/**
 * Files in the database: every process sees them, and a backup has them. Each piece is written and read in a transaction
 * of its own, so that a slow connection to a browser never holds one to the database. A file without a checksum is not
 * complete and does not exist for anybody.
 */
@Injectable()
export class PostgresStoredFiles extends StoredFiles {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async write(
    principal: Principal,
    file: NewFile,
    content: AsyncIterable<Uint8Array>,
    limitBytes = LARGEST_FILE_BYTES,
  ): Promise<StoredFile> {
    const id = newId();
    const name = fileNameOf(file.name);
    const mediaType = mediaTypeOf(file.mediaType);
    const inTransaction = this.workOf(principal);
    const { organizationId } = principal;
    await inTransaction(({ query }) =>
      query(
        `INSERT INTO stored_file (organization_id, id, name, media_type, purpose, created_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`,
        [organizationId, id, name, mediaType, file.purpose, ownerOf(principal, file), UNFINISHED_HOURS],
      ),
    );
    try {
      const hash = createHash('sha256');
      let size = 0;
      let position = 0;
      for await (const piece of piecesOf(content, PIECE_BYTES)) {
        size += piece.length;
        if (size > limitBytes) throw new FileTooLargeError(limitBytes);
        hash.update(piece);
        await inTransaction(({ query }) =>
          query('INSERT INTO stored_file_chunk (organization_id, file_id, position, bytes) VALUES ($1, $2, $3, $4)', [
            organizationId,
            id,
            position,
            piece,
          ]),
        );
        position += 1;
      }
      const sha256 = hash.digest();
      await inTransaction(({ query }) =>
        query(
          `UPDATE stored_file SET size = $3, sha256 = $4, expires_at = now() + make_interval(days => $5)
           WHERE organization_id = $1 AND id = $2`,
          [organizationId, id, size, sha256, KEPT_DAYS],
        ),
      );
      return { id, name, mediaType, size, sha256: sha256.toString('hex') };
    } catch (error) {
      // Where even this fails, the file is cleared when it expires.
      await this.remove(principal, id).catch(() => undefined);
      throw error;
    }
  }

  async open(principal: Principal, id: string): Promise<OpenedFile> {
    if (!isUuid(id)) throw new NotFoundError('File');
    const inTransaction = this.workOf(principal);
    const visible = abilityToSql(abilityOf(principal), 'read', 'StoredFile', { createdBy: 'created_by' }, 3);
    const [row] = await inTransaction(({ query }) =>
      query<StoredFile & { pieces: number }>(
        `SELECT id, name, media_type AS "mediaType", size::float8 AS size, encode(sha256, 'hex') AS sha256,
           ceil(size / ${PIECE_BYTES}.0)::int AS pieces
         FROM stored_file WHERE organization_id = $1 AND id = $2 AND sha256 IS NOT NULL AND expires_at > now()
           AND ${visible.sql}`,
        [principal.organizationId, id, ...visible.parameters],
      ),
    );
    if (!row) throw new NotFoundError('File');
    const { pieces, ...file } = row;
    return { file, content: Readable.from(this.piecesIn(inTransaction, principal, id, pieces), { objectMode: false }) };
  }

  async remove(principal: Principal, id: string): Promise<void> {
    await this.workOf(principal)(({ query }) =>
      query('DELETE FROM stored_file WHERE organization_id = $1 AND id = $2', [principal.organizationId, id]),
    );
  }

  private async *piecesIn(
    inTransaction: Work,
    { organizationId }: Principal,
    id: string,
    pieces: number,
  ): AsyncGenerator<Buffer> {
    for (let position = 0; position < pieces; position += 1) {
      const [piece] = await inTransaction(({ query }) =>
        query<{ bytes: Buffer }>(
          'SELECT bytes FROM stored_file_chunk WHERE organization_id = $1 AND file_id = $2 AND position = $3',
          [organizationId, id, position],
        ),
      );
      if (!piece) throw new Error(`The file ${id} lost its piece ${position} while it was read.`);
      yield piece.bytes;
    }
  }

  /** Jobs work under their own role; everybody else under the application's. */
  private workOf(principal: Principal): Work {
    return (work) =>
      principal.kind === 'system' ? this.unitOfWork.work(principal, work) : this.unitOfWork.write(principal, work);
  }
}

function ownerOf(principal: Principal, file: NewFile): string | null {
  if (file.createdBy !== undefined) return file.createdBy;
  return principal.kind === 'member' ? principal.membershipId : null;
}
