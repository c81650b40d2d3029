import { reorganisationInput } from './reorganisation-input.js';

const choices = { from: 'a', to: 'b', day: '2026-01-01', parts: [], chosen: null };

it('asks nothing until both teams, a day and at least one touchpoint are chosen', () => {
  expect(reorganisationInput({ ...choices, from: null })).toBeNull();
  expect(reorganisationInput({ ...choices, to: null })).toBeNull();
  expect(reorganisationInput({ ...choices, day: '' })).toBeNull();
  expect(reorganisationInput({ ...choices, chosen: [] })).toBeNull();
});

it('means every part and every touchpoint where none is named', () => {
  const everything = { fromTeamId: 'a', toTeamId: 'b', day: '2026-01-01', responsibilities: null, touchpointIds: null };
  expect(reorganisationInput(choices)).toEqual(everything);
  expect(reorganisationInput({ ...choices, parts: ['ACCOUNTABLE'], chosen: ['t'] })).toEqual({
    ...everything,
    responsibilities: ['ACCOUNTABLE'],
    touchpointIds: ['t'],
  });
});
