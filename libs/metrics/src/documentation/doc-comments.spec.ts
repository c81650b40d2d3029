import * as library from '../index.js';
import { declarations } from './source-comments.factory.js';

const all = declarations();
const exported = new Set(Object.keys(library));

describe('doc comments', () => {
  it.each(all.map(({ file, kind, name, comment }) => [`${file} ${name}`, kind, comment]))(
    '%s',
    (where, kind, comment) => {
      expect(comment).not.toBe('');
      if (kind !== 'function' || !exported.has(where.split(' ')[1]!)) return;
      expect(comment).toMatch(/^Formula/m);
      expect(comment).toMatch(/^Units:/m);
      expect(comment).toMatch(/^Source:/m);
      expect(comment).toMatch(/^@throws /m);
      expect(comment).toMatch(/^@example$/m);
    },
  );

  it('stand beside every function that the library exports', () => {
    const names = new Set(all.filter(({ kind }) => kind === 'function').map(({ name }) => name));
    expect([...exported].filter((name) => !names.has(name))).toEqual([]);
  });
});
