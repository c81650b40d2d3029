// What measurements of a page have in common: who reads it, what it asks for, and the floor in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { ProvisioningService } from '../apps/api/dist/features/organisation/index.js';
import { demandData } from './http-client.mjs';
import { perSecond } from './take-turns.mjs';

const PASSWORD = 'a password of this run alone';
const SECONDS = 2;
const LANES = 8;

/** Gives the headers with which somebody of the programme office is signed in. */
export async function signedIn({ services, organizationId }, client) {
  const email = 'officer@bench.example';
  const member = { email, name: 'Officer', role: 'programme_office', password: PASSWORD };
  await services.get(ProvisioningService).addMember(organizationId, member, 'bench');
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }';
  const answer = await client.send('/graphql', JSON.stringify({ query, variables: { email, password: PASSWORD } }));
  demandData(answer);
  const [, cookie] = /^set-cookie: ([^;\r]*)/im.exec(answer.head);
  return { cookie, 'x-touchstone-csrf': '1' };
}

/** The operations that a page sends, by name, from the documents of the web application. */
export function documents(file, names) {
  const source = new URL(`../apps/web/src/features/${file}`, import.meta.url);
  const { definitions } = parse(readFileSync(source, 'utf8'));
  return definitions
    .filter(({ name }) => names.includes(name.value))
    .map(print)
    .join('\n');
}

/** How many pages a second come, for several readers at once. */
export const pagesPerSecond = (send) =>
  perSecond({
    lanes: LANES,
    seconds: SECONDS,
    work: async () => {
      const { status } = await send();
      if (status !== 200) throw new Error(`A page was answered with ${status}.`);
    },
  });

/** The floor runs in a process of its own, as the server does. */
export async function withFloor(file, { floorUrl, organizationId }, work) {
  const child = fork(new URL(file, import.meta.url), [floorUrl, organizationId]);
  try {
    const [port] = await once(child, 'message');
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}
