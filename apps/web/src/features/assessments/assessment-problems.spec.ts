import { emptyAssessment, toInput, type AssessmentValues } from './assessment-form.js';
import { assessmentProblems, type FormRules } from './assessment-problems.js';

const rules: FormRules = {
  now: new Date('2026-03-01T12:00:00Z'),
  timeZone: 'Asia/Shanghai',
  minimumGroupSize: 5,
};
const group = (name: string, expectedSize: number | '' = 20) => ({
  key: name,
  kind: 'OTHER' as const,
  name,
  expectedSize,
});
const valid: AssessmentValues = {
  ...emptyAssessment(rules.now, 5, rules.timeZone),
  name: 'Autumn',
  purpose: 'To learn where we stand.',
  modelVersionId: 'm1',
  raterGroups: [group('Front line')],
};
const codes = (over: Partial<AssessmentValues>, ruled: Partial<FormRules> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(assessmentProblems({ ...valid, ...over }, { ...rules, ...ruled })).map(([path, { code }]) => [
      path,
      code,
    ]),
  );

describe('assessmentProblems', () => {
  it('finds nothing wrong with a complete form', () => {
    expect(codes({})).toEqual({});
  });

  it.each<[Partial<AssessmentValues>, Record<string, string>]>([
    [{ name: '  ' }, { name: 'required' }],
    [{ purpose: 'x'.repeat(2001) }, { purpose: 'tooLong' }],
    [{ scopeKind: 'BUSINESS_UNIT' }, { businessUnitId: 'unitMissing' }],
    [{ periodStart: '2026-03-02', periodEnd: '2026-03-01' }, { periodEnd: 'periodOrder' }],
    [{ deadline: '' }, { deadline: 'notDate' }],
    [{ deadline: '2026-03-01T19:59' }, { deadline: 'deadlinePast' }],
    [{ minimumGroupSize: 4 }, { minimumGroupSize: 'minimumTooSmall' }],
    [{ minimumGroupSize: 101 }, { minimumGroupSize: 'minimumTooLarge' }],
    [{ raterGroups: [] }, { raterGroups: 'groupsMissing' }],
    [{ raterGroups: [group('A'), group(' a ')] }, { 'raterGroups.1.name': 'groupNameTwice' }],
    [{ raterGroups: [group('A', '')] }, { 'raterGroups.0.expectedSize': 'expectedTooSmall' }],
  ])('%j → %j', (over, expected) => {
    expect(codes(over)).toEqual(expected);
  });

  it('reads the deadline on the clock of the organisation: 20:01 in Shanghai is still ahead at noon UTC', () => {
    expect(codes({ deadline: '2026-03-01T20:01' })).toEqual({});
  });

  it('leaves a deadline that was already there alone', () => {
    expect(codes({ deadline: '2020-01-01T00:00' }, { deadlineKept: '2020-01-01T00:00' })).toEqual({});
  });
});

describe('toInput', () => {
  it('says null where a choice does not apply, and speaks in instants', () => {
    const input = toInput({ ...valid, businessUnitId: 'left over', deadline: '2026-03-15T18:00' }, rules.timeZone);
    expect(input).toMatchObject({
      businessUnitId: null,
      previousAssessmentId: null,
      deadline: '2026-03-15T10:00:00.000Z',
    });
  });

  it('does not move a deadline that nobody touched by its seconds', () => {
    const read = '2026-03-15T10:00:42.123Z';
    const values = { ...valid, deadline: '2026-03-15T18:00' };
    expect(toInput(values, rules.timeZone, read).deadline).toBe(read);
    expect(toInput({ ...values, deadline: '2026-03-16T18:00' }, rules.timeZone, read).deadline).toBe(
      '2026-03-16T10:00:00.000Z',
    );
  });
});
