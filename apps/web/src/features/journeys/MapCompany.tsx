import { IconPencil, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './JourneyMap.module.css';
import type { JourneyPresenceSubscription, StageFieldsFragment } from './journey-map.generated.js';

interface MapCompanyProps {
  others: JourneyPresenceSubscription['journeyPresence'];
  stages: StageFieldsFragment[];
}

/** Who else has the map open, and where they write. */
export function MapCompany({ others, stages }: MapCompanyProps) {
  const { t } = useTranslation('journeys');
  if (others.length === 0) return null;
  return (
    <ul className={`${classes.company} ts-no-print`} aria-label={t('presence.label')}>
      <li className={classes.quiet} aria-hidden>
        {t('presence.label')}
      </li>
      {others.map(({ membershipId, name, stageId, lane }) => {
        const stage = stages.find(({ id }) => id === stageId);
        const cell = stage && lane && t('cell.of', { lane: t(`lane.${lane}`), stage: stage.name });
        return (
          <li key={membershipId}>
            {cell ? <IconPencil size={14} aria-hidden /> : <IconUser size={14} aria-hidden />}
            {cell ? t('presence.writes', { name, cell }) : name}
          </li>
        );
      })}
    </ul>
  );
}
