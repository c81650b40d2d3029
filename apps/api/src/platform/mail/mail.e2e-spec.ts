import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
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

/** Speaks just enough SMTP to receive a letter, or to refuse one. */
function smtpServer(refuse: string | null): { server: Server; received: string[] } {
  const received: string[] = [];
  const server = createServer((socket: Socket) => {
    let reading = false;
    let text = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 ready');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      text += data.toString('utf8');
      if (reading) {
        if (!text.endsWith('\r\n.\r\n')) return;
        received.push(text);
        reading = false;
        say('250 kept');
      } else {
        const verb = text.slice(0, 4).toUpperCase();
        if (verb === 'RCPT' && refuse) say(refuse);
        else if (verb === 'DATA') {
          reading = true;
          say('354 go on');
        } else say('250 fine');
      }
      text = '';
    });
  });
  return { server, received };
}

describe('mail through a server', () => {
  const send = async (refuse: string | null): Promise<{ received: string[]; sent: Promise<void> }> => {
    const { server, received } = smtpServer(refuse);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const mailer = new SmtpMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, 'Us <us@example.org>');
    const sent = mailer.send(LETTER).finally(() => {
      mailer.onApplicationShutdown();
      server.close();
    });
    await sent.catch(() => undefined);
    return { received, sent };
  };

  it('arrives whole, in any script', async () => {
    const { received, sent } = await send(null);
    await sent;
    expect(received).toHaveLength(1);
    const letter = received[0] ?? '';
    expect(letter).toMatch(/^From: Us <us@example.org>\r$/m);
    expect(letter).toMatch(/^To: wei.zhang@example.org\r$/m);
    expect(letter).toContain('=E8=B0=A2=E8=B0=A2');
  });

  it('is not tried again where the server refuses for good, and tells no address', async () => {
    const { sent } = await send('550 no such user wei.zhang@example.org');
    await expect(sent).rejects.toMatchObject({ code: 'MAIL_REFUSED', params: { status: 550 } });
    await expect(sent).rejects.not.toThrow(/wei/);
  });

  it('is worth another try where the server is busy or away', async () => {
    const { sent } = await send('451 busy');
    await expect(sent).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const away = new SmtpMailer('smtp://127.0.0.1:1', 'us@example.org');
    await expect(away.send(LETTER)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    away.onApplicationShutdown();
  });
});
