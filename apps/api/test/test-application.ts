import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { ProvisioningService } from '../src/features/organisation/index.js';
import { CSRF_HEADER, SESSION_COOKIE } from '../src/platform/auth/authentication.js';
import { type Config, readConfig } from '../src/platform/config/config.js';
import { createApplication } from '../src/platform/http/create-application.js';
import { createMetrics } from '../src/platform/metrics/metrics.js';
import { createLogger } from '../src/platform/logging/logger.js';
import type { Role } from '@touchstone/domain';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface GraphqlAnswer<Data = Record<string, never>> {
  readonly data: Data | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
}

/** Speaks to the API as one person, through the whole HTTP stack. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are checked by the test that asked
  async graphql<Data = any>(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<Data>> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...this.headers },
      payload: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  /** For operations that must succeed: the data, or a failure that shows the errors. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  async data<Data = any>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.graphql<Data>(query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors, null, 2));
    return answer.data as Data;
  }

  /** For operations that must fail: the code of the first error. */
  async errorCode(query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
    return (await this.graphql(query, variables)).errors?.[0]?.extensions.code;
  }

  inject(options: {
    method: 'GET' | 'POST' | 'DELETE';
    url: string;
    headers?: Record<string, string>;
    payload?: string | Buffer;
  }) {
    return this.app.inject({ ...options, headers: { ...this.headers, ...options.headers } });
  }
}

export interface TestMember {
  readonly client: TestClient;
  readonly accountId: string;
  readonly membershipId: string;
  readonly email: string;
}

export const TEST_PASSWORD = 'correct horse battery';

export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly config: Config;
  readonly anonymous: TestClient;
  organization(name: string): Promise<string>;
  member(organizationId: string, role: Role, email?: string): Promise<TestMember>;
  clientWith(headers: Record<string, string>): TestClient;
  close(): Promise<void>;
}

let counter = 0;

async function boot(config: Config, database: TestDatabase): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const app = await createApplication({
    config,
    logger,
    metrics,
    module: AppModule.forRoot({ config, urls: database.urls, logger, metrics }),
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** The real application on a real database of its own. A suite that needs jobs to run asks for it: `{ RUN_WORKERS: 'true' }`. */
export async function startTestApplication(
  environment: Record<string, string> = {},
  template?: string,
): Promise<TestApplication> {
  const database = await createTestDatabase(template);
  const config: Config = {
    ...readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      DATABASE_POOL: '6',
      RUN_WORKERS: 'false',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'touchstone-test-data-')),
      ...environment,
    }),
    secretKey: 'a secret key that only tests use, 32+',
  };
  const app = await boot(config, database).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const provisioning = app.get(ProvisioningService);
  const anonymous = new TestClient(app, { [CSRF_HEADER]: '1' });
  return {
    app,
    database,
    config,
    anonymous,
    organization: (name) => provisioning.createOrganization({ name, timeZone: 'UTC' }, 'test'),
    member: async (organizationId, role, email = `${role}.${(counter += 1)}@example.org`) => {
      const added = await provisioning.addMember(
        organizationId,
        { email, name: `A ${role}`, role, password: TEST_PASSWORD },
        'test',
      );
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({
          query:
            'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }',
          variables: { email, password: TEST_PASSWORD },
        }),
      });
      const cookie = response.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;
      if (!cookie) throw new Error(`Signing in as ${email} gave no session: ${response.body}`);
      return {
        client: new TestClient(app, { cookie: `${SESSION_COOKIE}=${cookie}`, [CSRF_HEADER]: '1' }),
        email,
        ...added,
      };
    },
    clientWith: (headers) => new TestClient(app, { [CSRF_HEADER]: '1', ...headers }),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
