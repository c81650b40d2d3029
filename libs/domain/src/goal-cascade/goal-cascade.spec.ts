import { judgedTarget, jointOf, metricJoint } from './index.js';

const target = (dueOn: string, value = 10, historical = false) => ({ dueOn, value, upperValue: null, historical });
const TODAY = '2026-06-15';

describe('the target that judges', () => {
  it('is the next one due, then the last; never one put on record as history', () => {
    const due = (...targets: ReturnType<typeof target>[]) => judgedTarget(targets, TODAY)?.dueOn;
    expect(due(target('2026-12-31'), target('2026-06-30'), target('2026-01-01'))).toBe('2026-06-30');
    expect(due(target('2026-06-15'), target('2026-06-30'))).toBe('2026-06-15');
    expect(due(target('2025-12-31'), target('2026-01-01'))).toBe('2026-01-01');
    expect(due(target('2025-12-31', 10, true))).toBeUndefined();
  });
});

describe('a metric in the cascade', () => {
  it.each([
    [[], 20, 'no_target', ['metric_without_target']],
    [[target('2026-12-31')], 20, 'met', []],
    [[target('2026-12-31')], 5, 'not_due', []],
    [[target('2026-12-31')], null, 'no_data', []],
    [[target('2026-01-31')], 5, 'not_met', ['target_overdue']],
    [[target('2026-01-31')], null, 'no_data', ['target_overdue']],
    [[target('2026-01-31')], 20, 'met', []],
    [[target('2026-01-31'), target('2026-12-31', 30)], 20, 'not_due', []],
  ] as const)('with targets %j at %p is %s', (targets, actual, status, findings) => {
    expect(metricJoint('higher', judgedTarget(targets, TODAY) ?? null, TODAY, actual)).toEqual({ status, findings });
  });
});

describe('a joint', () => {
  it.each([
    [['met', 'met'], 'met'],
    [['met', 'not_due'], 'not_due'],
    [['met', 'no_data', 'not_due'], 'no_data'],
    [['met', 'not_met', 'no_data'], 'not_met'],
    [['verbal', 'no_target'], 'no_target'],
    [['met', 'verbal'], 'verbal'],
    [[], 'verbal'],
  ] as const)('of %j is %s', (parts, status) => {
    expect(jointOf(parts, 'verbal')).toBe(status);
  });
});
