import * as library from '../index.js';
import { declarations } from './source-comments.factory.js';
import { differences, evaluateExpected, exampleDifferences } from './worked-example.factory.js';

const documented = new Map(declarations().map((declaration) => [declaration.name, declaration]));
const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

describe('the worked example of every exported function', () => {
  it('finds the functions of the library', () => {
    expect(functions).toContain('wilsonInterval');
  });

  it.each(functions)('%s', (name) => {
    expect(exampleDifferences(documented.get(name)?.comment ?? '', library, name)).toEqual([]);
  });

  it('notices a wrong digit, a field too many and an example that is not there', () => {
    expect(differences(evaluateExpected('{ a: 0.25 }'), { a: 0.256 }, 'x')).toEqual(['x.a: 0.256']);
    expect(differences(evaluateExpected('{ a: 0.25 }'), { a: 0.2549, b: null }, 'x')).toEqual(['x.b: null']);
    expect(differences(evaluateExpected("{ a: '2of3', n: 3 }"), { a: '2of3', n: 3.0001 }, 'x')).toEqual([
      'x.n: 3.0001',
    ]);
    expect(exampleDifferences('Formula: a + b', library, 'x')).toHaveLength(1);
  });
});
