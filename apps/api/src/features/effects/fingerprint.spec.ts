import { canonicalJson, fingerprintOf } from './fingerprint.js';

describe('fingerprintOf', () => {
  it('does not depend on the order of keys, and does on everything else', () => {
    const one = { b: [1, { y: null, x: 'ü' }], a: 0.1 };
    const same = { a: 0.1, b: [1, { x: 'ü', y: null }] };
    expect(fingerprintOf(one)).toEqual(fingerprintOf(same));
    expect(fingerprintOf(one)).not.toEqual(fingerprintOf({ ...same, b: [{ x: 'ü', y: null }, 1] }));
    expect(fingerprintOf({ a: 1 })).not.toEqual(fingerprintOf({ a: '1' }));
  });

  it('leaves out what JSON does not carry', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, -0, 1e21] })).toBe('{"a":[null,0,1e+21]}');
  });
});
