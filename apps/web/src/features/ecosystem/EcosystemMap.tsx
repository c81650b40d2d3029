import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { rampColour, rampInk, rampStep } from '../../ui/level-ramp.js';
import { Suppressed } from '../../ui/Suppressed.js';
import classes from './Ecosystem.module.css';
import type { EcosystemMeasure, EcosystemQuery } from './ecosystem.generated.js';
import type { LIFECYCLE } from './routes.js';

type Ecosystem = EcosystemQuery['ecosystem'];
type Row = Ecosystem['rows'][number];
type Cell = Row['cells'][number];

interface EcosystemMapProps {
  ecosystem: Ecosystem;
  measure: EcosystemMeasure;
  onCell: (product: string, stage: (typeof LIFECYCLE)[number]) => void;
}

/** A table that is shaded like a map: darker is better, hatched is withheld, empty is unknown. */
export function EcosystemMap({ ecosystem, measure, onCell }: EcosystemMapProps) {
  const { t } = useTranslation('ecosystem');
  const { number } = useFormats();
  const round = (value: number | null) => (value === null ? '–' : number(value, { maximumFractionDigits: 0 }));
  return (
    <section className="ts-card" aria-labelledby="ecosystem-map">
      <h2 id="ecosystem-map" className={classes.heading}>
        {t('map.title', { measure: t(`measure.${measure}`) })}
      </h2>
      <p className={classes.quiet}>{t('map.help')}</p>
      <div className={classes.scroll} role="group" aria-label={t('map.label')} tabIndex={0}>
        <table className={classes.map} aria-labelledby="ecosystem-map">
          <thead>
            <tr>
              <th scope="col">{t('map.product')}</th>
              {ecosystem.stages.map(({ lifecycle }) => (
                <th key={lifecycle} scope="col" className={classes.stage}>
                  {t(`lifecycle.${lifecycle}`)}
                </th>
              ))}
              <th scope="col" className={classes.stage}>
                {t('map.mean')}
              </th>
              <th scope="col" className={classes.stage}>
                {t('map.consistency')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ecosystem.rows.map(({ product, cells, index }) => (
              <tr key={product.id}>
                <th scope="row">
                  {product.name}
                  <span className={classes.quiet}>
                    {product.volume === null ? t('volume.none') : t('volume.of', { volume: number(product.volume) })}
                  </span>
                </th>
                {cells.map((cell) => (
                  <HeatCell
                    key={cell.lifecycle}
                    product={product.name}
                    cell={cell}
                    measure={measure}
                    minimum={ecosystem.minimumGroupSize}
                    onOpen={() => onCell(product.id, cell.lifecycle)}
                  />
                ))}
                <td className={classes.sum}>{round(index.mean)}</td>
                <td className={classes.sum}>{round(index.consistency)}</td>
              </tr>
            ))}
            <tr className={classes.total}>
              <th scope="row">{t('map.all')}</th>
              {ecosystem.stages.map(({ lifecycle, index }) => (
                <td key={lifecycle} className={classes.sum}>
                  {round(index.mean)}
                </td>
              ))}
              <td className={classes.sum}>{round(ecosystem.index.mean)}</td>
              <td className={classes.sum}>{round(ecosystem.index.consistency)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className={classes.quiet}>{t('map.foot', { minimum: number(ecosystem.minimumGroupSize) })}</p>
    </section>
  );
}

interface HeatCellProps {
  product: string;
  cell: Cell;
  measure: EcosystemMeasure;
  minimum: number;
  onOpen: () => void;
}

function HeatCell({ product, cell, measure, minimum, onOpen }: HeatCellProps) {
  const { t } = useTranslation('ecosystem');
  const { number } = useFormats();
  const { value, lower, upper, score } = cell;
  if (value === null && cell.suppressed > 0)
    return (
      <td className={classes.cell}>
        <Suppressed reason="PRIMARY" minimumGroupSize={minimum} block />
      </td>
    );
  const where = t('cell.open', { product, stage: t(`lifecycle.${cell.lifecycle}`) });
  const placed = cell.touchpoints > 0;
  if (value === null || score === null)
    return (
      <td className={`${classes.cell} ${classes.unknown}`}>
        {placed ? (
          <button type="button" className={classes.open} onClick={onOpen}>
            <span className={classes.small}>{t('cell.noData', { count: cell.touchpoints })}</span>
            <span className="ts-visually-hidden">{where}</span>
          </button>
        ) : (
          <span className={classes.small}>{t('cell.nothing')}</span>
        )}
      </td>
    );
  const digits = { maximumFractionDigits: measure === 'CES' ? 1 : 0 };
  const step = rampStep(score, 0, 100);
  return (
    <td className={classes.cell} style={{ background: rampColour(step), color: rampInk(step) }}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <strong>{number(value, digits)}</strong>
        {lower !== null && upper !== null && (
          <span className={classes.small}>
            {t('cell.interval', { lower: number(lower, digits), upper: number(upper, digits) })}
          </span>
        )}
        <span className={classes.small}>{t('cell.n', { n: number(cell.n) })}</span>
        <span className="ts-visually-hidden">{where}</span>
      </button>
    </td>
  );
}
