import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { AlertFilters } from './AlertFilters.js';
import classes from './Alerts.module.css';
import { AlertRulesPanel } from './AlertRulesPanel.js';
import { AcknowledgeAlertDocument, AlertListDocument, type AlertRowFragment } from './alerts.generated.js';
import type { AlertsSearch } from './routes.js';
import { ALERT_LINK, useAlertColumns } from './use-alert-columns.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { SavedViews } from '../saved-views/index.js';

const route = getRouteApi('/app/monitoring/alerts');
const PAGE = 50;
const NOT_CLOSED = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED'] as const;
const UNFILTERED: AlertsSearch = {
  q: undefined,
  state: undefined,
  rule: undefined,
  severity: undefined,
  team: undefined,
  metric: undefined,
  mine: undefined,
};

/** What the numbers say should be looked at, the weightiest first; to be gone through by keyboard. */
export default function AlertsPage() {
  const { t } = useTranslation('alerts');
  const search: AlertsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(AlertListDocument, {
    variables: {
      first: PAGE,
      states: search.state ? [search.state] : [...NOT_CLOSED],
      rule: search.rule,
      severity: search.severity,
      teamId: search.team,
      metricId: search.metric,
      mine: search.mine ?? false,
      search: search.q,
    },
    notifyOnNetworkStatusChange: true,
    fetchPolicy: 'cache-and-network',
  });
  const [acknowledge] = useAct(AcknowledgeAlertDocument, { refetch: ['AlertList', 'AlertBadge'] });
  const [refusal, attempt] = useRefusal();
  const list = query.data?.alerts;
  const rows = useMemo(() => list?.edges.map(({ node }) => node), [list]);
  const change = (next: AlertsSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  const see = async ({ id, version, metricName }: AlertRowFragment) => {
    if (await attempt(acknowledge({ id, version }))) notifyDone(t('act.acknowledged', { metric: metricName }));
  };
  const columns = useAlertColumns((row) => void see(row));

  /** Keys work on the alert that has the focus, and only while one has it. */
  const triage = (event: KeyboardEvent<HTMLDivElement>) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>(`[${ALERT_LINK}]`);
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${ALERT_LINK}]`)];
    const step = { j: 1, k: -1 }[event.key];
    if (step) links[links.indexOf(link) + step]?.focus();
    const row = rows?.find(({ id }) => id === link.getAttribute(ALERT_LINK));
    if (event.key === 'a' && row?.mayUpdate && row.state === 'OPEN') void see(row);
    if (event.key === 's' && row?.mayUpdate && row.state !== 'CLOSED')
      void navigate({ to: '/monitoring/alerts/$alertId', params: { alertId: row.id }, search: { act: 'snooze' } });
  };

  const narrowed = Object.keys(UNFILTERED).some((key) => search[key as keyof AlertsSearch] !== undefined);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        period={t('list.lead')}
        actions={
          <Button
            variant="default"
            leftSection={<IconAdjustments size={16} aria-hidden />}
            onClick={() => change({ rules: true })}
          >
            {t('rules.open')}
          </Button>
        }
      />
      {refusal && <ErrorState error={refusal} />}
      <div onKeyDown={triage}>
        <DataTable
          id="alerts"
          label={t('list.title')}
          columns={columns}
          {...connectionRows(query, list)}
          rows={rows}
          rowKey={(row) => row.id}
          onRow={(row) => void navigate({ to: '/monitoring/alerts/$alertId', params: { alertId: row.id } })}
          views={<SavedViews page="alerts" />}
          filters={<AlertFilters search={search} onChange={change} />}
          empty={
            narrowed ? (
              <NothingFound
                title={t('list.noneHere')}
                clear={t('list.clearFilters')}
                onClear={() => change(UNFILTERED)}
              >
                {t('list.noneHereText')}
              </NothingFound>
            ) : (
              <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
            )
          }
        />
        {rows && rows.length > 1 && <p className={classes.keys}>{t('list.keys')}</p>}
      </div>
      <SidePanel opened={search.rules ?? false} onClose={() => change({ rules: undefined })} title={t('rules.title')}>
        <AlertRulesPanel />
      </SidePanel>
    </>
  );
}
