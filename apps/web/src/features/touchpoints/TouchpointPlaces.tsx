import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './TouchpointPage.module.css';
import type { TouchpointFieldsFragment } from './touchpoints.generated.js';

type Place = TouchpointFieldsFragment['places'][number];

/** The journeys in which it stands, with how customers feel there and how that is known. */
export function TouchpointPlaces({ touchpoint }: { touchpoint: TouchpointFieldsFragment }) {
  const { t } = useTranslation('touchpoints');
  return (
    <Panel title={t('page.places')}>
      {touchpoint.places.length === 0 ? (
        <p className={classes.muted}>{t('page.noPlaces')}</p>
      ) : (
        <PlainTable
          label={t('page.places')}
          columns={[
            { key: 'journey', title: t('place.journey') },
            { key: 'stage', title: t('place.stage') },
            { key: 'factor', title: t('place.factor') },
            { key: 'emotion', title: t('place.emotion') },
            { key: 'confirmed', title: t('place.confirmed') },
          ]}
          rows={touchpoint.places.map((place) => ({
            key: place.id,
            cells: [
              <span key="journey">
                <AppLink to="/journeys/$journeyId" params={{ journeyId: place.journeyId }}>
                  {place.journeyName}
                </AppLink>{' '}
                {place.journeyIsFuture && <StatusBadge tone="quiet">{t('place.future')}</StatusBadge>}
              </span>,
              place.stageName,
              place.factor ? t(`factor.${place.factor as 'key_moment'}`) : '–',
              <Emotion key="emotion" place={place} />,
              <RelativeTime key="confirmed" at={place.confirmedAt} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function Emotion({ place }: { place: Place }) {
  const { t } = useTranslation('touchpoints');
  const { number } = useFormats();
  if (place.emotion === null) return '–';
  const value = number(place.emotion, { signDisplay: 'exceptZero' });
  return place.emotionN === null
    ? t('place.judged', { value, by: place.emotionJudgedBy ?? '' })
    : t('place.asked', { value, n: place.emotionN });
}
