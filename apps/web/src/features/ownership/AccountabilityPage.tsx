import { Button, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { PageHeader } from '../../ui/PageHeader.js';
import classes from './AccountabilityPage.module.css';
import { FindingsPanel } from './FindingsPanel.js';
import { MatrixTable } from './MatrixTable.js';
import { AccountabilityFindingsDocument } from './ownership.generated.js';
import { ReorganiseDialog } from './ReorganiseDialog.js';
import type { AccountabilitySearch } from './routes.js';

const route = getRouteApi('/app/accountability');
/** Few enough that the matrix stays in sight below them. */
const PAGE = 10;

export default function AccountabilityPage() {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const can = useCan();
  const search: AccountabilitySearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: AccountabilitySearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: !('reorganise' in next) });
  const findings = useQuery(AccountabilityFindingsDocument, {
    variables: { on: search.on, kind: search.kind, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const shown = findings.data?.accountabilityFindings ?? findings.previousData?.accountabilityFindings;
  const day = search.on ?? shown?.on;
  return (
    <>
      <PageHeader
        title={t('matrix.title')}
        period={day && t('matrix.onDay', { day: date(day) })}
        actions={
          <>
            {can('export', 'Ownership') && (
              <Button
                component="a"
                href={`/exports/accountability.csv${search.on ? `?on=${search.on}` : ''}`}
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {t('matrix.export')}
              </Button>
            )}
            {can('update', 'Ownership') && (
              <Button
                leftSection={<IconArrowsExchange size={16} aria-hidden />}
                onClick={() => change({ reorganise: true })}
              >
                {t('reorganise.open')}
              </Button>
            )}
          </>
        }
        below={
          <div className={classes.day}>
            <TextInput
              type="date"
              size="xs"
              label={t('matrix.day')}
              value={day ?? ''}
              onChange={(event) => change({ on: event.currentTarget.value || undefined })}
            />
            {search.on && (
              <Button size="xs" variant="subtle" onClick={() => change({ on: undefined })}>
                {t('owners.backToToday')}
              </Button>
            )}
          </div>
        }
      />
      <div className={classes.page}>
        <FindingsPanel
          findings={shown}
          loading={findings.loading}
          error={findings.error}
          onRetry={() => void findings.refetch()}
          onMore={() => void findings.fetchMore({ variables: { after: shown?.found.pageInfo.endCursor } })}
          kind={search.kind}
          onKind={(kind) => change({ kind })}
        />
        <MatrixTable search={search} onChange={change} />
      </div>
      <ReorganiseDialog
        opened={search.reorganise ?? false}
        fromTeamId={search.from}
        touchpointId={search.touchpoint}
        onClose={() => change({ reorganise: undefined, from: undefined, touchpoint: undefined })}
      />
    </>
  );
}
