import { useFormats } from '../../i18n/format.js';
import type { ResultCell, ResultNode } from './result-index.js';
import { ScoreDoor } from './ScoreDoor.js';
import { Withheld } from './Withheld.js';

interface ScoreTextProps {
  node: Pick<ResultNode, 'kind' | 'id'>;
  groupId: string | null;
  cell: ResultCell | null | undefined;
  /** Fills the cell it stands in, hatched, when withheld. */
  block?: boolean;
}

/** A score that opens to its computation, or why it is withheld. */
export function ScoreText({ node, groupId, cell, block }: ScoreTextProps) {
  const score = useScoreFormat();
  if (cell?.suppression !== 'SHOWN' || cell.value === null) return <Withheld cell={cell} block={block} />;
  return (
    <ScoreDoor node={node} groupId={groupId}>
      {score(cell.value)}
    </ScoreDoor>
  );
}

/** Scores carry two decimals everywhere, so that they line up and compare. */
export function useScoreFormat(): (value: number) => string {
  const { number } = useFormats();
  return (value) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
