import { useQuery } from '@apollo/client/react';
import { Radio, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { useRefusal } from '../../ui/use-refusal.js';
import classes from './Concerns.module.css';
import { type DigestCadence, DigestCadenceDocument, SetDigestCadenceDocument } from './concerns.generated.js';

const CADENCES = ['WEEKLY', 'WORKING_DAYS', 'NONE'] as const satisfies readonly DigestCadence[];

/** How often the reader wants the letter that gathers what concerns them; kept as soon as it is chosen. */
export function DigestPreference() {
  const { t } = useTranslation('concerns');
  const { data, error, refetch } = useQuery(DigestCadenceDocument);
  const [prefer] = useAct(SetDigestCadenceDocument, { refetch: ['DigestCadence'] });
  const [refusal, attempt] = useRefusal();
  const choose = async (cadence: string) => {
    if (await attempt(prefer({ cadence: cadence as DigestCadence }))) notifyDone(t('digest.saved'));
  };
  return (
    <Panel title={t('digest.title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && (
        <Radio.Group
          label={t('digest.label')}
          description={t('digest.help')}
          value={data.digestCadence}
          onChange={(cadence) => void choose(cadence)}
        >
          <Stack gap="xs" my="xs">
            {CADENCES.map((cadence) => (
              <Radio key={cadence} value={cadence} label={t(`digest.${cadence}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {refusal && <ErrorState error={refusal} />}
      <p className={classes.quiet}>
        {t('digest.alerts')}{' '}
        <AppLink to="/monitoring/alerts" size="sm" underline="always">
          {t('digest.toAlerts')}
        </AppLink>
      </p>
    </Panel>
  );
}
