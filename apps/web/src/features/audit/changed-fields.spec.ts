import { changedFields } from './changed-fields.js';

it('tells changes from facts and writes values as they are read', () => {
  expect(
    changedFields({
      name: { before: 'Cards', after: 'Cards and payments' },
      locales: { before: ['en'], after: ['en', 'zh-CN'] },
      archivedAt: { before: null, after: '2026-05-01T00:00:00Z' },
      rows: 120,
    }),
  ).toEqual([
    { field: 'name', before: 'Cards', after: 'Cards and payments', fact: false },
    { field: 'locales', before: '["en"]', after: '["en","zh-CN"]', fact: false },
    { field: 'archivedAt', before: '', after: '2026-05-01T00:00:00Z', fact: false },
    { field: 'rows', before: '', after: '120', fact: true },
  ]);
});

it('shows nothing for an event without details', () => {
  expect([changedFields(null), changedFields({})]).toEqual([[], []]);
});
