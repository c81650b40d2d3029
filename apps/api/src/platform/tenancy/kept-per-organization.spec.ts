import { KeptPerOrganization } from './kept-per-organization.js';

describe('what is kept per organisation', () => {
  it('is found by the organisation it belongs to and by no other', () => {
    const kept = new KeptPerOrganization<string>({ organizations: 2, each: 2 });
    kept.keep('one', 'a', 'A');
    expect(kept.of('one').get('a')).toBe('A');
    expect(kept.of('two').get('a')).toBeUndefined();
  });

  it('makes room by letting the oldest go', () => {
    const kept = new KeptPerOrganization<string>({ organizations: 2, each: 2 });
    for (const id of ['a', 'b', 'b', 'c']) kept.keep('one', id, id);
    expect([...kept.of('one').keys()]).toEqual(['b', 'c']);
    for (const organization of ['two', 'three']) kept.keep(organization, 'a', 'a');
    expect(kept.of('one').size).toBe(0);
    expect(kept.of('three').size).toBe(1);
  });

  it('stays found by who looked before it went', () => {
    const kept = new KeptPerOrganization<string>({ organizations: 1, each: 1 });
    kept.keep('one', 'a', 'A');
    const seen = kept.of('one');
    kept.keep('one', 'b', 'B');
    expect(seen.get('a')).toBe('A');
  });
});
