import { ROLES } from '@touchstone/domain';
import { countStatements, ONE_READ } from '../../../test/count-statements.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';

const SETTINGS = 'id name timeZone weekStart locales minimumGroupSize version';
const READ = `{ organization { ${SETTINGS} } }`;
const UPDATE = `mutation ($version: Int!, $name: String!, $timeZone: String!, $weekStart: Int!, $locales: [String!]!, $size: Int!) {
  updateOrganization(version: $version, name: $name, timeZone: $timeZone, weekStart: $weekStart, locales: $locales, minimumGroupSize: $size) { ${SETTINGS} }
}`;
const changed = {
  version: 1,
  name: 'Harbour Group',
  timeZone: 'Asia/Shanghai',
  weekStart: 7,
  locales: ['zh-CN'],
  size: 8,
};

describe('the organisation', () => {
  let application: TestApplication;
  let organizationId: string;
  let administrator: TestMember;

  beforeAll(async () => {
    application = await startTestApplication();
  });
  beforeEach(async () => {
    organizationId = await application.organization('Harbour Bank');
    administrator = await application.member(organizationId, 'administrator');
  });
  afterAll(() => application.close());

  it('is read by every member in one statement', async () => {
    for (const role of ROLES) {
      const member = await application.member(organizationId, role);
      const { organization } = await member.client.data(READ);
      expect(organization).toMatchObject({ id: organizationId, name: 'Harbour Bank', version: 1 });
    }
    expect(await countStatements(() => administrator.client.data(READ))).toBe(ONE_READ);
  });

  it('is changed by an administrator, and the change is on record', async () => {
    const { updateOrganization } = await administrator.client.data(UPDATE, changed);
    const expected = {
      id: organizationId,
      name: 'Harbour Group',
      timeZone: 'Asia/Shanghai',
      weekStart: 7,
      locales: ['zh-CN'],
      minimumGroupSize: 8,
      version: 2,
    };
    expect(updateOrganization).toEqual(expected);
    expect((await administrator.client.data(READ)).organization).toEqual(expected);
    const [event] = await application.database.query(
      `SELECT actor_kind, actor_id, changes FROM audit_event WHERE organization_id = $1 AND act = 'organization.updated'`,
      [organizationId],
    );
    expect(event).toMatchObject({
      actor_kind: 'member',
      actor_id: administrator.membershipId,
      changes: {
        name: { before: 'Harbour Bank', after: 'Harbour Group' },
        minimumGroupSize: { before: 5, after: 8 },
      },
    });
  });

  it('is not changed over what somebody else saved: the second sees both versions', async () => {
    await administrator.client.data(UPDATE, { ...changed, name: 'First' });
    const second = await administrator.client.graphql(UPDATE, { ...changed, name: 'Second' });
    expect(second.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { name: 'First', version: 2 } });
    expect((await administrator.client.data(READ)).organization.name).toBe('First');
  });

  it('lets one of two who save at once win', async () => {
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => administrator.client.errorCode(UPDATE, { ...changed, name })),
    );
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code === 'CONFLICT')).toHaveLength(2);
  });

  it('refuses settings that cannot be, each by name', async () => {
    const { errors } = await administrator.client.graphql(UPDATE, {
      version: 1,
      name: ' ',
      timeZone: 'Mars/Olympus',
      weekStart: 8,
      locales: ['fr'],
      size: 2,
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION',
      fields: ['name', 'timeZone', 'weekStart', 'locales', 'minimumGroupSize'].map((path) =>
        expect.objectContaining({ path }),
      ),
    });
  });

  it('is changed by no other role, and by nobody of another organisation', async () => {
    for (const role of ROLES.filter((each) => each !== 'administrator')) {
      const member = await application.member(organizationId, role);
      expect(await member.client.errorCode(UPDATE, changed)).toBe('FORBIDDEN');
    }
    expect(await application.anonymous.errorCode(UPDATE, changed)).toBe('UNAUTHENTICATED');
    const other = await application.member(await application.organization('Another'), 'administrator');
    await other.client.data(UPDATE, changed);
    expect((await administrator.client.data(READ)).organization).toMatchObject({ name: 'Harbour Bank', version: 1 });
  });
});
