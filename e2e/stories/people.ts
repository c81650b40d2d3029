import type { BrowserContextOptions } from 'playwright-core';
import type { Stage, Visitor } from '../browser/stage.js';

export type Role = 'ADMINISTRATOR' | 'PROGRAMME_OFFICE' | 'TEAM_LEAD' | 'EXECUTIVE' | 'CONTRIBUTOR';

export const NEW_PASSWORD = 'a sentence is a good password';

const address = (name: string): string => `${name.toLowerCase().replace(/\W+/g, '.')}@harbour-bank.example`;

export interface Newcomer extends Visitor {
  readonly email: string;
  readonly name: string;
}

/** A member nobody else plays: what such a scenario changes of the account disturbs no other. */
export async function newMember(
  stage: Stage,
  name: string,
  role: Role,
  { locale = 'en', ...options }: BrowserContextOptions & { locale?: string } = {},
): Promise<Newcomer> {
  const administrator = await stage.member('admin@harbour-bank.example');
  const email = address(name);
  const { invitePerson } = await administrator.api.ask<{ invitePerson: { link: string } }>(
    `mutation ($email: String!, $name: String!, $role: Role!) {
      invitePerson(email: $email, name: $name, role: $role, teamIds: [], leadOfTeamIds: []) { link }
    }`,
    { email, name, role },
  );
  const visitor = await stage.stranger({ ...options, locale });
  await visitor.api.ask(
    `mutation ($token: String!, $name: String!, $password: String!) {
      acceptMembershipInvitation(token: $token, name: $name, password: $password) { userId }
    }`,
    { token: invitePerson.link.slice(invitePerson.link.indexOf('#') + 1), name, password: NEW_PASSWORD },
  );
  await visitor.api.ask(
    'mutation ($name: String!, $locale: String!) { updateProfile(name: $name, locale: $locale) { locale } }',
    {
      name,
      locale,
    },
  );
  return { ...visitor, email, name };
}
