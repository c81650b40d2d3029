import { undeclaredBreaks } from './check-schema.mjs';

const released = 'type Query { wave(id: ID!): Wave } type Wave { id: ID! name: String! }';

describe('the check for breaking changes of the API', () => {
  it('lets additions pass', () => {
    expect(undeclaredBreaks(released, released.replace('name:', 'state: String name:'), '')).toEqual([]);
  });
  it('names what a client would miss', () => {
    expect(undeclaredBreaks(released, released.replace(' name: String!', ''), '')).toEqual(['Wave.name was removed.']);
  });
  it('lets a declared break pass, and no other', () => {
    const present = released.replace(' name: String!', '').replace('id: ID!)', 'id: ID!, at: Int!)');
    expect(undeclaredBreaks(released, present, '# Breaks\n\n- Wave.name was removed.\n')).toEqual([
      'A required arg at on Query.wave was added.',
    ]);
  });
});
