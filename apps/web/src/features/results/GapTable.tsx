import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { IntervalGlyph } from '../../ui/IntervalGlyph.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { writePValue } from '../../ui/p-value.js';
import { GapActs, useGapActs } from './GapActs.js';
import type { GapRow } from './gap-rows.js';
import { useResults } from './results-context.js';
import classes from './ResultsPage.module.css';
import { useScoreFormat } from './ScoreText.js';

/** Gaps on one common scale around nought, so that their sizes can be compared by eye. */
export function GapTable({ rows }: { rows: readonly GapRow[] }) {
  const { t } = useTranslation('results');
  const acts = Object.values(useGapActs()).some(Boolean);
  const formats = useFormats();
  const score = useScoreFormat();
  const { results, nodeName, groupName, find } = useResults();
  const n = (row: GapRow, groupId: string) => {
    const count = find(row.nodeKind, row.nodeId, groupId)?.n;
    return count === null || count === undefined ? '–' : formats.number(count);
  };
  const reach = Math.max(0.5, ...rows.flatMap(({ size, to }) => [size, to ?? 0]));
  const below = Math.min(0, ...rows.map(({ from }) => from ?? 0));
  return (
    <PlainTable
      label={t('gaps.title')}
      columns={[
        { key: 'node', title: t('table.node') },
        { key: 'words', title: t('gaps.difference') },
        { key: 'n', title: t('gaps.n'), number: true },
        { key: 'glyph', title: t('gaps.onScale') },
        {
          key: 'interval',
          title: t('gaps.interval', { percent: formats.percent(results.confidence) }),
          number: true,
        },
        { key: 'p', title: t('gaps.p'), number: true },
        { key: 'verdict', title: t('gaps.verdict') },
        ...(acts ? [{ key: 'acts', title: t('gaps.takeUpColumn') }] : []),
      ]}
      rows={rows.map((row) => ({
        key: `${row.nodeKind} ${row.nodeId} ${row.higher} ${row.lower}`,
        cells: [
          <span key="node">
            {nodeName({ kind: row.nodeKind, id: row.nodeId })}
            {row.nodeKind === 'DIMENSION' && <span className={classes.quiet}> {t('gaps.dimension')}</span>}
          </span>,
          t('gaps.sentence', {
            higher: groupName(row.higher),
            lower: groupName(row.lower),
            size: score(row.size),
          }),
          t('gaps.nOfBoth', { higher: n(row, row.higher), lower: n(row, row.lower) }),
          <IntervalGlyph
            key="glyph"
            min={below}
            max={reach}
            ticks={[0]}
            strongTick={0}
            value={row.size}
            lower={row.from}
            upper={row.to}
            muted={!row.beyondNoise}
          />,
          row.from === null || row.to === null ? '–' : t('cell.interval', { from: score(row.from), to: score(row.to) }),
          row.adjustedP === null ? '–' : writePValue(row.adjustedP, formats.number),
          <StatusBadge key="verdict" tone={row.beyondNoise ? 'warn' : 'quiet'}>
            {row.beyondNoise ? t('gaps.beyond') : t('gaps.within')}
          </StatusBadge>,
          ...(acts ? [<GapActs key="acts" row={row} />] : []),
        ],
      }))}
    />
  );
}
