// Stops the embedded PostgreSQL when the process that started it is gone, however it went: a pipe from that process
// is this one's standard input, and its end is the signal. Runs in a session of its own, out of reach of Ctrl-C.
import { spawnSync } from 'node:child_process';

const command = JSON.parse(process.argv[2]);
let stopped = false;
function stop() {
  if (stopped) return;
  stopped = true;
  spawnSync(command[0], command.slice(1), { stdio: 'ignore' });
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.on('SIGTERM', stop);
process.stdin.on('end', stop).on('error', stop).resume();
