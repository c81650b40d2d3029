import { organizationLines } from './organization-lines.js';

const totals = {
  touchpoints: 0,
  measured: 0,
  fresh: 0,
  metrics: 0,
  perception: null,
  lower: null,
  upper: null,
  n: 0,
  outlooks: [],
};
const unit = (unitId: string, parentId: string | null = null) => ({ unitId, parentId, name: unitId, totals });
const team = (teamId: string, businessUnitId: string | null) => ({ teamId, businessUnitId, name: teamId, totals });

it('puts teams below their units, units below theirs, and loses nobody whose unit is archived', () => {
  const lines = organizationLines({
    units: [unit('north'), unit('retail', 'north'), unit('stray', 'archived')],
    teams: [team('branches', 'retail'), team('staff', 'north'), team('alone', null), team('left', 'archived')],
  });
  expect(lines.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    '0 north',
    '1 retail',
    '2 branches',
    '1 staff',
    '0 stray',
    '0 alone',
    '0 left',
  ]);
});
