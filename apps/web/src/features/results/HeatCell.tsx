import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { rampColour, rampInk, rampStep } from '../../ui/level-ramp.js';
import classes from './HeatmapView.module.css';
import type { ResultCell, ResultNode } from './result-index.js';
import { useResults } from './results-context.js';
import { ScoreText } from './ScoreText.js';

interface HeatCellProps {
  node: ResultNode;
  groupId: string | null;
  cell: ResultCell | null;
}

/** The score and its n on the shade of its place on the scale; withheld cells stay hatched. */
export function HeatCell({ node, groupId, cell }: HeatCellProps) {
  const { t } = useTranslation('results');
  const { number } = useFormats();
  const { scale } = useResults();
  const shown = cell?.suppression === 'SHOWN' && cell.value !== null;
  const step = shown ? rampStep(cell.value ?? scale.min, scale.min, scale.max) : null;
  return (
    <td
      className={shown ? classes.cell : `${classes.cell} ${classes.withheld}`}
      style={step ? { background: rampColour(step), color: rampInk(step) } : undefined}
    >
      <ScoreText node={node} groupId={groupId} cell={cell} block />
      {shown && cell.n !== null && <span className={classes.n}>{t('cell.n', { n: number(cell.n) })}</span>}
    </td>
  );
}
