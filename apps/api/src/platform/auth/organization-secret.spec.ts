import { randomBytes } from 'node:crypto';
import { v4, v7 } from 'uuid';
import { issueSecret, parseSecret } from './organization-secret.js';

describe('a secret that names its organisation', () => {
  it('is read back to its organisation and the hash that was kept', () => {
    for (const organizationId of [v7(), v4()]) {
      const { token, hash } = issueSecret(organizationId);
      expect(parseSecret(token)).toEqual({ organizationId, hash });
    }
  });

  it('never comes twice, and does not contain what is kept', () => {
    const organizationId = v7();
    const [one, two] = [issueSecret(organizationId), issueSecret(organizationId)];
    expect(one.token).not.toBe(two.token);
    expect(one.token).not.toContain(one.hash.toString('base64url'));
  });

  const organization = Buffer.from(v7().replaceAll('-', ''), 'hex').toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  it.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['an organisation alone', organization],
    ['a short secret', `${organization}.${randomBytes(31).toString('base64url')}`],
    ['a third part', `${organization}.${secret}.x`],
    ['an organisation that is no id', `${randomBytes(15).toString('base64url')}.${secret}`],
    ['bytes that are no UUID', `${Buffer.alloc(16, 0xcc).toString('base64url')}.${secret}`],
  ])('refuses %s', (_, token) => expect(parseSecret(token)).toBeNull());
});
