import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { Sweeps } from '../jobs/sweeps.js';
import { clearExpiredFiles } from './file-clean-up.js';
import { LARGEST_FILE_BYTES, StoredFiles } from './stored-files.js';

const BOUNDARY = 'a-boundary-that-no-file-holds';
const multipart = (content: Buffer, name = 'answers.csv', field = 'file'): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const MEGABYTE = 1024 * 1024;

describe('files', () => {
  let application: TestApplication;
  let officer: TestMember;
  let organizationId: string;

  beforeAll(async () => {
    application = await startTestApplication();
    organizationId = await application.organization('Harbour Bank');
    officer = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const upload = (member: TestMember, payload: Buffer, headers: Record<string, string> = MULTIPART) =>
    member.client.inject({ method: 'POST', url: '/files', headers, payload });
  const kept = async (): Promise<number> => {
    const [row] = await application.database.query<{ n: number }>('SELECT count(*)::int AS n FROM stored_file');
    return row?.n ?? -1;
  };

  it('come back as they went in, under their name in any script', async () => {
    const content = randomBytes(3 * MEGABYTE + 17);
    const uploaded = await upload(officer, multipart(content, '客户体验 2026.csv'));
    expect(uploaded.statusCode).toBe(201);
    const { fileId } = uploaded.json();
    const downloaded = await officer.client.inject({ method: 'GET', url: `/files/${fileId}` });
    expect(downloaded.statusCode).toBe(200);
    expect(downloaded.rawPayload.equals(content)).toBe(true);
    expect(downloaded.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="____ 2026.csv"; filename*=UTF-8''%E5%AE%A2%E6%88%B7%E4%BD%93%E9%AA%8C%202026.csv`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const [row] = await application.database.query<{ size: string; sha256: Buffer; pieces: number }>(
      `SELECT size, sha256, (SELECT count(*)::int FROM stored_file_chunk c WHERE c.file_id = f.id) AS pieces
       FROM stored_file f WHERE id = $1`,
      [fileId],
    );
    expect(row).toEqual({
      size: String(content.length),
      sha256: createHash('sha256').update(content).digest(),
      pieces: 4,
    });
  });

  it('may be empty', async () => {
    const { fileId } = (await upload(officer, multipart(Buffer.alloc(0)))).json();
    const downloaded = await officer.client.inject({ method: 'GET', url: `/files/${fileId}` });
    expect([downloaded.statusCode, downloaded.rawPayload.length]).toEqual([200, 0]);
  });

  it.each([
    ['no multipart', Buffer.from('{}'), { 'content-type': 'application/json' }],
    ['another field', multipart(Buffer.from('a'), 'a.csv', 'document'), MULTIPART],
    ['no part at all', Buffer.from(`--${BOUNDARY}--\r\n`), MULTIPART],
    ['no boundary', multipart(Buffer.from('a')), { 'content-type': 'multipart/form-data' }],
    ['an end too early', multipart(Buffer.from('a')).subarray(0, 60), MULTIPART],
  ])('are refused with a remedy when a request has %s', async (_what, payload, headers) => {
    const before = await kept();
    const response = await upload(officer, payload, headers as Record<string, string>);
    expect(response.json().error).toMatchObject({
      code: 'VALIDATION',
      fields: [{ path: 'file', code: 'missing_file' }],
    });
    expect(response.statusCode).toBe(422);
    expect(await kept()).toBe(before);
  });

  it('are refused when they come without an envelope', async () => {
    expect((await upload(officer, Buffer.from('a,b'), { 'content-type': 'text/csv' })).statusCode).toBe(415);
  });

  it('are refused beyond the limit, announced or not, and leave nothing behind', async () => {
    const before = await kept();
    await application.app.listen(0, '127.0.0.1');
    const { port } = application.app.getHttpServer().address() as AddressInfo;
    const send = (headers: Record<string, string | number>, megabytes: number): Promise<[number, string]> =>
      new Promise((resolve, reject) => {
        const outgoing = httpRequest(
          {
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: '/files',
            agent: false,
            headers: { ...officer.client.headers, ...headers },
          },
          (response) => {
            let body = '';
            response.on('data', (chunk: Buffer) => (body += chunk.toString()));
            response.on('end', () => resolve([response.statusCode ?? 0, body]));
          },
        );
        outgoing.on('error', reject);
        const whole = multipart(Buffer.alloc(0)).toString().split('\r\n\r\n');
        outgoing.write(`${whole[0]}\r\n\r\n`);
        let sent = 0;
        const more = (): void => {
          while (sent < megabytes) {
            sent += 1;
            if (!outgoing.write(Buffer.alloc(MEGABYTE, 'a'))) return void outgoing.once('drain', more);
          }
          outgoing.end(`\r\n--${BOUNDARY}--\r\n`);
        };
        more();
      });
    const limit = LARGEST_FILE_BYTES / MEGABYTE;
    // Refused on the announcement, before anything of it has come.
    const announced = { ...MULTIPART, 'content-length': LARGEST_FILE_BYTES * 2 };
    expect(await send(announced, 0)).toEqual([413, expect.stringContaining('FILE_TOO_LARGE')]);
    const memory = process.memoryUsage().rss;
    const [status, body] = await send(MULTIPART, limit + 1);
    expect(status).toBe(413);
    expect(JSON.parse(body).error).toMatchObject({ code: 'FILE_TOO_LARGE', params: { megabytes: limit } });
    expect(await kept()).toBe(before);
    expect((await send(MULTIPART, limit))[0]).toBe(201);
    expect((process.memoryUsage().rss - memory) / MEGABYTE).toBeLessThan(limit);
  }, 180_000);

  it('are for those who may', async () => {
    const { fileId } = (await upload(officer, multipart(Buffer.from('a')))).json();
    const contributor = await application.member(organizationId, 'contributor');
    const stranger = await application.member(await application.organization('Meridian Stores'), 'programme_office');
    expect((await upload(contributor, multipart(Buffer.from('a')))).statusCode).toBe(403);
    for (const member of [contributor, stranger]) {
      expect((await member.client.inject({ method: 'GET', url: `/files/${fileId}` })).statusCode).toBe(404);
    }
    expect((await application.anonymous.inject({ method: 'GET', url: `/files/${fileId}` })).statusCode).toBe(401);
    expect((await officer.client.inject({ method: 'GET', url: '/files/nonsense' })).statusCode).toBe(404);
  });

  it('written by a job belong to whoever asked for them', async () => {
    const contributor = await application.member(organizationId, 'contributor');
    const files = application.app.get(StoredFiles);
    const system = { kind: 'system' as const, organizationId, name: 'test' };
    async function* lines() {
      yield Buffer.from('practice,level\n');
      yield Buffer.from('goals,3\n');
    }
    const stored = await files.write(
      system,
      { name: 'results.csv', mediaType: 'text/csv', purpose: 'export', createdBy: contributor.membershipId },
      lines(),
    );
    const mine = await contributor.client.inject({ method: 'GET', url: `/files/${stored.id}` });
    expect(mine.body).toBe('practice,level\ngoals,3\n');
    await expect(files.write(system, { name: 'a', mediaType: 'a/b', purpose: 'export' }, lines(), 10)).rejects.toThrow(
      /0 MB/,
    );
  });

  it('are gone when their time is over, and half a file was never there', async () => {
    const { fileId } = (await upload(officer, multipart(Buffer.from('a')))).json();
    const { fileId: half } = (await upload(officer, multipart(Buffer.from('b')))).json();
    await application.database.query(`UPDATE stored_file SET expires_at = now() WHERE id = $1`, [fileId]);
    await application.database.query(`UPDATE stored_file SET sha256 = NULL WHERE id = $1`, [half]);
    for (const id of [fileId, half]) {
      expect((await officer.client.inject({ method: 'GET', url: `/files/${id}` })).statusCode).toBe(404);
    }
    await application.app.get(Sweeps).run(clearExpiredFiles);
    expect(await application.database.query('SELECT id FROM stored_file WHERE id = ANY($1)', [[fileId, half]])).toEqual(
      [{ id: half }],
    );
    expect(await application.database.query('SELECT 1 FROM stored_file_chunk WHERE file_id = $1', [fileId])).toEqual(
      [],
    );
  });
});
