import { matchGroups, type NamedRaterGroup } from './match-groups.js';

const group = (id: string, kind: NamedRaterGroup['kind'], name = id): NamedRaterGroup => ({ id, kind, name });

describe('matchGroups', () => {
  it('matches by kind and name, whatever the case and width of the letters', () => {
    const before = [group('1', 'front_line', 'Branches'), group('2', 'front_line', 'Call centre')];
    const after = [group('b', 'front_line', 'call centre '), group('a', 'front_line', 'Ｂｒａｎｃｈｅｓ')];
    expect(matchGroups(before, after)).toEqual({
      pairs: [
        { before: '1', after: 'a' },
        { before: '2', after: 'b' },
      ],
      unmatchedBefore: [],
      unmatchedAfter: [],
    });
  });

  it('follows a group that was renamed when it is the only one of its kind', () => {
    const match = matchGroups([group('1', 'executives', 'Board')], [group('a', 'executives', 'Executive committee')]);
    expect(match.pairs).toEqual([{ before: '1', after: 'a' }]);
  });

  it('guesses neither between two nor between groups of no kind', () => {
    const before = [group('1', 'partners', 'Agencies'), group('2', 'other', 'Students')];
    const after = [
      group('a', 'partners', 'Press'),
      group('b', 'partners', 'Suppliers'),
      group('c', 'other', 'Pensioners'),
    ];
    expect(matchGroups(before, after)).toEqual({
      pairs: [],
      unmatchedBefore: ['1', '2'],
      unmatchedAfter: ['a', 'b', 'c'],
    });
  });
});
