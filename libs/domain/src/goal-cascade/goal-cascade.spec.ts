import { judgedTarget, jointOf, metricFindings } from './index.js';

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
    [null, 'no_target', ['metric_without_target']],
    [target('2026-12-31'), 'at_risk', []],
    [target('2026-01-31'), 'not_met', ['target_overdue']],
    [target('2026-01-31'), 'no_data', ['target_overdue']],
    [target('2026-01-31'), 'met', []],
  ] as const)('with the target %j, %s, has the findings %j', (judging, outlook, findings) => {
    expect(metricFindings(judging, outlook, TODAY)).toEqual(findings);
  });
});

describe('a joint', () => {
  it.each([
    [['met', 'met'], 'met'],
    [['met', 'open'], 'open'],
    [['met', 'on_course', 'open'], 'open'],
    [['met', 'no_data', 'open'], 'no_data'],
    [['verbal', 'at_risk', 'no_data'], 'at_risk'],
    [['met', 'not_met', 'at_risk'], 'not_met'],
    [['verbal', 'no_target'], 'no_target'],
    [['met', 'verbal'], 'verbal'],
    [['on_course', 'empty'], 'empty'],
    [[], 'verbal'],
  ] as const)('of %j is %s', (parts, status) => {
    expect(jointOf(parts, 'verbal')).toBe(status);
  });
});
