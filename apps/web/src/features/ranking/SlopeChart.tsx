import { useTranslation } from 'react-i18next';
import classes from './Ranking.module.css';
import type { Round } from './ranking-words.js';
import { slopeLines } from './slope-lines.js';

const ROW = 26;
const TOP = 34;
const WIDTH = 340;
const LEFT = 92;
const RIGHT = WIDTH - 92;

/** Both rankings beside each other, a line for each opportunity; the table below says the same in numbers. */
export function SlopeChart({ round }: { round: Round }) {
  const { t } = useTranslation('ranking');
  const { result } = round;
  if (!result) return null;
  const lines = slopeLines(result.items);
  const height = TOP + ROW * Math.max(...lines.flatMap(({ left, right }) => [left ?? 0, right ?? 0])) + ROW;
  const y = (row: number) => TOP + ROW * row + ROW / 2;
  const numberOf = (id: string) => `O-${round.items.find((item) => item.opportunityId === id)?.number}`;
  return (
    <svg
      className={classes.slope}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t('result.slope', { count: lines.filter(({ steep }) => steep).length })}
    >
      <text x={LEFT - 10} y={18} textAnchor="end" className={classes.side}>
        {t('result.leaders')}
      </text>
      <text x={RIGHT + 10} y={18} className={classes.side}>
        {t('result.data')}
      </text>
      {lines.map(({ id, left, right, leftRank, rightRank, steep }) => (
        <g key={id} className={steep ? classes.steep : classes.level}>
          <title>{numberOf(id)}</title>
          {left !== null && right !== null && <line x1={LEFT} y1={y(left)} x2={RIGHT} y2={y(right)} />}
          {left !== null && (
            <>
              <circle cx={LEFT} cy={y(left)} r={4} className={right === null ? classes.hollow : undefined} />
              <text x={LEFT - 10} y={y(left) + 4} textAnchor="end">
                {numberOf(id)} · {leftRank}
              </text>
            </>
          )}
          {right !== null && (
            <>
              <circle cx={RIGHT} cy={y(right)} r={4} className={left === null ? classes.hollow : undefined} />
              <text x={RIGHT + 10} y={y(right) + 4}>
                {rightRank} · {numberOf(id)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}
