import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Archive } from './Archive.js';
import { Findings } from './Findings.js';
import classes from './Goals.module.css';
import { GoalCard } from './GoalCard.js';
import { GoalCascadeDocument } from './goals.generated.js';
import { GoalPanel } from './GoalPanel.js';
import { ObjectiveItem } from './ObjectiveItem.js';
import type { GoalsSearch } from './routes.js';

const route = getRouteApi('/app/goals');

/** From what the business wants to what is measured: what hangs loose first, then goal by goal. */
export default function GoalsPage() {
  const { t } = useTranslation('goals');
  const search: GoalsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: GoalsSearch) => void navigate({ to: '.', search: (last) => ({ ...last, ...next }) });
  const can = useCan();
  const { data, error, refetch } = useQuery(GoalCascadeDocument);
  const cascade = data?.goalCascade;
  const edit = can('update', 'Goal') ? (part: string, goal?: string) => change({ edit: part, goal }) : undefined;
  const create = can('create', 'Goal') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ edit: 'goal', goal: undefined })}>
      {t('goal.create')}
    </Button>
  );
  const empty = cascade && cascade.goals.length === 0 && cascade.orphans.length === 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={
          <>
            {cascade && !empty && (
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('print')}
              </Button>
            )}
            {can('create', 'Goal') && (
              <Button variant="default" onClick={() => change({ edit: 'objective', goal: undefined })}>
                {t('objective.create')}
              </Button>
            )}
            {create}
          </>
        }
      />
      {error && !cascade && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!cascade && !error && <Skeleton height={480} />}
      {cascade && (
        <div className={classes.cascade}>
          {empty ? (
            <EmptyState title={t('none')} begin={create}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <Findings findings={cascade.findings} />
          )}
          {cascade.orphans.length > 0 && (
            <section className="ts-card" aria-labelledby="orphans">
              <h2 id="orphans" className={classes.name}>
                {t('orphans')}
              </h2>
              <p className={classes.quiet}>{t('orphansText')}</p>
              <ul className={classes.objectives}>
                {cascade.orphans.map((objective) => (
                  <ObjectiveItem key={objective.id} objective={objective} onEdit={edit} />
                ))}
              </ul>
            </section>
          )}
          {cascade.goals.map((goal) => (
            <GoalCard key={goal.id} goal={goal} onEdit={edit} />
          ))}
          <Archive
            parts={cascade.archive}
            shown={search.archived ?? false}
            onShow={(shown) => change({ archived: shown || undefined })}
          />
          <GoalPanel
            cascade={cascade}
            edit={edit ? search.edit : undefined}
            goalId={search.goal}
            onClose={() => change({ edit: undefined, goal: undefined })}
          />
        </div>
      )}
    </>
  );
}
