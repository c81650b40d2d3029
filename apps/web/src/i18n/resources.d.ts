// Makes a mistyped key a compile error. English is the list of keys; parity with Chinese is a test.
import 'i18next';
import type account from './en/account.json';
import type alerts from './en/alerts.json';
import type assessments from './en/assessments.json';
import type audit from './en/audit.json';
import type comparison from './en/comparison.json';
import type decisions from './en/decisions.json';
import type ecosystem from './en/ecosystem.json';
import type errors from './en/errors.json';
import type feedback from './en/feedback.json';
import type fileImport from './en/fileImport.json';
import type goals from './en/goals.json';
import type home from './en/home.json';
import type imports from './en/imports.json';
import type initiatives from './en/initiatives.json';
import type job from './en/job.json';
import type jobs from './en/jobs.json';
import type metrics from './en/metrics.json';
import type series from './en/series.json';
import type journeys from './en/journeys.json';
import type models from './en/models.json';
import type observations from './en/observations.json';
import type opportunities from './en/opportunities.json';
import type organization from './en/organization.json';
import type ownership from './en/ownership.json';
import type people from './en/people.json';
import type personas from './en/personas.json';
import type results from './en/results.json';
import type scorecards from './en/scorecards.json';
import type shell from './en/shell.json';
import type teams from './en/teams.json';
import type touchpoints from './en/touchpoints.json';
import type tokens from './en/tokens.json';
import type ui from './en/ui.json';
import type work from './en/work.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    enableSelector: false;
    resources: {
      account: typeof account;
      alerts: typeof alerts;
      assessments: typeof assessments;
      audit: typeof audit;
      comparison: typeof comparison;
      decisions: typeof decisions;
      ecosystem: typeof ecosystem;
      errors: typeof errors;
      feedback: typeof feedback;
      fileImport: typeof fileImport;
      goals: typeof goals;
      home: typeof home;
      imports: typeof imports;
      initiatives: typeof initiatives;
      job: typeof job;
      jobs: typeof jobs;
      metrics: typeof metrics;
      series: typeof series;
      journeys: typeof journeys;
      models: typeof models;
      observations: typeof observations;
      opportunities: typeof opportunities;
      organization: typeof organization;
      ownership: typeof ownership;
      people: typeof people;
      personas: typeof personas;
      results: typeof results;
      scorecards: typeof scorecards;
      shell: typeof shell;
      teams: typeof teams;
      tokens: typeof tokens;
      touchpoints: typeof touchpoints;
      ui: typeof ui;
      work: typeof work;
    };
  }
}
