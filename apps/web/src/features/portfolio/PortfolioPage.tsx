import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { WaitsForMe } from '../concerns/index.js';
import { BenefitsPanel } from './BenefitsPanel.js';
import { EffectsPanel } from './EffectsPanel.js';
import { FunnelPanel } from './FunnelPanel.js';
import { LatePanel } from './LatePanel.js';
import classes from './Portfolio.module.css';
import { PortfolioActs } from './PortfolioActs.js';
import { PortfolioFilters } from './PortfolioFilters.js';
import { type PortfolioQuery, PortfolioDocument } from './portfolio.generated.js';
import type { PortfolioSearch } from './routes.js';
import { ValueMap } from './ValueMap.js';
import { VerdictsPanel } from './VerdictsPanel.js';
import { AsOf } from './AsOf.js';

const route = getRouteApi('/app/portfolio');
const UNFILTERED: PortfolioSearch = {
  team: undefined,
  sponsor: undefined,
  goal: undefined,
  from: undefined,
  to: undefined,
};

/** Everything that is undertaken, on one page: what it is worth, where it stands, what it proved, and what waits. */
export default function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const search: PortfolioSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { data, previousData, error, loading, refetch } = useQuery(PortfolioDocument, {
    variables: {
      teamId: search.team,
      sponsorId: search.sponsor,
      goalId: search.goal,
      launchedFrom: search.from,
      launchedTo: search.to,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const portfolio = data?.portfolio ?? (error ? undefined : previousData?.portfolio);
  const change = (next: PortfolioSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={portfolio && portfolio.initiatives > 0 ? <PortfolioActs search={search} /> : undefined}
        below={portfolio && <AsOf at={portfolio.asOf} busy={loading} onAgain={() => void refetch()} />}
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {(portfolio ?? (error && filtered)) && (
        <PortfolioFilters search={search} choices={portfolio?.choices} onChange={change} />
      )}
      {!portfolio && !error && <Loading />}
      {portfolio && portfolio.initiatives === 0 && (
        <>
          {filtered ? (
            <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={() => change(UNFILTERED)}>
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <Begin />
          )}
          <WaitsForMe />
        </>
      )}
      {portfolio && portfolio.initiatives > 0 && <Panels portfolio={portfolio} />}
    </>
  );
}

function Panels({ portfolio }: { portfolio: PortfolioQuery['portfolio'] }) {
  const { benefits, benefitCount, effects, effectCount, funnel, late, map, money, verdicts } = portfolio;
  return (
    <div className={classes.page}>
      <div className={classes.first}>
        <VerdictsPanel verdicts={verdicts} />
        <WaitsForMe />
      </div>
      <div className={classes.second}>
        <ValueMap map={map} />
        <FunnelPanel funnel={funnel} />
      </div>
      <BenefitsPanel money={money} benefits={benefits} count={benefitCount} />
      <EffectsPanel effects={effects} count={effectCount} />
      <LatePanel late={late} />
    </div>
  );
}

function Loading() {
  return (
    <div className={classes.page}>
      <div className={classes.first}>
        <Skeleton height={320} />
        <Skeleton height={320} />
      </div>
      <div className={classes.second}>
        <Skeleton height={420} />
        <Skeleton height={420} />
      </div>
      <Skeleton height={280} />
    </div>
  );
}

function Begin() {
  const { t } = useTranslation('portfolio');
  const can = useCan();
  return (
    <EmptyState
      title={t('none')}
      begin={
        can('create', 'Initiative') && (
          <LinkButton to="/initiatives" search={{ add: true }}>
            {t('begin')}
          </LinkButton>
        )
      }
    >
      {t('noneText')}
    </EmptyState>
  );
}
