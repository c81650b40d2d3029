import { eventually } from '../../../test/eventually.js';
import { type SmtpServer, startSmtpServer } from '../../../test/smtp-server.js';
import { startTestApplication, type TestApplication, type TestMember } from '../../../test/test-application.js';
import { openWave, type OpenedWave } from '../../../test/wave.js';

const INVITE = `mutation ($id: ID!, $invitees: [InviteeInput!]!) {
  createInvitations(assessmentId: $id, invitees: $invitees, sendMail: true) { invitation { id } } }`;

describe('mailing invitations', () => {
  let smtp: SmtpServer;
  let application: TestApplication;
  let officer: TestMember;
  let wave: OpenedWave;

  beforeAll(async () => {
    smtp = await startSmtpServer((recipient) => (recipient.includes('left') ? '550 no such user' : undefined));
    application = await startTestApplication({ RUN_WORKERS: 'true', SMTP_URL: smtp.url });
    officer = await application.member(await application.organization('Harbour Bank'), 'programme_office');
    wave = await openWave(officer.client);
  });
  afterAll(async () => {
    await application.close();
    await smtp.stop();
  });

  it('goes on after an address that the mail server does not take, and says so', async () => {
    const invitees = ['wei@example.org', 'left.us@example.org', 'ana@example.org'].map((email) => ({
      email,
      raterGroupId: wave.groups[0]!.id,
    }));
    await officer.client.data(INVITE, { id: wave.id, invitees });
    const { jobs } = await eventually(
      () => officer.client.data('{ jobs(first: 1) { edges { node { name state attempts result } } } }'),
      ({ jobs: { edges } }) => ['COMPLETED', 'DEAD'].includes(edges[0]?.node.state),
    );
    expect(jobs.edges[0].node).toEqual({
      name: 'send-invitations',
      state: 'COMPLETED',
      attempts: 1,
      result: { sent: 2, refused: 1, skipped: 0 },
    });
    expect(smtp.received.map((letter) => /^To: (.*)\r$/m.exec(letter)?.[1])).toEqual([
      'wei@example.org',
      'ana@example.org',
    ]);
    const mailed = await application.database.query<{ email: string }>(
      'SELECT email FROM invitation WHERE mailed_at IS NOT NULL ORDER BY email',
    );
    expect(mailed.map(({ email }) => email)).toEqual(['ana@example.org', 'wei@example.org']);
  });
});
