import { type MergedPainPoint, type MergeRefusal, refuseMerge } from './pain-point-merge.js';

const painPoint = (id: string, more: Partial<MergedPainPoint> = {}): MergedPainPoint => ({
  id,
  kind: 'single',
  state: 'new',
  commonId: null,
  archived: false,
  merged: false,
  ...more,
});

describe('merging pain points', () => {
  const cases: [string, MergedPainPoint, MergedPainPoint, MergeRefusal | null][] = [
    ['single into single', painPoint('a'), painPoint('b'), null],
    [
      'single into the common one it belongs to',
      painPoint('a', { commonId: 'b' }),
      painPoint('b', { kind: 'common' }),
      null,
    ],
    ['common into common', painPoint('a', { kind: 'common' }), painPoint('b', { kind: 'common' }), null],
    ['into itself', painPoint('a'), painPoint('a'), 'ITSELF'],
    ['one that was merged', painPoint('a', { merged: true, archived: true }), painPoint('b'), 'MERGED'],
    ['into one that was merged', painPoint('a'), painPoint('b', { merged: true, archived: true }), 'MERGED'],
    ['an archived one', painPoint('a', { archived: true }), painPoint('b'), 'ARCHIVED'],
    ['into an archived one', painPoint('a'), painPoint('b', { archived: true }), 'ARCHIVED'],
    ['into a dismissed one', painPoint('a'), painPoint('b', { state: 'dismissed' }), 'DISMISSED'],
    ['a dismissed one', painPoint('a', { state: 'dismissed' }), painPoint('b'), null],
    [
      'a common one into one it gathers',
      painPoint('a', { kind: 'common' }),
      painPoint('b', { commonId: 'a' }),
      'CIRCLE',
    ],
    ['a common one into a single one', painPoint('a', { kind: 'common' }), painPoint('b'), 'KIND'],
    ['a single one into a false highlight', painPoint('a'), painPoint('b', { kind: 'false_highlight' }), 'KIND'],
    [
      'a false highlight into a common one',
      painPoint('a', { kind: 'false_highlight' }),
      painPoint('b', { kind: 'common' }),
      'KIND',
    ],
  ];
  it.each(cases)('%s', (_, goes, stays, refusal) => expect(refuseMerge(goes, stays)).toBe(refusal));
});
