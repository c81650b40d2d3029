import { abilityFor, type Actor, ROLES } from '@touchstone/domain';
import { scopeFor } from '../src/platform/authz/token-scope.js';
import type { Permission } from '../src/platform/authz/allow.decorator.js';
import { CommittedFile } from './committed-file.js';
import { type DeclaredOperation, declaredOperations, rootFields, servedRoutes } from './declared-operations.js';
import { startTestApplication, type TestApplication } from './test-application.js';

/** Handed out by the server itself; what it serves are the operations below. */
const GRAPHQL = ['GET /graphql', 'POST /graphql'];
const snapshot = new CommittedFile('permissions.snapshot.txt', 'npm run permissions -w apps/api');

const HEADER = `Who can reach what: every operation of the API with the permission it declares and what that means for each role.
"all" – on every object; "some" – on those the rules of libs/domain/src/abilities name, all others do not exist for them.
"scope" is what an access token needs beside the role of its owner. A change here is a change of who may do what.
Made by: ${snapshot.command}
`;

const member = (role: (typeof ROLES)[number]): Actor => ({ kind: 'member', membershipId: 'm', role, teamIds: [] });
const ACTORS: [string, Actor | null][] = [
  ['nobody', null],
  ['respondent', { kind: 'respondent' }],
  ...ROLES.map((role): [string, Actor] => [role, member(role)]),
];

function reach(permission: Permission, actor: Actor | null): string {
  if (permission.kind === 'anyone') return 'all';
  if (permission.kind === 'signed-in') return actor?.kind === 'member' ? 'all' : '–';
  const rules = actor ? abilityFor(actor).rulesFor(permission.action, permission.subject) : [];
  return rules.some(({ conditions }) => !conditions) ? 'all' : rules.length > 0 ? 'some' : '–';
}

function demands(permission: Permission): string {
  return permission.kind === 'ability' ? `${permission.action} ${permission.subject}` : permission.kind;
}

function scope(permission: Permission): string {
  if (permission.kind === 'anyone' || ROLES.every((role) => reach(permission, member(role)) === '–')) return '';
  return (permission.kind === 'ability' && scopeFor(permission.action, permission.subject)) || 'no token';
}

function lineOf({ kind, name, permission }: DeclaredOperation): string[] {
  if (!permission) return [kind, name, 'UNDECLARED: refused', ...ACTORS.map(() => '–'), ''];
  return [kind, name, demands(permission), ...ACTORS.map(([, actor]) => reach(permission, actor)), scope(permission)];
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] as string[]).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

describe('permissions', () => {
  let application: TestApplication;
  let operations: DeclaredOperation[];

  beforeAll(async () => {
    application = await startTestApplication();
    operations = declaredOperations(application);
  });
  afterAll(() => application.close());

  const named = (operation: { kind: string; name: string }): string => `${operation.kind} ${operation.name}`;

  it('are declared for every root field of the schema and every route of the server', () => {
    const served = [
      ...rootFields(application).map(({ kind, field }) => `${kind} ${field.name}`),
      ...servedRoutes(application).filter((route) => !GRAPHQL.includes(route)),
    ];
    expect(served.length).toBeGreaterThan(40);
    expect(operations.map(named).sort()).toEqual(served.sort());
    expect(operations.filter(({ permission }) => !permission).map(named)).toEqual([]);
  });

  it('are as committed: look closely at what changed, then make the file anew', () => {
    const head = ['kind', 'operation', 'demands', ...ACTORS.map(([name]) => name), 'scope'];
    const made = `${HEADER}\n${table([head, ...operations.map(lineOf)])}\n`;
    expect(made).toBe(snapshot.compareWith(made));
  });
});
