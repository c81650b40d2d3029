import { recomputeCsv } from './recompute-file.js';

it('lays the columns of the regression beside the buckets that it used', () => {
  const point = { n: 12, compared: null, expected: null };
  const csv = recomputeCsv({
    verdict: {
      inputs: {
        points: [
          { ...point, start: '2026-01-05', side: 'history', value: 6 },
          { ...point, start: '2026-01-12', side: 'before', value: 7, expected: 7 },
          { ...point, start: '2026-01-19', side: 'between', value: 7.5 },
          { ...point, start: '2026-01-26', side: 'after', value: 8, expected: 7 },
        ],
        run: {
          y: [7, 8],
          x: [
            [1, 0],
            [1, 1],
          ],
          times: [1, 3],
          weights: [12, 12],
          contrast: [0, 1],
        },
      },
    },
  });
  expect(csv.replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
    'start,side,value,n,compared,expected,weight,y,x1,x2',
    'contrast,,,,,,,,0,1',
    '2026-01-05,history,6,12,,,,,,',
    '2026-01-12,before,7,12,,7,12,7,1,0',
    '2026-01-19,between,7.5,12,,,,,,',
    '2026-01-26,after,8,12,,7,12,8,1,1',
  ]);
});
