import { unitChoices } from './unit-choices.js';

describe('unitChoices', () => {
  it('lists every unit under its parent, named by the way to it', () => {
    expect(
      unitChoices([
        { id: 'c', parentId: 'a', name: 'Cards' },
        { id: 'a', parentId: null, name: 'Retail' },
        { id: 'b', parentId: null, name: 'Risk' },
      ]),
    ).toEqual([
      { value: 'a', label: 'Retail' },
      { value: 'c', label: 'Retail › Cards' },
      { value: 'b', label: 'Risk' },
    ]);
  });

  it('keeps a unit whose parent is not listed', () => {
    expect(unitChoices([{ id: 'x', parentId: 'gone', name: 'X' }])).toEqual([{ value: 'x', label: 'X' }]);
  });
});
