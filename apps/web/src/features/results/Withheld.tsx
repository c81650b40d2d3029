import { useTranslation } from 'react-i18next';
import type texts from '../../i18n/en/results.json';
import { Suppressed } from '../../ui/Suppressed.js';
import type { ResultCell } from './result-index.js';
import { useResults } from './results-context.js';

type HiddenReason = keyof (typeof texts)['hidden'];

/** A cell without a number, with the exact reason that the computation gave. */
export function Withheld({ cell, block }: { cell: ResultCell | null | undefined; block?: boolean }) {
  const { t, i18n } = useTranslation('results');
  const { results } = useResults();
  const minimum = results.minimumGroupSize;
  const code = cell?.reason;
  const why =
    code && i18n.exists(`hidden.${code}`, { ns: 'results' })
      ? t(`hidden.${code as HiddenReason}`, { minimum })
      : undefined;
  const reason = !cell || cell.suppression === 'SHOWN' ? 'EMPTY' : cell.suppression;
  return <Suppressed reason={reason} minimumGroupSize={minimum} why={why} block={block} />;
}
