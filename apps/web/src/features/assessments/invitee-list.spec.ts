import { readInviteeList, splitFields } from './invitee-list.js';

const groups = [
  { id: 'g1', name: 'Front line' },
  { id: 'g2', name: '高管' },
];

describe('readInviteeList', () => {
  it('reads name, address and group whatever separates them', () => {
    const lines = readInviteeList(
      'Ana Berg, ana@example.org, Front line\n李明，li@example.org，高管\nBo\tbo@example.org\tfront LINE',
      groups,
    );
    expect(lines.map((line) => [line.name, line.email, line.raterGroupId, line.problem])).toEqual([
      ['Ana Berg', 'ana@example.org', 'g1', null],
      ['李明', 'li@example.org', 'g2', null],
      ['Bo', 'bo@example.org', 'g1', null],
    ]);
  });

  it('skips a heading line and blank lines but keeps the line numbers of the paste', () => {
    const lines = readInviteeList('name,email,group\n\nAna,ana@example.org,高管', groups);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.line).toBe(3);
  });

  it('takes a person without an address: the link is then handed over in person', () => {
    expect(readInviteeList('Ana,,Front line', groups)[0]).toMatchObject({
      name: 'Ana',
      email: '',
      raterGroupId: 'g1',
      problem: null,
    });
  });

  it('understands an address in angle brackets', () => {
    expect(readInviteeList('Ana Berg <ana@example.org>, 高管', groups)[0]).toMatchObject({
      name: 'Ana Berg',
      email: 'ana@example.org',
      raterGroupId: 'g2',
      problem: null,
    });
  });

  it.each([
    ['Ana, ana@example, Front line', 'bad-email'],
    ['Ana, ana@example.org, Somewhere', 'unknown-group'],
    ['Ana, ana@example.org', 'no-group'],
    [',,Front line', 'nobody'],
  ])('says what stands against %s', (text, problem) => {
    expect(readInviteeList(text, groups)[0]!.problem).toBe(problem);
  });

  it('names the second of two lines with the same address, not the first', () => {
    const lines = readInviteeList('A, a@example.org, 高管\nB, A@Example.org, 高管', groups);
    expect(lines.map((line) => line.problem)).toEqual([null, 'duplicate-email']);
  });

  it('puts lines without a group into the chosen one, or the only one there is', () => {
    expect(readInviteeList('A, a@example.org', groups, 'g2')[0]!.raterGroupId).toBe('g2');
    expect(readInviteeList('A, a@example.org', [groups[0]!])[0]!.raterGroupId).toBe('g1');
  });
});

describe('splitFields', () => {
  it('keeps a quoted separator inside its field', () => {
    expect(splitFields('"Berg, Ana"; ana@example.org')).toEqual(['Berg, Ana', 'ana@example.org']);
  });
});
