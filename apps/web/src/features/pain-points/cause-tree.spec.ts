import {
  addBelow,
  addBeside,
  asText,
  type Cause,
  type Causes,
  DEEPEST,
  indent,
  isChain,
  MOST,
  moveDown,
  moveUp,
  outdent,
  removed,
} from './cause-tree.js';

/** `a/b` is a with b below it: one letter a cause, as deep as it is indented. */
const tree = (...lines: string[]): Cause[] =>
  lines.map((line) => ({
    id: null,
    key: line.trim(),
    depth: line.length - line.trimStart().length,
    text: line.trim(),
    evidence: '',
    root: false,
  }));
const lines = (causes: Causes): string[] => causes.map(({ depth, text }) => `${' '.repeat(depth)}${text || '?'}`);

const SAMPLE = tree('a', ' b', '  c', ' d', 'e');

describe('a tree of causes', () => {
  it('takes one more why behind those that explain a cause, and another beside it behind all of its own', () => {
    expect(lines(addBelow(SAMPLE, 0))).toEqual(['a', ' b', '  c', ' d', ' ?', 'e']);
    expect(lines(addBelow(SAMPLE, 2))).toEqual(['a', ' b', '  c', '   ?', ' d', 'e']);
    expect(lines(addBeside(SAMPLE, 1))).toEqual(['a', ' b', '  c', ' ?', ' d', 'e']);
    expect(lines(addBeside([], 0))).toEqual(['?']);
  });

  it('moves a cause with all that hangs below it', () => {
    expect(lines(indent(SAMPLE, 4))).toEqual(['a', ' b', '  c', ' d', ' e']);
    expect(lines(indent(SAMPLE, 3))).toEqual(['a', ' b', '  c', '  d', 'e']);
    expect(lines(outdent(SAMPLE, 1))).toEqual(['a', ' d', 'b', ' c', 'e']);
    expect(lines(moveUp(SAMPLE, 3))).toEqual(['a', ' d', ' b', '  c', 'e']);
    expect(lines(moveDown(SAMPLE, 1))).toEqual(['a', ' d', ' b', '  c', 'e']);
    expect(lines(moveDown(SAMPLE, 0))).toEqual(['e', 'a', ' b', '  c', ' d']);
    expect(lines(removed(SAMPLE, 1))).toEqual(['a', ' d', 'e']);
  });

  it('stays as it is where there is nowhere to go', () => {
    for (const [act, index] of [
      [indent, 0],
      [indent, 1],
      [outdent, 0],
      [moveUp, 0],
      [moveUp, 1],
      [moveDown, 3],
      [moveDown, 4],
    ] as const)
      expect(lines(act(SAMPLE, index))).toEqual(lines(SAMPLE));
  });

  it('grows no deeper and no larger than can be kept', () => {
    const deep = Array.from({ length: DEEPEST + 1 }, (_, depth) => ({ ...SAMPLE[0]!, depth, key: String(depth) }));
    expect(addBelow(deep, DEEPEST)).toBe(deep);
    const beside = [...deep, { ...SAMPLE[0]!, depth: DEEPEST, key: 'last' }];
    expect(indent(beside, DEEPEST + 1)).toBe(beside);
    const many = Array.from({ length: MOST }, (_, key) => ({ ...SAMPLE[0]!, key: String(key) }));
    expect(addBeside(many, 0)).toBe(many);
  });

  it('is a chain of whys only without branches', () => {
    expect(isChain(tree('a', ' b', '  c'))).toBe(true);
    expect(isChain([])).toBe(true);
    expect(isChain(SAMPLE)).toBe(false);
  });

  it('reads as indented lines', () => expect(asText(tree('a', ' b'))).toBe('a\n\u2003b'));
});
