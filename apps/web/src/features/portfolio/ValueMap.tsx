import { useTranslation } from 'react-i18next';
import type { CSSProperties } from 'react';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { InitiativeLinks } from './InitiativeLink.js';
import classes from './Portfolio.module.css';
import { ESTIMATES } from './portfolio-words.js';
import type { PortfolioMapFieldsFragment } from './portfolio.generated.js';
import { useDrill } from './use-drill.js';

type Place = PortfolioMapFieldsFragment['places'][number];

/**
 * What is being done by what it is worth and what it takes. A table whose cells hold bubbles: it is drawn, walked through with
 * Tab and read aloud as what it is.
 */
export function ValueMap({ map }: { map: PortfolioMapFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const { places, placed, unestimated } = map;
  const placeAt = (value: number, effort: number) =>
    places.find((place) => place.value === value && place.effort === effort);
  return (
    <Panel title={t('map.title')}>
      <p className={classes.quiet}>{t('map.lead')}</p>
      {placed === 0 ? (
        <p className={classes.quiet}>{t('map.none')}</p>
      ) : (
        <>
          <table className={classes.map} aria-label={t('map.title')}>
            <thead>
              <tr>
                <td />
                <th scope="colgroup" colSpan={ESTIMATES.length}>
                  {t('map.effort')}
                </th>
              </tr>
              <tr>
                <th scope="col" className={classes.axis}>
                  {t('map.value')}
                </th>
                {ESTIMATES.map((effort) => (
                  <th key={effort} scope="col">
                    {effort}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...ESTIMATES].reverse().map((value) => (
                <tr key={value}>
                  <th scope="row">{value}</th>
                  {ESTIMATES.map((effort) => (
                    <td key={effort} className={classes[quadrantOf(value, effort)]}>
                      <Bubble place={placeAt(value, effort)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <ul className={classes.legend}>
            <li>
              <i className={`${classes.dot} ${classes.soon}`} aria-hidden /> {t('map.soon')}
            </li>
            <li>
              <i className={`${classes.dot} ${classes.doubt}`} aria-hidden /> {t('map.doubt')}
            </li>
            <li>
              <i className={`${classes.dot} ${classes.live}`} aria-hidden /> {t('map.launched')}
            </li>
          </ul>
          <details className={classes.details}>
            <summary>{t('map.asTable')}</summary>
            <Places places={places} />
          </details>
        </>
      )}
      {unestimated > 0 && <Unplaced map={map} />}
    </Panel>
  );
}

/** Much for little, little for much, and what lies between. */
function quadrantOf(value: number, effort: number): 'soon' | 'doubt' | 'between' {
  if (value >= 4 && effort <= 2) return 'soon';
  return value <= 2 && effort >= 4 ? 'doubt' : 'between';
}

function Bubble({ place }: { place: Place | undefined }) {
  const { t } = useTranslation('portfolio');
  const drill = useDrill();
  if (!place) return null;
  const { value, effort, count, launched, initiatives } = place;
  const names = initiatives.map(({ number, title }) => `I-${number} ${title}`).join('; ');
  const shared = {
    className: launched === count ? `${classes.bubble} ${classes.live}` : classes.bubble,
    style: { '--size': `${1.6 + 0.5 * Math.sqrt(Math.min(count, 40))}rem` } as CSSProperties,
    title: names,
    'aria-label': t('map.place', { value, effort, count, names }),
  };
  const [only] = initiatives;
  if (count === 1 && only)
    return (
      <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: only.id }} {...shared}>
        {`I-${only.number}`}
      </AppLink>
    );
  return (
    <AppLink to="/initiatives" search={drill({ value, effort })} {...shared}>
      ×{count}
    </AppLink>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const drill = useDrill();
  return (
    <PlainTable
      label={t('map.asTable')}
      columns={[
        { key: 'value', title: t('map.value'), titled: true },
        { key: 'effort', title: t('map.effort'), number: true },
        { key: 'count', title: t('map.count'), number: true },
        { key: 'launched', title: t('map.launched'), number: true },
        { key: 'names', title: t('map.initiatives') },
      ]}
      rows={places.map((place) => ({
        key: `${place.value} ${place.effort}`,
        cells: [
          formats.number(place.value),
          formats.number(place.effort),
          <AppLink key="count" size="sm" to="/initiatives" search={drill({ value: place.value, effort: place.effort })}>
            {formats.number(place.count)}
          </AppLink>,
          formats.number(place.launched),
          <InitiativeLinks key="names" initiatives={place.initiatives} />,
        ],
      }))}
    />
  );
}

function Unplaced({ map }: { map: PortfolioMapFieldsFragment }) {
  const { t } = useTranslation('portfolio');
  const drill = useDrill();
  return (
    <p className={classes.unplaced}>
      <AppLink size="sm" to="/initiatives" search={drill({ unestimated: true })}>
        {t('map.unestimated', { count: map.unestimated })}
      </AppLink>{' '}
      <InitiativeLinks initiatives={map.unplaced} />
    </p>
  );
}
