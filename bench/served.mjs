// The server as it is run in production, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** Options for the server's Node, e.g. BENCH_SERVER_OPTIONS="--cpu-prof --cpu-prof-dir=/tmp/profiles". */
const options = () => (process.env.BENCH_SERVER_OPTIONS ?? '').split(' ').filter(Boolean);

/** Serves an installation to `work`, which gets the address. */
export async function withServer({ url, secretKey, directory }, work) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...options(), MAIN], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: address,
      DATA_DIR: directory,
      DATABASE_URL: url,
      SECRET_KEY: secretKey,
      // Never used: nothing here sends mail.
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
  });
  const ended = once(child, 'exit');
  try {
    await untilReady(address, child);
    return await work(address);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

export async function untilReady(address, child) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error('The server was not ready in time.');
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
