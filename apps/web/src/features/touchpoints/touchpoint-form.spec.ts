import { EMPTY_TOUCHPOINT, toInput, valuesOf } from './touchpoint-form.js';

it('takes of what was read only what the form may change', () => {
  const read = { ...EMPTY_TOUCHPOINT, name: 'Counter', noWaiting: 'BROKEN' as const, id: 'x', version: 3 };
  expect(valuesOf(read)).toEqual({ ...EMPTY_TOUCHPOINT, name: 'Counter', noWaiting: 'BROKEN' });
});

it('sends texts without the space around them and choices not made as null', () => {
  expect(toInput({ ...EMPTY_TOUCHPOINT, name: ' Counter ', description: ' At the desk\n' })).toEqual({
    ...EMPTY_TOUCHPOINT,
    name: 'Counter',
    description: 'At the desk',
  });
});
