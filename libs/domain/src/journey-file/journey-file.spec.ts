import fc from 'fast-check';
import { EVIDENCE_KINDS, LIFECYCLE_STAGES, PLACEMENT_FACTORS, TEXT_LANES } from '../journey/index.js';
import {
  CHANNELS,
  DONT_CHECKS,
  EXISTENCES,
  JOURNEY_FORMAT,
  JOURNEY_STATES,
  type JourneyDocument,
  sameName,
  SERVICE_LEVELS,
} from './journey-document.js';
import type { FileLanguage } from './journey-file-words.js';
import { aboutMapSheet, evidenceSheet, type JourneySheet, mapSheet, touchpointsSheet } from './journey-sheets.js';
import { layoutOf, readJourneySheets, type TableToRead } from './read-journey-sheets.js';

const table = (sheet: JourneySheet): TableToRead => ({
  sheet: sheet.title,
  headers: sheet.columns,
  first: 2,
  rows: sheet.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
});
const csv = (text: string): TableToRead => {
  const [headers = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim().replaceAll('|', '\n')));
  return { sheet: null, headers, first: 2, rows };
};
const codes = (text: string) =>
  readJourneySheets([csv(text)], 'X').problems.map(({ code, row, column }) => [code, row, column]);

const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom('a', 'Z', '9', ' ', '是', '=', '-', "'", '"', ',', '\n', '😀', 'é'), {
      minLength: 1,
      maxLength,
    })
    .map((letters) => letters.join('').trim())
    .filter((each) => each !== '');
const name = text(12)
  .map((each) =>
    each
      .replace(/\s+/g, ' ')
      .replace(/^[-•*·]\s+/, '')
      .trim(),
  )
  .filter((each) => each !== '' && !/^\[[A-Z]+\]$/.test(each));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const moment = maybe(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const feeling = fc.oneof(
  fc.constant({ emotion: null, emotionN: null, emotionJudgedBy: null }),
  fc.record({
    emotion: fc.integer({ min: -3, max: 3 }),
    emotionN: fc.integer({ min: 1, max: 999 }),
    emotionJudgedBy: fc.constant(null),
  }),
  fc.record({ emotion: fc.integer({ min: -3, max: 3 }), emotionN: fc.constant(null), emotionJudgedBy: name }),
);
const evidence = fc.oneof(
  fc.record({ evidence: maybe(text(10)), evidenceKind: fc.constant(null), evidenceOn: fc.constant(null) }),
  fc.record({
    evidence: maybe(text(10)),
    evidenceKind: fc.constantFrom(...EVIDENCE_KINDS),
    evidenceOn: maybe(fc.constantFrom('2024-02-29', '2026-11-22')),
  }),
);
const touchpoint = fc.record({
  name,
  description: fc.oneof(fc.constant(''), text(20)),
  existence: fc.constantFrom(...EXISTENCES),
  channel: fc.constantFrom(...CHANNELS),
  noWaiting: maybe(fc.constantFrom(...DONT_CHECKS)),
  noAnnoyance: maybe(fc.constantFrom(...DONT_CHECKS)),
  noPuzzling: maybe(fc.constantFrom(...DONT_CHECKS)),
  noRepeating: maybe(fc.constantFrom(...DONT_CHECKS)),
  serviceLevel: maybe(fc.constantFrom(...SERVICE_LEVELS)),
  accountable: maybe(name),
});
const document: fc.Arbitrary<JourneyDocument> = fc
  .record({
    library: fc.uniqueArray(touchpoint, { maxLength: 5, selector: (each) => sameName(each.name) }),
    stages: fc.uniqueArray(
      fc.record({
        name,
        lifecycle: maybe(fc.constantFrom(...LIFECYCLE_STAGES)),
        cells: fc
          .uniqueArray(
            fc.record({
              lane: fc.constantFrom(...TEXT_LANES),
              text: text(30),
              known: evidence,
              confirmedAt: moment,
            }),
            { selector: ({ lane }) => lane },
          )
          .map((cells) => cells.map(({ known, ...cell }) => ({ ...cell, ...known }))),
        places: fc.array(
          fc.tuple(
            feeling,
            maybe(fc.constantFrom(...PLACEMENT_FACTORS)),
            maybe(text(10)),
            moment,
            fc.boolean(),
            evidence,
          ),
          { minLength: 5, maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 4, selector: (each) => sameName(each.name) },
    ),
    journey: fc.record({
      name,
      summary: fc.oneof(fc.constant(''), text(20)),
      state: fc.constantFrom(...JOURNEY_STATES),
      lifecycle: maybe(fc.constantFrom(...LIFECYCLE_STAGES)),
      persona: maybe(name),
      product: maybe(name),
      partOf: maybe(name),
    }),
  })
  .map(({ library, stages, journey }) => {
    const drawn = stages.map(({ places, cells, ...stage }) => ({
      ...stage,
      cells: TEXT_LANES.flatMap((lane) => cells.filter((cell) => cell.lane === lane)),
      touchpoints: library.flatMap(({ name: of }, index) => {
        const [felt, factor, expectation, confirmedAt, stands, known] = places[index]!;
        return stands ? [{ touchpoint: of, factor, ...felt, expectation, ...known, confirmedAt }] : [];
      }),
    }));
    const order = drawn.flatMap(({ touchpoints }) => touchpoints.map((each) => each.touchpoint));
    return {
      format: JOURNEY_FORMAT,
      journey,
      stages: drawn,
      // Those that stand somewhere, in the order in which they do: a spreadsheet has no other place for them.
      touchpoints: [...new Set(order)].map((of) => library.find((each) => each.name === of)!),
    } as JourneyDocument;
  });

describe('a map in a workbook', () => {
  it.each(['en', 'zh-CN'] as FileLanguage[])('comes back as it went out (%s)', (language) => {
    fc.assert(
      fc.property(document, (map) => {
        const sheets = [mapSheet, touchpointsSheet, evidenceSheet, aboutMapSheet].map((sheet) =>
          table(sheet(map, language)),
        );
        const { document: back, problems } = readJourneySheets(sheets, 'File');
        expect(problems).toEqual([]);
        expect(back).toEqual(map);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps two stages of one name apart', () => {
    const map = readJourneySheets([csv('Lane,Wait,Wait (2)\nPains,Long,Longer')], 'X').document;
    map.stages[1]!.name = 'Wait';
    expect(mapSheet(map, 'en').columns).toEqual(['Lane', 'Wait', 'Wait (2)']);
  });
});

describe('a spreadsheet of somebody else', () => {
  it('is understood with lanes down and stages across, in the words people use', () => {
    const { document: map, problems } = readJourneySheets(
      [
        csv(
          'Phase,Search,Book\nCustomer actions,Compares,Pays\nPain points,Too many offers,\nTouch points,Web|Ad,• App\nFeelings,good,bad\nMood board,x,y',
        ),
      ],
      'Trip',
    );
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['EMOTION_DRAWN', 5],
      ['LANE_SKIPPED', 6],
    ]);
    expect(map.journey.name).toBe('Trip');
    expect(map.stages).toMatchObject([
      {
        name: 'Search',
        cells: [{ lane: 'doing', text: 'Compares' }, { lane: 'pain' }],
        touchpoints: [{ touchpoint: 'Web' }, { touchpoint: 'Ad' }],
      },
      { name: 'Book', cells: [{ lane: 'doing', text: 'Pays' }], touchpoints: [{ touchpoint: 'App' }] },
    ]);
    expect(map.touchpoints.map(({ name: of, channel }) => [of, channel])).toEqual([
      ['Web', 'other'],
      ['Ad', 'other'],
      ['App', 'other'],
    ]);
  });

  it('is understood with a row per touchpoint', () => {
    const { document: map, problems } = readJourneySheets(
      [
        csv(
          '阶段,触点,渠道,情绪,受访客户数,影响因素,责任团队\n开户,客服电话,电话,-2,40,痛,客服部\n开户,手机银行,APP,,,关键时刻,',
        ),
      ],
      'X',
    );
    expect(problems).toMatchObject([{ code: 'UNKNOWN_CHOICE', row: 2, column: '影响因素', value: '痛' }]);
    expect(map.stages[0]!.touchpoints).toMatchObject([
      { emotion: -2, emotionN: 40 },
      { factor: 'key_moment', emotion: null },
    ]);
    expect(map.touchpoints[0]).toMatchObject({ channel: 'phone', accountable: '客服部' });
  });

  it.each([
    ['a,b\n1,2', [['NO_LAYOUT', null, null]]],
    ['Lane,A\nPains,x\npain,y', [['LANE_TWICE', 3, null]]],
    [`Lane,A\nPains,${'x'.repeat(4001)}\nDoing,y`, [['TEXT_TOO_LONG', 2, 'A']]],
    ['Lane,A\nTouchpoints,Call|call', [['TOUCHPOINT_TWICE', 2, 'A']]],
    [
      'Stage,Touchpoint\n,Call\nA,',
      [
        ['STAGE_MISSING', 2, 'Stage'],
        ['TOUCHPOINT_MISSING', 3, 'Touchpoint'],
      ],
    ],
    ['Stage,Touchpoint,Emotion\nA,Call,5', [['BAD_EMOTION', 2, 'Emotion']]],
    ['Stage,Touchpoint,Emotion\nA,Call,1', [['EMOTION_WITHOUT_SOURCE', 2, 'Emotion']]],
    ['Stage,Touchpoint,Evidence of\nA,Call,2026-05-01', [['EVIDENCE_WITHOUT_KIND', 2, 'Evidence of']]],
    ['Stage,Touchpoint,Emotion,n\nA,Call,,4', [['SOURCE_WITHOUT_EMOTION', 2, 'Emotion']]],
    ['Stage,Touchpoint,Emotion,n,Judged by\nA,Call,1,4,Us', [['TWO_SOURCES', 2, 'Emotion']]],
    [
      'Stage,Touchpoint,Emotion,n\nA,Call,1,-4',
      [
        ['BAD_COUNT', 2, 'n'],
        ['EMOTION_WITHOUT_SOURCE', 2, 'Emotion'],
      ],
    ],
    ['Stage,Touchpoint,Confirmed\nA,Call,3/4/26', [['BAD_VALUE', 2, 'Confirmed']]],
    ['Stage,Touchpoint,Cost\nA,Call,3', [['COLUMN_SKIPPED', null, 'Cost']]],
    [
      `Lane,${Array.from({ length: 31 }, (_, at) => `S${at}`).join(',')}\nPains,x\nDoing,y`,
      [['TOO_MANY_STAGES', null, null]],
    ],
  ])('is told by row and column what stands against it (%#)', (given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('has a layout or has none', () => {
    expect(layoutOf(csv('About the map,Value\nName,X'))).toBe('about');
    expect(layoutOf(csv('Stage,Lane,Evidence\nA,Pains,x'))).toBe('evidence');
    expect(layoutOf(csv('Name,Age\nPains,3'))).toBeNull();
  });
});
