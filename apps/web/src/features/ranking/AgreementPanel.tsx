import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Ranking.module.css';
import { type Round, titlesOf } from './ranking-words.js';

/** What the board settled on and why; what it had settled on before stays below it. */
export function AgreementPanel({ round, onAgree }: { round: Round; onAgree?: () => void }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const titles = titlesOf(round);
  return (
    <Panel
      title={t('agreement.title')}
      actions={
        onAgree && (
          <Button className="ts-no-print" size="xs" onClick={onAgree}>
            {t(round.agreements.length > 0 ? 'agreement.anew' : 'agreement.act')}
          </Button>
        )
      }
    >
      {round.agreements.length === 0 ? (
        <p className={classes.text}>{t('agreement.none')}</p>
      ) : (
        <div className={classes.stack}>
          {round.agreements.map(({ number, order, reason, agreedByName, agreedAt, ...departs }, index) => (
            <section
              key={number}
              className={index === 0 ? undefined : classes.earlier}
              aria-label={t('agreement.one', { number })}
            >
              <p className={classes.badges}>
                <StatusBadge tone={index === 0 ? 'good' : 'quiet'}>
                  {t(index === 0 ? 'agreement.holds' : 'agreement.replaced')}
                </StatusBadge>
                <span className={classes.quiet}>{[agreedByName, formats.dateTime(agreedAt)].join(' · ')}</span>
              </p>
              <ol className={classes.agreed}>
                {order.map((id) => (
                  <li key={id}>{titles.get(id)}</li>
                ))}
              </ol>
              <p className={classes.quiet}>{t(`agreement.departs.${departing(departs)}`)}</p>
              {reason && <p className={classes.said}>{reason}</p>}
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}

const departing = ({
  departsFromLeaders,
  departsFromData,
}: {
  departsFromLeaders: boolean;
  departsFromData: boolean;
}) => {
  if (departsFromLeaders) return departsFromData ? 'both' : 'leaders';
  return departsFromData ? 'data' : 'neither';
};
