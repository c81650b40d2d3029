import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { CellPanel } from './CellPanel.js';
import classes from './Ecosystem.module.css';
import { EcosystemDocument } from './ecosystem.generated.js';
import { EcosystemFigures } from './EcosystemFigures.js';
import { EcosystemMap } from './EcosystemMap.js';
import { type EcosystemSearch, MEASURES, WINDOWS } from './routes.js';

const route = getRouteApi('/app/ecosystem');

/** How customers meet all products through all stages of their life with the organisation: good, bad, uneven, unknown. */
export default function EcosystemPage() {
  const { t } = useTranslation('ecosystem');
  const { date } = useFormats();
  const search: EcosystemSearch = route.useSearch();
  const navigate = route.useNavigate();
  const measure = search.measure ?? 'PERCEPTION';
  const months = search.months ?? '3';
  const { data, previousData, error, refetch } = useQuery(EcosystemDocument, {
    variables: { measure, months: Number(months) },
  });
  const ecosystem = (data ?? previousData)?.ecosystem;
  const change = (next: EcosystemSearch) => void navigate({ to: '.', search: (last) => ({ ...last, ...next }) });
  return (
    <>
      <PageHeader
        title={t('title')}
        period={ecosystem && t('since', { date: date(ecosystem.from) })}
        actions={
          <>
            <LinkButton to="/products" variant="default">
              {t('products.title')}
            </LinkButton>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          </>
        }
        below={
          <Group gap="xs" className="ts-no-print">
            <NativeSelect
              size="xs"
              aria-label={t('measure.label')}
              value={measure}
              onChange={(event) => {
                const chosen = MEASURES.find((each) => each === event.currentTarget.value);
                change({ measure: chosen === 'PERCEPTION' ? undefined : chosen });
              }}
              data={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
            />
            <NativeSelect
              size="xs"
              aria-label={t('months.label')}
              value={months}
              onChange={(event) => {
                const chosen = WINDOWS.find((each) => each === event.currentTarget.value);
                change({ months: chosen === '3' ? undefined : chosen });
              }}
              data={WINDOWS.map((value) => ({ value, label: t('months.last', { count: Number(value) }) }))}
            />
          </Group>
        }
      />
      {error && !ecosystem && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!ecosystem && !error && <Skeleton height={480} />}
      {ecosystem && ecosystem.rows.length === 0 && (
        <EmptyState
          title={t('none')}
          begin={<LinkButton to="/products">{t('products.title')}</LinkButton>}
          second={<AppLink to="/journeys">{t('toAtlas')}</AppLink>}
        >
          {t('noneText')}
        </EmptyState>
      )}
      {ecosystem && ecosystem.rows.length > 0 && (
        <div className={classes.page}>
          <EcosystemFigures ecosystem={ecosystem} />
          <EcosystemMap
            ecosystem={ecosystem}
            measure={measure}
            onCell={(product, stage) => change({ product, stage })}
          />
          {ecosystem.unplaced.length > 0 && (
            <section className="ts-card" aria-labelledby="unplaced">
              <h2 id="unplaced" className={classes.heading}>
                {t('unplaced.title', { count: ecosystem.unplaced.length })}
              </h2>
              <p className={classes.quiet}>{t('unplaced.text')}</p>
              <ul className={classes.unplaced}>
                {ecosystem.unplaced.map(({ journeyId, name, hasProduct }) => (
                  <li key={journeyId}>
                    <AppLink to="/journeys" search={{ journey: journeyId }} size="sm">
                      {name}
                    </AppLink>{' '}
                    <span className={classes.quiet}>{t(hasProduct ? 'unplaced.stage' : 'unplaced.product')}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <CellPanel search={search} onClose={() => change({ product: undefined, stage: undefined })} />
        </div>
      )}
    </>
  );
}
