import { Writable } from 'node:stream';
import { pino } from 'pino';
import { judgeFailure } from './job-failure.js';

describe('a job that failed', () => {
  it('is logged without the cell that the database could not take, and without what the query was asked with', () => {
    let log = '';
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    const refused = Object.assign(new Error('invalid input syntax for type double precision: "Jane, 4 stars"'), {
      code: '22P02',
      parameters: ['quiet.person@example.org'],
    });
    const { code, params } = judgeFailure(refused, { name: 'import-observations', id: 'one' }, pino(sink));
    expect(code).toBe('JOB_FAILED');
    expect(JSON.parse(log)).toMatchObject({
      logId: params['logId'],
      job: 'import-observations',
      err: { message: 'invalid input syntax for type double precision: "…"' },
    });
    expect(log).not.toMatch(/Jane|quiet\.person/);
  });
});
