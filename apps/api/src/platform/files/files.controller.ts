import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import { ValidationError } from '@touchstone/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authz/allow.decorator.js';
import { CurrentMember } from '../tenancy/current-principal.decorator.js';
import type { MemberPrincipal } from '../tenancy/principal.js';
import { attachmentHeader } from './file-name.js';
import { FileTooLargeError } from './file-too-large.error.js';
import { LARGEST_FILE_BYTES, StoredFiles } from './stored-files.js';

const FIELD = 'file';
/** What multipart adds around a file. */
const ENVELOPE_BYTES = 64 * 1024;

/** Files come and go over plain HTTP, where they can be streamed. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: StoredFiles) {}

  @Post()
  @Allow('create', 'StoredFile')
  async upload(@CurrentMember() member: MemberPrincipal, @Req() request: FastifyRequest): Promise<{ fileId: string }> {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE_BYTES + ENVELOPE_BYTES) {
      throw new FileTooLargeError(LARGEST_FILE_BYTES);
    }
    const part = await fileIn(request);
    const stored = await this.files.write(
      member,
      { name: part.filename, mediaType: part.mimetype, purpose: 'upload' },
      wholeOf(part),
    );
    return { fileId: stored.id };
  }

  @Get(':id')
  @Allow('read', 'StoredFile')
  async download(
    @CurrentMember() member: MemberPrincipal,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, content } = await this.files.open(member, id);
    await reply
      .header('content-type', file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', attachmentHeader(file.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}

async function fileIn(request: FastifyRequest): Promise<MultipartFile> {
  const missing = ValidationError.of(
    FIELD,
    'missing_file',
    `Send one file as multipart/form-data in the field "${FIELD}".`,
  );
  if (!request.isMultipart()) throw missing;
  let part: MultipartFile | undefined;
  try {
    part = await request.file();
  } catch {
    // Whatever the parser did not like about the envelope: the remedy is the same.
    throw missing;
  }
  if (!part || part.fieldname !== FIELD) {
    part?.file.resume();
    throw missing;
  }
  return part;
}

/** The parser cuts a file off at its limit without an error; half a file must not pass for a whole one. */
async function* wholeOf(part: MultipartFile): AsyncGenerator<Uint8Array> {
  for await (const chunk of part.file) yield chunk as Uint8Array;
  if (part.file.truncated) throw new FileTooLargeError(LARGEST_FILE_BYTES);
}
