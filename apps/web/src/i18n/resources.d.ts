// Makes a mistyped key a compile error. English is the list of keys; parity with Chinese is a test.
import 'i18next';
import type account from './en/account.json';
      assessments: typeof assessments;
      comparison: typeof comparison;
      imports: typeof imports;
      job: typeof job;
      models: typeof models;
      results: typeof results;
