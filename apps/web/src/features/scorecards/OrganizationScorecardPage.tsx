import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { NumberWithN } from '../../ui/NumberWithN.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { OutlookStrip } from './OutlookStrip.js';
import classes from './Scorecards.module.css';
import { OrganizationScorecardDocument, type TotalsFieldsFragment } from './scorecards.generated.js';
import { type Line, organizationLines } from './organization-lines.js';

/** What units and teams answer for and how it goes, up to the whole organisation. */
export default function OrganizationScorecardPage() {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  const { data, error, refetch } = useQuery(OrganizationScorecardDocument);
  const card = data?.organizationScorecard;
  const lines = card ? organizationLines(card) : [];
  return (
    <>
      <PageHeader title={t('organization.title')} period={t('organization.lead')} />
      {error && !card && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!card && !error && <Skeleton height={480} />}
      {card && card.totals.touchpoints === 0 && card.totals.metrics === 0 && (
        <EmptyState
          title={t('organization.none')}
          begin={<LinkButton to="/accountability">{t('organization.toOwners')}</LinkButton>}
        >
          {t('organization.noneText')}
        </EmptyState>
      )}
      {card && (card.totals.touchpoints > 0 || card.totals.metrics > 0) && (
        <div className={classes.page}>
          <Panel title={t('organization.whole')}>
            <OutlookStrip label={t('status.summary')} outlooks={card.totals.outlooks} />
            <p className={classes.quiet}>
              {t('organization.covered', {
                touchpoints: number(card.totals.touchpoints),
                measured: number(card.totals.measured),
                fresh: number(card.totals.fresh),
              })}{' '}
              {card.unowned > 0 && (
                <AppLink to="/touchpoints" search={{ team: 'none' }} size="sm">
                  {t('organization.unowned', { count: card.unowned })}
                </AppLink>
              )}
            </p>
          </Panel>
          <Panel title={t('organization.byTeam')}>
            <Lines lines={lines} />
            <p className={classes.foot}>{t('organization.foot')}</p>
          </Panel>
        </div>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('scorecards');
  const { number } = useFormats();
  const share = ({ touchpoints, fresh }: TotalsFieldsFragment) =>
    touchpoints === 0 ? '–' : t('of', { count: number(fresh), total: number(touchpoints) });
  return (
    <PlainTable
      label={t('organization.byTeam')}
      columns={[
        { key: 'name', title: t('column.unit') },
        { key: 'touchpoints', title: t('column.touchpoints'), number: true },
        { key: 'fresh', title: t('part.fresh'), number: true },
        { key: 'metrics', title: t('column.metrics'), number: true },
        { key: 'perception', title: t('part.perception') },
        { key: 'targets', title: t('part.targets') },
      ]}
      rows={lines.map(({ id, name, depth, isTeam, totals }) => ({
        key: id,
        strong: !isTeam,
        cells: [
          <span key="name" className={classes.indent} style={{ '--depth': depth } as CSSProperties}>
            {isTeam ? (
              <AppLink to="/touchpoints" search={{ team: id }} size="sm">
                {name}
              </AppLink>
            ) : (
              name
            )}
          </span>,
          number(totals.touchpoints),
          share(totals),
          number(totals.metrics),
          <NumberWithN
            key="perception"
            value={totals.perception}
            n={totals.perception === null ? null : totals.n}
            interval={[totals.lower, totals.upper]}
            digits={0}
          />,
          totals.outlooks.length === 0 ? (
            '–'
          ) : (
            <OutlookStrip key="targets" label={t('status.summary')} outlooks={totals.outlooks} />
          ),
        ],
      }))}
    />
  );
}
