import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { Panel } from '../../ui/Panel.js';
import { ProgressWithCounts } from '../../ui/ProgressWithCounts.js';
import type { WaveFieldsFragment } from './home.generated.js';
import { assessmentAddress, assessmentsAddress, newAssessmentAddress } from './addresses.js';
import classes from './HomePage.module.css';

interface OpenWavesProps {
  waves: WaveFieldsFragment[];
  total: number;
}

/** The waves that take answers now, with how many have come. */
export function OpenWaves({ waves, total }: OpenWavesProps) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const can = useCan();
  return (
    <Panel
      title={t('open.title')}
      actions={
        total > waves.length && (
          <AppLink to={assessmentsAddress} size="sm">
            {t('open.all', { total })}
          </AppLink>
        )
      }
    >
      {waves.length === 0 ? (
        <p className={classes.text}>
          {t('open.none')}{' '}
          {can('create', 'Assessment') && (
            <AppLink size="sm" to={newAssessmentAddress}>
              {t('open.create')}
            </AppLink>
          )}
        </p>
      ) : (
        <ul className={classes.items}>
          {waves.map((wave) => (
            <li key={wave.id} className={classes.item}>
              <div className={classes.body}>
                <AppLink size="sm" fw={600} to={assessmentAddress(wave.id)}>
                  {wave.name}
                </AppLink>
                <div className={classes.due}>
                  {wave.businessUnitName ?? t('open.wholeOrganization')} ·{' '}
                  <span title={formats.dateTime(wave.deadline)}>
                    {t('open.due', { due: formats.relative(wave.deadline) })}
                  </span>
                </div>
                <ProgressWithCounts
                  percent
                  done={wave.submitted}
                  total={wave.expected}
                  label={t('open.responses', { wave: wave.name })}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
