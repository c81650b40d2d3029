import { abilitiesOf } from './abilities.js';

const member = (role: string) => abilitiesOf({ membershipId: 'm1', role, teamIds: [] });

it('shows a door exactly to the roles that the shared abilities open it for', () => {
  expect(member('ADMINISTRATOR')('read', 'AuditTrail')).toBe(true);
  expect(member('PROGRAMME_OFFICE')('create', 'Assessment')).toBe(true);
  expect(member('EXECUTIVE')('create', 'Assessment')).toBe(false);
  expect(member('CONTRIBUTOR')('read', 'AuditTrail')).toBe(false);
});

it('opens only what everybody has to a role it does not know', () => {
  expect(member('SOMETHING_NEWER')('create', 'Assessment')).toBe(false);
  expect(member('SOMETHING_NEWER')('read', 'AuditTrail')).toBe(false);
});
