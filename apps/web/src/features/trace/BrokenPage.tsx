import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import type { BrokenSearch } from './routes.js';
import { BrokenThreadsDocument } from './trace.generated.js';
import classes from './Trace.module.css';
import { BROKEN, slugOfBroken } from './trace-words.js';
import { useBrokenColumns } from './use-broken-columns.js';

const route = getRouteApi('/app/trace/broken');
const PAGE = 50;

/** Where threads break, joint by joint, and the way to where each is mended. */
export default function BrokenPage() {
  const { t } = useTranslation('trace');
  const search: BrokenSearch = route.useSearch();
  const navigate = route.useNavigate();
  const mayExport = useCan()('export', 'Initiative');
  const kind = BROKEN.find((each) => slugOfBroken(each) === search.kind) ?? 'PAIN_POINT_WITHOUT_INITIATIVE';
  const columns = useBrokenColumns(kind);
  const query = useQuery(BrokenThreadsDocument, {
    variables: { kind, first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const counts = (query.data ?? query.previousData)?.brokenThreads.counts;
  return (
    <>
      <PageHeader
        above={<AppLink to="/trace">{t('title')}</AppLink>}
        title={t('broken.title')}
        period={t('broken.lead')}
        actions={
          mayExport && (
            <Button
              component="a"
              href="/exports/broken-threads.csv"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('broken.export')}
            </Button>
          )
        }
      />
      <div className={classes.kinds} role="group" aria-label={t('broken.kinds')}>
        {BROKEN.map((each) => {
          const count = counts?.find((one) => one.kind === each)?.count;
          return (
            <UnstyledButton
              key={each}
              className={classes.kindCard}
              aria-pressed={each === kind}
              onClick={() => void navigate({ to: '.', search: { kind: slugOfBroken(each) }, replace: true })}
            >
              {count === undefined ? (
                <Skeleton height={28} width={40} />
              ) : (
                <span className={classes.kindCount}>{count}</span>
              )}
              <span>{t(`broken.kind.${each}`)}</span>
            </UnstyledButton>
          );
        })}
      </div>
      <p className={classes.summary}>{t(`broken.help.${kind}`)}</p>
      <DataTable
        key={kind}
        id="broken-threads"
        label={t(`broken.kind.${kind}`)}
        columns={columns}
        {...connectionRows(query, query.data?.brokenThreads.found)}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('broken.none')}>{t(`broken.whole.${kind}`)}</EmptyState>}
      />
    </>
  );
}
