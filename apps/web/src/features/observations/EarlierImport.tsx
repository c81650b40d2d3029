import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { useFormats } from '../../i18n/format.js';
import classes from '../../ui/file-import/FileImport.module.css';
import type { ObservationTableQuery } from './observations.generated.js';

type Earlier = NonNullable<ObservationTableQuery['observationTable']['earlierImport']>;

/** The very same file was brought in before: what that means for bringing it in again. */
export function EarlierImport({ earlier }: { earlier: Earlier }) {
  const { t } = useTranslation('observations');
  const { dateTime } = useFormats();
  return (
    <p className={classes.note}>
      {t('new.earlier', { when: dateTime(earlier.createdAt), count: earlier.added })}{' '}
      <AppLink to="/monitoring/imports/$importId" params={{ importId: earlier.id }}>
        {t('new.earlierOpen')}
      </AppLink>
    </p>
  );
}
