import { abilityFor } from '@touchstone/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Permission } from '../src/platform/authz/allow.decorator.js';
import { scopeFor } from '../src/platform/authz/token-scope.js';
import { type Acting, everybody } from './acting-as.js';
import { type DeclaredOperation, declaredOperations, rootFields } from './declared-operations.js';
import { type ExampleRequest, exampleRequest, holdsId } from './example-request.js';
import { liveClient } from './live-client.js';
import { fillEveryTable, fingerprintOf, tenantTables } from './tenant-tables.js';
import { startTestApplication, type TestApplication } from './test-application.js';

type Field = ReturnType<typeof rootFields>[number];
type Answer = { code: string; fields?: readonly { code: string }[] } | { found: unknown };

interface First {
  readonly data?: { answer: unknown } | null;
  readonly errors?: readonly { extensions?: Record<string, unknown> }[];
}

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN'];
/** Signs that a request did not get as far as it should: a fault, or an example that no longer fits the schema. */
const FAULTS = ['INTERNAL', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST'];

function expected(permission: Permission, { actor, scopes }: Acting): string {
  if (permission.kind === 'anyone') return 'let in';
  if (!actor) return 'UNAUTHENTICATED';
  if (permission.kind === 'signed-in') return actor.kind === 'member' && !scopes ? 'let in' : 'FORBIDDEN';
  if (!abilityFor(actor).can(permission.action, permission.subject)) return 'FORBIDDEN';
  const scope = scopeFor(permission.action, permission.subject);
  return !scopes || (scope && scopes.includes(scope)) ? 'let in' : 'FORBIDDEN';
}

const outcomeOf = (answer: Answer): string =>
  'code' in answer && [...REFUSALS, ...FAULTS].includes(answer.code) ? answer.code : 'let in';

/** The object does not exist, the list is empty, or the form says of the field that names it that it is unknown. */
function foundNothing(answer: Answer): boolean {
  if (!('code' in answer)) return (answer.found as { totalCount?: number } | null)?.totalCount === 0;
  if (answer.code === 'VALIDATION') return answer.fields?.every(({ code }) => code === 'unknown') ?? false;
  return answer.code === 'NOT_FOUND';
}

describe('every operation × everybody', () => {
  const theirs = uuidv7();
  let application: TestApplication;
  let organizationId: string;
  let people: Acting[];
  let operations: DeclaredOperation[];
  let fields: Field[];

  beforeAll(async () => {
    application = await startTestApplication();
    await application.app.listen(0, '127.0.0.1');
    organizationId = await application.organization('Harbour Bank');
    people = await everybody(application, organizationId);
    await fillEveryTable(application.database, theirs);
    operations = declaredOperations(application);
    fields = rootFields(application);
  });
  afterAll(() => application.close());

  const permissionOf = ({ kind, field }: Field): Permission => {
    const operation = operations.find((each) => each.kind === kind && each.name === field.name);
    if (!operation?.permission) throw new Error(`${kind} ${field.name} declares no permission.`);
    return operation.permission;
  };

  async function ask(person: Acting, { kind, field }: Field, request: ExampleRequest): Promise<Answer> {
    const client = await person.client(field.name);
    const { errors, data }: First =
      kind === 'subscription'
        ? await firstOf(client.headers, request)
        : await client.graphql<{ answer: unknown }>(request.query, request.variables);
    const extensions = errors?.[0]?.extensions;
    return extensions ? (extensions as { code: string }) : { found: data?.answer };
  }

  const letIn = (field: Field): Acting[] => people.filter((each) => expected(permissionOf(field), each) === 'let in');

  /** All of them at once, as they would come. */
  const askedBy = (those: readonly Acting[], field: Field, id: () => string) =>
    Promise.all(
      those.map(async (person) => ({
        person,
        answer: await ask(person, field, exampleRequest(field.kind, field.field, id())),
      })),
    );

  async function firstOf(
    headers: Readonly<Record<string, string>>,
    { query, variables }: ExampleRequest,
  ): Promise<First> {
    const live = liveClient(application, { ...headers });
    try {
      for await (const result of live.each<{ answer: unknown }>(query, variables)) return result;
      return { data: null };
    } catch (errors) {
      return { errors: errors as First['errors'] & object };
    } finally {
      live.close();
    }
  }

  it('lets in exactly those whom the declared permission names', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const field of fields) {
      const permission = permissionOf(field);
      const answers = await askedBy(people, field, uuidv7);
      asked += answers.length;
      for (const { person, answer } of answers) {
        const [outcome, due] = [outcomeOf(answer), expected(permission, person)];
        if (outcome !== due) wrong.push(`${field.kind} ${field.field.name}, ${person.name}: ${outcome}, not ${due}`);
      }
    }
    expect(asked).toBeGreaterThan(600);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('does so at the routes beside GraphQL', async () => {
    const wrong: string[] = [];
    for (const { kind, name, permission } of operations.filter(({ name: path }) => path.startsWith('/'))) {
      for (const person of people) {
        const client = await person.client();
        const { statusCode } = await client.inject({
          method: kind as 'GET' | 'POST',
          url: name.replace(':id', uuidv7()),
        });
        const outcome =
          { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' }[statusCode] ?? (statusCode < 500 ? 'let in' : 'fault');
        const due = expected(permission as Permission, person);
        if (outcome !== due) wrong.push(`${kind} ${name}, ${person.name}: ${statusCode}, not ${due}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('answers an id that is none as one that does not exist', async () => {
    const wrong: string[] = [];
    for (const field of fields.filter(({ field: { args } }) => args.some(({ type }) => holdsId(type)))) {
      for (const { person, answer } of await askedBy(letIn(field), field, () => 'nonsense')) {
        if (outcomeOf(answer) !== 'let in') {
          wrong.push(`${field.kind} ${field.field.name}, ${person.name}: ${JSON.stringify(answer)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('finds nothing of another organisation, under any id, for anybody – and changes nothing there', async () => {
    const before = await fingerprintOf(application.database, theirs);
    const wrong: string[] = [];
    let asked = 0;
    for (const field of fields.filter(({ field: { args } }) => args.some(({ type }) => holdsId(type)))) {
      for (const { person, answer } of await askedBy(letIn(field), field, () => theirs)) {
        asked += 1;
        if (!foundNothing(answer))
          wrong.push(`${field.kind} ${field.field.name}, ${person.name}: ${JSON.stringify(answer)}`);
      }
    }
    for (const { kind, name } of operations.filter(({ name: path }) => path.includes(':id'))) {
      for (const person of people) {
        const client = await person.client();
        const answer = await client.inject({ method: kind as 'GET', url: name.replace(':id', theirs) });
        if (answer.statusCode < 400) wrong.push(`${kind} ${name}, ${person.name}: ${answer.statusCode}`);
      }
    }
    expect(asked).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(application.database, theirs)).toEqual(before);
    for (const { name, tenant } of await tenantTables(application.database)) {
      const [row] = await application.database.query(
        `SELECT count(*)::int FROM ${name} t WHERE ${tenant} <> $1 AND t::text LIKE '%' || $1 || '%'`,
        [theirs],
      );
      expect({ name, ...row }).toEqual({ name, count: 0 });
    }
  }, 60_000);
});
