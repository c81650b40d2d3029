// Makes a mistyped key a compile error. English is the list of keys; parity with Chinese is a test.
import 'i18next';
import type account from './en/account.json';
import type errors from './en/errors.json';
import type home from './en/home.json';
import type shell from './en/shell.json';
import type ui from './en/ui.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    enableSelector: false;
    resources: {
      account: typeof account;
      errors: typeof errors;
      home: typeof home;
      shell: typeof shell;
      ui: typeof ui;
    };
  }
}
