import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface SmtpServer {
  readonly url: string;
  /** Whole letters, with their headers. */
  readonly received: readonly string[];
  stop(): Promise<void>;
}

/** Speaks just enough SMTP to receive letters. `refusal` gives the answer to a recipient that is not accepted. */
export async function startSmtpServer(refusal: (recipient: string) => string | undefined): Promise<SmtpServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let reading = false;
    let text = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      text += data.toString('utf8');
      if (reading && !text.endsWith('\r\n.\r\n')) return;
      if (reading) {
        received.push(text);
        reading = false;
        say('250 kept');
      } else {
        const verb = text.slice(0, 4).toUpperCase();
        reading = verb === 'DATA';
        say(reading ? '354 go on' : (verb === 'RCPT' && refusal(text)) || '250 fine');
      }
      text = '';
    });
    say('220 ready');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
