import { startTestApplication, type TestApplication } from '../../../test/test-application.js';

describe('security headers', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  it.each(['/health/live', '/graphql', '/nowhere'])('come with %s, whatever it answers', async (url) => {
    const { headers } = await application.anonymous.inject({ method: 'GET', url });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    for (const directive of [
      "default-src 'self'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'self'",
    ]) {
      expect(policy.split(';')).toContain(directive);
    }
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
