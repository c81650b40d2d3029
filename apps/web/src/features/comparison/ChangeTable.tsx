import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { IntervalGlyph } from '../../ui/IntervalGlyph.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { writePValue } from '../../ui/p-value.js';
import { changeWhisker, type Comparison, type ComparisonRow } from './comparison-rows.js';
import classes from './ComparisonPage.module.css';
import { useCodeText } from './use-code-text.js';
import { VERDICT_TONES } from './verdict-tone.js';

/** Before and after on the model's whole scale, the change with its interval, and the reading in words. */
export function ChangeTable({ comparison, rows }: { comparison: Comparison; rows: readonly ComparisonRow[] }) {
  const { t } = useTranslation('comparison');
  const formats = useFormats();
  const text = useLocalizedText();
  const code = useCodeText();
  const levels = comparison.model.levels.map((level) => level.value);
  const min = comparison.model.scoringMethod === 'STREAM_SUMS' ? 0 : Math.min(...levels);
  const max = Math.max(...levels);
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const score = (value: number | null) => (value === null ? '–' : formats.number(value, digits));
  const signed = (value: number) => formats.number(value, { ...digits, signDisplay: 'exceptZero' });
  const counted = (value: number | null, n: number | null) => (
    <>
      {score(value)}
      {n !== null && <span className={classes.quiet}>{t('n', { n: formats.number(n) })}</span>}
    </>
  );
  return (
    <PlainTable
      label={t('chartTitle')}
      columns={[
        { key: 'node', title: t('column.node') },
        { key: 'scale', title: t('column.scale', { min, max }) },
        { key: 'before', title: t('column.before'), number: true },
        { key: 'after', title: t('column.after'), number: true },
        { key: 'change', title: t('column.change'), number: true },
        {
          key: 'interval',
          title: t('column.interval', { percent: formats.percent(comparison.confidence) }),
          number: true,
        },
        { key: 'p', title: t('column.p'), number: true },
        { key: 'detectable', title: t('column.detectable'), number: true },
        { key: 'verdict', title: t('column.verdict') },
      ]}
      rows={rows.map(({ kind, id, name, cell }) => ({
        key: `${kind} ${id}`,
        strong: kind !== 'PRACTICE',
        cells: [
          <span key="node" className={kind === 'PRACTICE' ? classes.practice : undefined}>
            {text(name) || t('overall')}
          </span>,
          <IntervalGlyph
            key="scale"
            min={min}
            max={max}
            ticks={levels}
            value={cell.after}
            {...changeWhisker(cell)}
            before={{ value: cell.before, lower: null, upper: null }}
            muted={cell.verdict === 'WITHIN_NOISE' || cell.verdict === 'CANNOT_SAY'}
          />,
          counted(cell.before, cell.beforeN),
          counted(cell.after, cell.afterN),
          cell.change === null ? '–' : <strong key="change">{signed(cell.change)}</strong>,
          cell.lower === null || cell.upper === null
            ? '–'
            : t('from', { from: signed(cell.lower), to: signed(cell.upper) }),
          cell.adjustedP === null ? '–' : writePValue(cell.adjustedP, formats.number),
          score(cell.smallestDetectable),
          <span key="verdict">
            <StatusBadge tone={VERDICT_TONES[cell.verdict]}>{t(`verdict.${cell.verdict}`)}</StatusBadge>
            {cell.reason && <span className={classes.quiet}>{code('reason', cell.reason)}</span>}
          </span>,
        ],
      }))}
    />
  );
}
