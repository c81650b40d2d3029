import type { Readable } from 'node:stream';
import type { Principal } from '../tenancy/principal.js';

export interface NewFile {
  /** As the person knows it; kept for the download. */
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: 'upload' | 'export';
  /** The membership it belongs to, where that is not the one who writes: a job writes for whoever asked. */
  readonly createdBy?: string | null;
}

export interface NamedContent {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface OpenedFile {
  readonly file: StoredFile;
  readonly content: Readable;
}

export const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

/** Where uploads and exports are kept. Content passes through in pieces: a large file costs no more memory than a small one. */
export abstract class StoredFiles {
  /** Keeps all of it or nothing. Refuses with FILE_TOO_LARGE beyond the limit. */
  abstract write(
    principal: Principal,
    file: NewFile,
    content: AsyncIterable<Uint8Array>,
    limitBytes?: number,
  ): Promise<StoredFile>;

  /** NOT_FOUND where it does not exist, has expired, is not complete or may not be read. */
  abstract open(principal: Principal, id: string): Promise<OpenedFile>;

  abstract remove(principal: Principal, id: string): Promise<void>;

  /** Keeps an upload and looks at it; one that cannot be used is not kept. */
  async writeUnlessRefused<T>(
    principal: Principal,
    { name, content }: NamedContent,
    look: (fileId: string) => Promise<T>,
  ): Promise<T> {
    const { id } = await this.write(
      principal,
      { name, mediaType: 'application/octet-stream', purpose: 'upload' },
      content,
    );
    try {
      return await look(id);
    } catch (error) {
      await this.remove(principal, id);
      throw error;
    }
  }
}
