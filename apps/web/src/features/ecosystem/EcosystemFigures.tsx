import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Facts } from '../../ui/Facts.js';
import type { EcosystemQuery } from './ecosystem.generated.js';

type Ecosystem = EcosystemQuery['ecosystem'];

/** The whole in a few numbers: how good, how even, where it is best and worst, and how much is known. */
export function EcosystemFigures({ ecosystem }: { ecosystem: Ecosystem }) {
  const { t } = useTranslation('ecosystem');
  const { number } = useFormats();
  const round = (value: number | null) =>
    value === null ? t('unknown') : t('ofHundred', { value: number(value, { maximumFractionDigits: 0 }) });
  const cells = ecosystem.rows.flatMap(({ product, cells: own }) =>
    own.map((cell) => ({ ...cell, name: product.name })),
  );
  const known = cells.filter(({ score }) => score !== null).toSorted((a, b) => a.score! - b.score!);
  const placed = cells.filter(({ touchpoints, metrics, suppressed }) => touchpoints + metrics + suppressed > 0);
  const named = (cell: (typeof cells)[number] | undefined) =>
    cell
      ? t('at', {
          product: cell.name,
          stage: t(`lifecycle.${cell.lifecycle}`),
          value: number(cell.score!, { maximumFractionDigits: 0 }),
        })
      : t('unknown');
  return (
    <div className="ts-card">
      <Facts
        strip
        facts={[
          { name: t('figure.mean'), value: round(ecosystem.index.mean), help: t(`basis.${ecosystem.volumeBasis}`) },
          {
            name: t('figure.consistency'),
            value: round(ecosystem.index.consistency),
            help: t(ecosystem.index.consistency === null ? 'figure.tooFew' : 'figure.consistencyHelp'),
          },
          { name: t('figure.weakest'), value: named(known[0]) },
          { name: t('figure.strongest'), value: named(known.at(-1)) },
          {
            name: t('figure.known'),
            value: t('of', { count: number(known.length), total: number(placed.length) }),
            help: t('figure.knownHelp'),
          },
        ]}
      />
    </div>
  );
}
