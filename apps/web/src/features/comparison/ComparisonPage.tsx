import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { comparableWaves, suggestBefore } from './comparable-waves.js';
import { ComparisonChoicesDocument } from './comparison.generated.js';
import classes from './ComparisonPage.module.css';
import type { ComparisonSearch } from './routes.js';
import { WaveChanges } from './WaveChanges.js';
import { WavePicker } from './WavePicker.js';

const route = getRouteApi('/app/comparison');

/** Two waves of one model, and what moved between them. */
export default function ComparisonPage() {
  const { t } = useTranslation('comparison');
  const search: ComparisonSearch = route.useSearch();
  const navigate = route.useNavigate();
  const mayCreate = useCan()('create', 'Assessment');
  // Kept out of the cache: this page of waves must not replace the list that the list page is reading.
  const { data, error, refetch } = useQuery(ComparisonChoicesDocument, { fetchPolicy: 'no-cache' });
  const waves = data?.assessments.edges.map((edge) => edge.node);
  const after = search.after;
  const before = search.before ?? (waves && suggestBefore(waves, after));
  const enough = waves !== undefined && comparableWaves(waves, undefined).length >= 2;

  return (
    <>
      <PageHeader title={t('title')} period={t('lead')} />
      <div className={classes.page}>
        {error && !waves && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!waves && !error && <Skeleton height={90} />}
        {waves && !enough && (
          <EmptyState
            title={t('tooFewTitle')}
            begin={mayCreate && <LinkButton to="/assessments/new">{t('startSecond')}</LinkButton>}
          >
            {t('tooFewBody')}
          </EmptyState>
        )}
        {waves && enough && (
          <WavePicker
            waves={waves}
            before={before}
            after={after}
            onChange={(next) => void navigate({ to: '.', search: next, replace: true })}
          />
        )}
        {enough && before && after && before !== after && <WaveChanges beforeId={before} afterId={after} />}
        {enough && before && before === after && <p role="alert">{t('same')}</p>}
        {enough && (!before || !after) && <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>}
      </div>
    </>
  );
}
