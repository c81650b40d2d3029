import { abilityFor, type Action, type Role, type Subject } from '@touchstone/domain';

/** What a page asks before it shows a door: an action on a kind of object, or on one object with the fields a rule looks at. */
export type Requirement = readonly [Action, Subject];
export type Can = (action: Action, subject: Subject) => boolean;

export interface Member {
  membershipId: string;
  role: string;
  teamIds: readonly string[];
}

/**
 * The abilities that the API enforces, asked here only to keep doors that would not open out of sight.
 * On a kind of object the answer is "for some of them, perhaps": the API decides for each.
 */
export function abilitiesOf({ membershipId, role, teamIds }: Member): Can {
  // The API's enum is the domain's word in capitals.
  const ability = abilityFor({ kind: 'member', membershipId, role: role.toLowerCase() as Role, teamIds });
  return (action, subject) => ability.can(action, subject);
}
