import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { toAppError } from './app-error.js';

const refused = (message: string, extensions?: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message, extensions }] });

describe('toAppError', () => {
  it('keeps the fields of a validation error and the server’s sentence', () => {
    const fields = [{ path: 'name', code: 'TOO_LONG', message: 'At most 200 characters.' }];
    expect(toAppError(refused('Check the form.', { code: 'VALIDATION', fields }))).toMatchObject({
      code: 'VALIDATION',
      message: 'Check the form.',
      fields,
    });
  });

  it('keeps the present state of a lost race', () => {
    expect(toAppError(refused('Changed.', { code: 'CONFLICT', current: { version: 4 } }))).toMatchObject({
      code: 'CONFLICT',
      current: { version: 4 },
    });
  });

  it('says nothing of an internal error but its log id', () => {
    expect(toAppError(refused('relation "x" does not exist', { code: 'INTERNAL', logId: 'ab12' }))).toEqual({
      code: 'INTERNAL',
      logId: 'ab12',
    });
  });

  it('keeps the rule and the sentence of a refusal by the domain', () => {
    expect(toAppError(refused('This account is locked.', { code: 'ACCOUNT_LOCKED' }))).toMatchObject({
      code: 'REFUSED',
      rule: 'ACCOUNT_LOCKED',
      message: 'This account is locked.',
    });
  });

  it('treats a complaint of the GraphQL server as internal', () => {
    expect(toAppError(refused('?', { code: 'GRAPHQL_PARSE_FAILED' }))).toMatchObject({ code: 'INTERNAL' });
  });

  it('tells a lost connection from an error of the server', () => {
    expect(toAppError(new TypeError('Failed to fetch'))).toEqual({ code: 'OFFLINE' });
    expect(toAppError(new Error('boom'))).toEqual({ code: 'INTERNAL' });
  });
});
