import { ALERT_ACTS, ALERT_STATES, alertAfter, snoozeProblem } from './alert-state.js';
import { dueLevel } from './escalation.js';

describe('the state of an alert', () => {
  it.each([
    ['open', 'acknowledge', 'acknowledged'],
    ['open', 'snooze', 'snoozed'],
    ['open', 'close', 'closed'],
    ['acknowledged', 'snooze', 'snoozed'],
    ['acknowledged', 'close', 'closed'],
    ['snoozed', 'wake', 'open'],
    ['snoozed', 'acknowledge', 'acknowledged'],
    ['snoozed', 'snooze', 'snoozed'],
    ['closed', 'reopen', 'open'],
    ['closed', 'note', 'closed'],
    ['acknowledged', 'assign', 'acknowledged'],
    ['snoozed', 'escalate', 'snoozed'],
  ] as const)('%s, %s: %s', (state, act, after) => expect(alertAfter(state, act)).toBe(after));

  it('takes nothing but a note and a reopening once it is closed', () => {
    expect(ALERT_ACTS.filter((act) => alertAfter('closed', act) !== null)).toEqual(['reopen', 'note']);
  });

  it('is acknowledged once', () => expect(alertAfter('acknowledged', 'acknowledge')).toBeNull());

  it('is reopened only when closed', () => {
    expect(ALERT_STATES.filter((state) => alertAfter(state, 'reopen') !== null)).toEqual(['closed']);
  });
});

describe('snoozing', () => {
  const now = new Date('2026-11-22T09:00:00Z');
  it.each([
    ['2026-11-22T09:00:00Z', 'in_the_past'],
    ['2026-11-21T09:00:00Z', 'in_the_past'],
    ['2026-11-22T09:00:01Z', null],
    ['2027-02-20T09:00:00Z', null],
    ['2027-02-20T09:00:01Z', 'too_far'],
  ])('until %s: %p', (until, problem) => expect(snoozeProblem(new Date(until), now)).toBe(problem));
});

describe('escalation', () => {
  const rule = { officeAfterHours: 48, executiveAfterHours: 168 };
  const at = (hours: number, changes: object = {}) =>
    dueLevel(rule, { state: 'open', severity: 'warning', openSince: 0, level: 0, ...changes }, hours * 3_600_000);
  it.each([
    [47.9, {}, 0],
    [48, {}, 1],
    [167.9, { level: 1 }, 1],
    [168, { level: 1 }, 2],
    [500, {}, 2],
    [1, { level: 2 }, 2],
    [500, { state: 'acknowledged' }, 0],
    [500, { state: 'snoozed', level: 1 }, 1],
    [500, { severity: 'notice' }, 0],
  ] as const)('after %p hours, %j: level %p', (hours, changes, level) => expect(at(hours, changes)).toBe(level));
});
