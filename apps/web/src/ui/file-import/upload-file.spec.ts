import { refusal } from './upload-file.js';

describe('refusal', () => {
  it.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [413, 'VALIDATION'],
    [415, 'VALIDATION'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
  ])('%s is %s', (status, code) => {
    expect(refusal(status, null).code).toBe(code);
  });
  it('passes on the sentence the server gave', () => {
    expect(refusal(413, { message: 'The file is larger than 50 MB.' }).message).toBe('The file is larger than 50 MB.');
  });
});
