import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ObjectiveTable } from './ObjectiveTable.js';
import { OutlookBadge } from './OutlookBadge.js';
import { OutlookStrip } from './OutlookStrip.js';
import classes from './Scorecards.module.css';
import { ObjectiveStatusDocument } from './scorecards.generated.js';

/** The columns are many: printed across, a dozen metrics fit one sheet. Holds while this page is shown. */
const SHEET = '@media print { @page { size: A4 landscape; margin: 8mm; } }';

/** Where every objective stands, on one page that can be put on a table. */
export default function ObjectiveStatusPage() {
  const { t } = useTranslation('scorecards');
  const { date, number } = useFormats();
  const can = useCan();
  const { data, error, refetch } = useQuery(ObjectiveStatusDocument);
  const status = data?.objectiveStatus;
  return (
    <>
      <style>{SHEET}</style>
      <PageHeader
        title={t('status.title')}
        owner={status?.organizationName}
        period={status && t('status.asOf', { date: date(status.today) })}
        actions={
          status && status.goals.length > 0 ? (
            <>
              {can('export', 'Goal') && (
                <Button
                  component="a"
                  href="/exports/objective-status.csv"
                  variant="default"
                  leftSection={<IconDownload size={16} aria-hidden />}
                >
                  {t('status.export')}
                </Button>
              )}
              <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
                {t('status.print')}
              </Button>
            </>
          ) : undefined
        }
      />
      {error && !status && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!status && !error && <Skeleton height={480} />}
      {status && status.goals.length === 0 && (
        <EmptyState title={t('status.none')} begin={<LinkButton to="/goals">{t('status.toGoals')}</LinkButton>}>
          {t('status.noneText')}
        </EmptyState>
      )}
      {status && status.goals.length > 0 && (
        <div className={`${classes.page} ${classes.sheet}`}>
          <OutlookStrip outlooks={status.outlooks} label={t('status.summary')} />
          {status.goals.map((goal) => (
            <section key={goal.id ?? 'none'} className={classes.goal} aria-labelledby={`goal-${goal.id}`}>
              <div className={classes.goalHead}>
                <h2 id={`goal-${goal.id}`} className={classes.goalName}>
                  {goal.name ?? t('status.noGoal')}
                </h2>
                {goal.objectives.length > 0 && <OutlookBadge outlook={goal.outlook} />}
                {goal.dueOn && <span className={classes.quiet}>{t('by', { date: date(goal.dueOn) })}</span>}
              </div>
              {goal.objectives.length === 0 ? (
                <p className={classes.quiet}>{t('status.noObjective')}</p>
              ) : (
                <ObjectiveTable
                  label={t('status.tableOf', { goal: goal.name ?? t('status.noGoal') })}
                  objectives={goal.objectives}
                />
              )}
            </section>
          ))}
          <p className={classes.foot}>{t('status.foot', { minimum: number(status.minimumGroupSize) })}</p>
        </div>
      )}
    </>
  );
}
