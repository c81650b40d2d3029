import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import {
  startTestApplication,
  type TestApplication,
  type TestClient,
  type TestMember,
} from '../../../test/test-application.js';

const TOKEN = 'id name scopes createdAt expiresAt lastUsedAt revokedAt';
const LIST = `{ accessTokens { ${TOKEN} } }`;
const CREATE = `mutation ($name: String!, $scopes: [AccessTokenScope!]!, $expiresAt: DateTime!) {
  createAccessToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) { secret accessToken { ${TOKEN} } } }`;
const REVOKE = `mutation ($id: ID!) { revokeAccessToken(id: $id) { ${TOKEN} } }`;
const CREATE_UNIT = 'mutation ($name: String!) { createBusinessUnit(name: $name) { id } }';
const ORGANIZATION = '{ organization { name } }';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('access tokens', () => {
  let application: TestApplication;
  let organizationId: string;
  let office: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    office = await application.member(organizationId, 'programme_office');
  });
  afterAll(() => application.close());

  const create = async (
    scopes: string[],
    owner = office,
  ): Promise<{ id: string; secret: string; client: TestClient }> => {
    const { createAccessToken: issued } = await owner.client.data(CREATE, {
      name: 'Nightly script',
      scopes,
      expiresAt: inDays(30),
    });
    return { id: issued.accessToken.id, secret: issued.secret, client: bearer(issued.secret) };
  };
  const bearer = (secret: string): TestClient =>
    application.clientWith({ authorization: `Bearer ${secret}`, 'x-touchstone-csrf': '' });

  it('are shown once, recognisable, and kept as a hash', async () => {
    const { secret, id } = await create(['READ', 'EXPORT', 'READ']);
    expect(secret).toMatch(/^tsp_[\w-]{22}\.[\w-]{43}$/);
    expect((await office.client.data(LIST)).accessTokens).toEqual([
      {
        id,
        name: 'Nightly script',
        scopes: ['READ', 'EXPORT'],
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        lastUsedAt: null,
        revokedAt: null,
      },
    ]);
    const [stored] = await application.database.query(
      `SELECT t::text || (SELECT string_agg(e::text, '') FROM audit_event e WHERE organization_id = $1) AS everything
       FROM access_token t WHERE organization_id = $1`,
      [organizationId],
    );
    expect(stored?.['everything']).not.toContain(secret.split('.')[1]);
    expect(await countStatements(() => office.client.data(LIST))).toBe(ONE_READ);
  });

  it('act as their owner without cookie or CSRF header, resolved in one statement', async () => {
    const { client } = await create(['READ']);
    expect(await client.data(ORGANIZATION)).toEqual({ organization: { name: 'Harbour Bank' } });
    expect(await countStatements(() => client.data(ORGANIZATION))).toBe(ONE_READ);
  });

  it('do what their scopes say and never more than the role of their owner', async () => {
    const reader = await create(['READ']);
    const writer = await create(['WRITE']);
    expect(await reader.client.errorCode(CREATE_UNIT, { name: 'Retail' })).toBe('FORBIDDEN');
    expect(await writer.client.errorCode(ORGANIZATION)).toBe('FORBIDDEN');
    await writer.client.data(CREATE_UNIT, { name: 'Retail' });
    const contributor = await application.member(organizationId, 'contributor');
    const everything = await create(['READ', 'WRITE', 'IMPORT', 'EXPORT'], contributor);
    expect(await everything.client.errorCode(CREATE_UNIT, { name: 'Mine' })).toBe('FORBIDDEN');
    const [event] = await application.database.query(
      `SELECT actor_kind, actor_id FROM audit_event WHERE organization_id = $1 AND act = 'business_unit.created'`,
      [organizationId],
    );
    expect(event).toEqual({ actor_kind: 'token', actor_id: office.membershipId });
  });

  it('make no other tokens and do not touch the account', async () => {
    const { client, id } = await create(['READ', 'WRITE', 'IMPORT', 'EXPORT']);
    const again = { name: 'Another', scopes: ['READ'], expiresAt: inDays(300) };
    expect(await client.errorCode(CREATE, again)).toBe('FORBIDDEN');
    expect(await client.errorCode(REVOKE, { id })).toBe('FORBIDDEN');
    expect(await client.errorCode('mutation { updateProfile(name: "X", locale: "en") { name } }')).toBe('FORBIDDEN');
    expect(await client.errorCode('mutation { signOut }')).toBe('FORBIDDEN');
    expect((await client.data(LIST)).accessTokens).toHaveLength(1);
  });

  it('note their use once a minute at most', async () => {
    const { client, id } = await create(['READ']);
    const used = async (): Promise<Date> =>
      (await application.database.query('SELECT last_used_at AS at FROM access_token WHERE id = $1', [id]))[0]?.['at'];
    await client.data(ORGANIZATION);
    const first = await used();
    expect(Date.now() - first.getTime()).toBeLessThan(10_000);
    await client.data(ORGANIZATION);
    expect(await used()).toEqual(first);
    await application.database.query(
      `UPDATE access_token SET last_used_at = last_used_at - interval '61 s' WHERE id = $1`,
      [id],
    );
    await client.data(ORGANIZATION);
    expect((await used()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('are void once expired, revoked or without their owner', async () => {
    const [expired, revoked, orphaned] = [await create(['READ']), await create(['READ']), await create(['READ'])];
    await application.database.query(`UPDATE access_token SET expires_at = now() WHERE id = $1`, [expired.id]);
    expect(await expired.client.errorCode(ORGANIZATION)).toBe('UNAUTHENTICATED');

    const { revokeAccessToken } = await office.client.data(REVOKE, { id: revoked.id });
    expect(revokeAccessToken).toMatchObject({ id: revoked.id, revokedAt: expect.any(String) });
    expect(await revoked.client.errorCode(ORGANIZATION)).toBe('UNAUTHENTICATED');
    expect((await office.client.data(REVOKE, { id: revoked.id })).revokeAccessToken).toEqual(revokeAccessToken);

    expect(await orphaned.client.errorCode(ORGANIZATION)).toBeUndefined();
    await application.database.query('UPDATE membership SET valid_to = now() WHERE id = $1', [office.membershipId]);
    expect(await orphaned.client.errorCode(ORGANIZATION)).toBe('UNAUTHENTICATED');
  });

  it('follow the role of their owner at once', async () => {
    const { client } = await create(['WRITE']);
    await application.database.query(`UPDATE membership SET role = 'contributor' WHERE id = $1`, [office.membershipId]);
    expect(await client.errorCode(CREATE_UNIT, { name: 'Late' })).toBe('FORBIDDEN');
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ scopes: [] }, 'scopes'],
    [{ expiresAt: inDays(-1) }, 'expiresAt'],
    [{ expiresAt: inDays(367) }, 'expiresAt'],
  ])('are not made with %j', async (change, path) => {
    const token = { name: 'Script', scopes: ['READ'], expiresAt: inDays(365), ...change };
    const { errors } = await office.client.graphql(CREATE, token);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path }] });
  });

  it('are revoked by their owner or an administrator, and exist for nobody else', async () => {
    const token = await create(['READ']);
    const colleague = await application.member(organizationId, 'programme_office');
    expect((await colleague.client.data(LIST)).accessTokens).toEqual([]);
    expect(await colleague.client.errorCode(REVOKE, { id: token.id })).toBe('NOT_FOUND');
    const stranger = await application.member(await application.organization('Another'), 'administrator');
    for (const id of [token.id, 'nonsense']) {
      expect(await stranger.client.errorCode(REVOKE, { id })).toBe('NOT_FOUND');
    }
    expect(await token.client.errorCode(ORGANIZATION)).toBeUndefined();
    const administrator = await application.member(organizationId, 'administrator');
    await administrator.client.data(REVOKE, { id: token.id });
    expect(await token.client.errorCode(ORGANIZATION)).toBe('UNAUTHENTICATED');
  });

  it('of one organisation are nothing in another, and nonsense is nothing anywhere', async () => {
    const { secret } = await create(['READ']);
    const other = Buffer.from((await application.organization('Another')).replaceAll('-', ''), 'hex');
    const forged = `tsp_${other.toString('base64url')}.${secret.split('.')[1]}`;
    for (const wrong of [forged, secret.slice(4), secret.slice(0, -1), `${secret}x.y`, 'nonsense', '']) {
      expect(await bearer(wrong).errorCode(ORGANIZATION)).toBe('UNAUTHENTICATED');
    }
  });
});
