import type { Cell, SheetToWrite } from '../../platform/tables/index.js';
import type { Say } from './portfolio-file-texts.js';
import type { PortfolioRow } from './portfolio.read-model.js';
import type { PortfolioType } from './portfolio.type.js';

type Row = readonly Cell[];

/** The whole page as tables, the initiatives first: programs read the first one. */
export function portfolioSheets(portfolio: PortfolioType, rows: readonly PortfolioRow[], say: Say): SheetToWrite[] {
  const sheet = (title: string, columns: readonly string[], lines: readonly Row[]): SheetToWrite => ({
    title: say(title),
    columns: columns.map(say),
    rows: lines,
  });
  const yes = (value: boolean): string => say(value ? 'yes' : 'no');
  const of = ({ number }: { readonly number: number }): string => `I-${number}`;
  const word = (value: string | null): Cell => value && say(value);
  const money = (minor: number | null, currency: string | null): Cell => majorOf(minor, currency);
  return [
    sheet(
      'initiatives',
      [
        ...['number', 'initiative', 'stage', 'days', 'team', 'owner', 'sponsor', 'startsOn', 'dueOn', 'launchedOn'],
        ...['value', 'effort', 'currency', 'costPlanned', 'costActual', 'outcome', 'faded', 'confounded', 'late'],
      ],
      rows.map((row) => [
        ...[of(row), row.title, say(row.stage), row.days, row.teamName, row.ownerName, row.sponsorName, row.startsOn],
        ...[row.dueOn, row.launchedOn, row.value, row.effort, row.currency],
        ...[money(row.costPlannedMinor, row.currency), money(row.costActualMinor, row.currency)],
        ...[word(row.outcome), yes(row.faded), yes(row.confounded), yes(row.late)],
      ]),
    ),
    sheet(
      'verdicts',
      ['outcome', 'count'],
      [
        ...portfolio.verdicts.outcomes.map(({ outcome, count }) => [say(outcome), count]),
        [say('launched'), portfolio.verdicts.launched],
      ],
    ),
    sheet(
      'effects',
      [
        ...['number', 'initiative', 'metric', 'segment', 'unit', 'method', 'expected', 'measured', 'lower', 'upper'],
        ...['nBefore', 'nAfter', 'verdict', 'watch', 'confounded', 'judgedOn'],
      ],
      portfolio.effects.map((each) => [
        ...[of(each.initiative), each.initiative.title, each.metricName, each.segment, each.unit, say(each.method)],
        ...[each.expected, each.estimate, each.lower, each.upper, each.nBefore, each.nAfter],
        ...[say(each.verdict), word(each.watch), yes(each.confounded), each.judgedOn],
      ]),
    ),
    sheet(
      'benefits',
      [
        ...['number', 'initiative', 'benefit', 'currency', 'target', 'forecast', 'actual', 'lower', 'upper', 'verdict'],
        ...['faded', 'outcomeOfForecast', 'locked', 'checked'],
      ],
      portfolio.benefits.map((each) => [
        ...[of(each.initiative), each.initiative.title, each.name, each.currency],
        ...[each.targetMinor, each.forecastMinor, each.actualMinor, each.actualLowerMinor, each.actualUpperMinor].map(
          (minor) => money(minor, each.currency),
        ),
        ...[word(each.verdict), yes(each.faded), say(each.outcome), yes(each.locked), yes(each.checked)],
      ]),
    ),
    sheet(
      'funnel',
      ['stage', 'count', 'median', 'oldest', 'usual', 'usualN', 'overlong'],
      portfolio.funnel.map((each) => [
        ...[say(each.stage), each.count, each.medianDays, each.oldestDays],
        ...[each.usualDays, each.usualN, each.overlong],
      ]),
    ),
    sheet(
      'lateThings',
      ['kind', 'number', 'initiative', 'what', 'dueOn', 'lateBy'],
      portfolio.late.flatMap(({ kind, items }) =>
        items.map((each) => [
          ...[say(kind), of(each.initiative), each.initiative.title, each.what, each.dueOn, each.days],
        ]),
      ),
    ),
    sheet('about', ['fact', 'count'], aboutOf(portfolio, say)),
  ];
}

const aboutOf = ({ asOf, verdicts }: PortfolioType, say: Say): Row[] => [
  [say('asOf'), asOf.toISOString()],
  [say('tested'), verdicts.tested],
  [say('expectedByChance'), verdicts.expectedByChance],
  [say('doubtful'), verdicts.doubtful.map(({ number }) => `I-${number}`).join(', ')],
  [say('withdrew'), verdicts.withdrew],
];

/** Euros from cents; a currency has as many digits after the point as its own rules say. */
function majorOf(minor: number | null, currency: string | null): number | null {
  if (minor === null || currency === null) return minor;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return minor / 10 ** digits;
}
