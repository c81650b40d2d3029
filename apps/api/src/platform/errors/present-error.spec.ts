import { pino } from 'pino';
import { presentError } from './present-error.js';

function logged(error: Error): string {
  const lines: string[] = [];
  presentError(error, 'en', pino({}, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('an error that nobody expected', () => {
  it('is logged with what it says', () => {
    expect(logged(new Error('the pump is broken'))).toContain('the pump is broken');
  });

  it('is logged without the data that the database repeats', () => {
    const text = 'invalid input syntax for type uuid: "ann@example.org"';
    const line = logged(Object.assign(new Error(text), { code: '22P02' }));
    expect(line).toContain('invalid input syntax for type uuid');
    expect(line).not.toContain('ann@example.org');
  });
});

describe('a record that the database keeps', () => {
  it('is refused in words, in the language of the reader', () => {
    const refused = Object.assign(new Error('a decision is kept'), { code: 'TS001' });
    const shown = (locale: string) => presentError(refused, locale, pino({ level: 'silent' }));
    expect(shown('en')).toMatchObject({
      code: 'DECISION_KEPT',
      status: 422,
      message: expect.stringContaining('stays'),
    });
    expect(shown('zh-CN').message).toContain('不可更改');
  });
});
