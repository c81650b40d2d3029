// Makes a mistyped key a compile error. English is the list of keys; parity with Chinese is a test.
import 'i18next';
import type account from './en/account.json';
import type audit from './en/audit.json';
import type errors from './en/errors.json';
import type home from './en/home.json';
import type jobs from './en/jobs.json';
import type organization from './en/organization.json';
import type people from './en/people.json';
import type shell from './en/shell.json';
import type teams from './en/teams.json';
import type tokens from './en/tokens.json';
import type ui from './en/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    enableSelector: false;
    resources: {
      account: typeof account;
      audit: typeof audit;
      errors: typeof errors;
      home: typeof home;
      jobs: typeof jobs;
      organization: typeof organization;
      people: typeof people;
      shell: typeof shell;
      teams: typeof teams;
      tokens: typeof tokens;
      ui: typeof ui;
    };
  }
}
