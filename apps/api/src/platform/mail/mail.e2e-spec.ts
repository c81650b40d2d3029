import { type SmtpServer, startSmtpServer } from '../../../test/smtp-server.js';
import { startTestApplication, type TestApplication } from '../../../test/test-application.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const LETTER = {
  to: 'wei.zhang@example.org',
  subject: 'Your view on <service> & more',
  text: 'Dear Wei,\n\nplease answer here:\nhttp://localhost:3000/r?t=a&b="><script>alert(1)</script>\n\n谢谢',
};

describe('the development mailbox', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  });
  afterAll(() => application.close());

  const page = (headers: Record<string, string> = {}) =>
    application.anonymous.inject({ method: 'GET', url: '/dev/mailbox', headers });

  it('says that it is empty, in the reader’s language', async () => {
    expect((await page()).body).toContain('Nothing yet.');
    const chinese = await page({ 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(chinese.body).toContain('<html lang="zh-CN">');
    expect(chinese.body).toContain('暂无邮件');
  });

  it('shows letters newest first, as text, with links to follow', async () => {
    const mailer = application.app.get(Mailer);
    await mailer.send({ ...LETTER, subject: 'The first' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await mailer.send(LETTER);
    const { body, headers } = await page();
    expect(headers['cache-control']).toBe('no-store');
    expect(body.indexOf('Your view')).toBeLessThan(body.indexOf('The first'));
    expect(body).toContain('Your view on &#60;service&#62; &#38; more');
    expect(body).toContain('<a href="http://localhost:3000/r?t=a&#38;b=">http://localhost:3000/r?t=a&#38;b=</a>');
    expect(body).not.toContain('<script');
    expect(body).toContain('谢谢');
  });

  it('does not exist in production', async () => {
    const production = await startTestApplication({ NODE_ENV: 'production' });
    const response = await production.anonymous.inject({ method: 'GET', url: '/dev/mailbox' });
    await production.close();
    expect(response.statusCode).toBe(404);
  });
});

describe('mail through a server', () => {
  let server: SmtpServer;
  let mailer: SmtpMailer;
  const start = async (refuse?: string): Promise<void> => {
    server = await startSmtpServer(() => refuse);
    mailer = new SmtpMailer(server.url, 'Us <us@example.org>');
  };
  afterEach(async () => {
    mailer.onApplicationShutdown();
    await server.stop();
  });

  it('arrives whole, in any script', async () => {
    await start();
    await mailer.send(LETTER);
    expect(server.received).toHaveLength(1);
    const letter = server.received[0] ?? '';
    expect(letter).toMatch(/^From: Us <us@example.org>\r$/m);
    expect(letter).toMatch(/^To: wei.zhang@example.org\r$/m);
    expect(letter).toContain('=E8=B0=A2=E8=B0=A2');
  });

  it('is not tried again where the server refuses for good, and tells no address', async () => {
    await start('550 no such user wei.zhang@example.org');
    const sent = mailer.send(LETTER);
    await expect(sent).rejects.toMatchObject({ code: 'MAIL_REFUSED', params: { status: 550 } });
    await expect(sent).rejects.not.toThrow(/wei/);
  });

  it('is worth another try where the server is busy or away', async () => {
    await start('451 busy');
    await expect(mailer.send(LETTER)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const away = new SmtpMailer('smtp://127.0.0.1:1', 'us@example.org');
    await expect(away.send(LETTER)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    away.onApplicationShutdown();
  });
});
