// Watches over the embedded PostgreSQL for as long as the process that started it lives. Stops it when that process is
// gone, however it went: a pipe from it is this one's standard input, and its end is the signal. Starts it again when the
// server itself was killed. Runs in a session of its own, out of reach of Ctrl-C.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 1_000;

const { start, stop, pidFile } = JSON.parse(process.argv[2]);
const runs = (command) => spawnSync(command[0], command.slice(1), { stdio: 'ignore', cwd: '/' });
const watch = setInterval(() => {
  if (!serverLives()) runs(start);
}, LOOK_EVERY_MS);

function serverLives() {
  try {
    process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function end() {
  clearInterval(watch);
  runs(stop);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', end);
process.stdin.on('end', end).on('error', end).resume();
