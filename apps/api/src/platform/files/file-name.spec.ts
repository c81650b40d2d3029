import { attachmentHeader, fileNameOf, mediaTypeOf } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['answers.csv', 'answers.csv'],
    ['C:\\Users\\me\\answers.csv', 'answers.csv'],
    ['../../etc/passwd', 'passwd'],
    ['客户体验 2026.xlsx', '客户体验 2026.xlsx'],
    ['line\r\nbreak.csv', 'linebreak.csv'],
    ['invoice\u202Ecod.exe', 'invoicecod.exe'],
    ['cafe\u0301.csv', 'café.csv'],
    ['   ', 'file'],
    ['', 'file'],
    ['a'.repeat(500), 'a'.repeat(200)],
  ])('%j is kept as %j', (given, kept) => expect(fileNameOf(given)).toBe(kept));

  it('never cuts a character in two', () => {
    expect(fileNameOf('😀'.repeat(300))).toBe('😀'.repeat(200));
  });

  it.each([
    ['text/csv', 'text/csv'],
    ['Text/CSV', 'text/csv'],
    ['text/html\r\nset-cookie: a=b', 'application/octet-stream'],
    ['nonsense', 'application/octet-stream'],
  ])('takes %j for %j', (given, kept) => expect(mediaTypeOf(given)).toBe(kept));

  it('is told to browsers in any script, and cannot break out of the header', () => {
    expect(attachmentHeader('客户 "体验".csv')).toBe(
      `attachment; filename="__ ____.csv"; filename*=UTF-8''%E5%AE%A2%E6%88%B7%20%22%E4%BD%93%E9%AA%8C%22.csv`,
    );
    expect(attachmentHeader("it's (1)*.csv")).toContain(`filename*=UTF-8''it%27s%20%281%29%2A.csv`);
  });
});
