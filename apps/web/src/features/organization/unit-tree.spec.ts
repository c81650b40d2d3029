import { flatten, unitTree, withDescendants } from './unit-tree.js';

const unit = (id: string, parentId: string | null, name = id) => ({ id, parentId, name });
const units = [
  unit('cards', 'retail'),
  unit('retail', null),
  unit('wealth', null),
  unit('branches', 'retail'),
  unit('debit', 'cards'),
];

describe('unitTree', () => {
  it('hangs every unit under its parent, siblings by name', () => {
    const rows = flatten(unitTree(units, 'en')).map(({ unit: { id }, depth }) => `${'-'.repeat(depth)}${id}`);
    expect(rows).toEqual(['retail', '-branches', '-cards', '--debit', 'wealth']);
  });

  it('keeps a unit whose parent is not shown', () => {
    expect(flatten(unitTree([unit('cards', 'archived')], 'en')).map(({ depth }) => depth)).toEqual([0]);
  });

  it('knows where a unit may not be moved to', () => {
    expect([...withDescendants(unitTree(units, 'en'), 'retail')].sort()).toEqual([
      'branches',
      'cards',
      'debit',
      'retail',
    ]);
    expect(withDescendants(unitTree(units, 'en'), 'unknown').size).toBe(0);
  });
});
