import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { AuditEventsDocument, type AuditEventsQuery } from './audit.generated.js';
import { useAuditText, useKnownActs, useKnownKinds } from './audit-text.js';
import { EventDetails } from './EventDetails.js';
import type { AuditSearch } from './routes.js';
import { useVerification } from './use-verification.js';

export type AuditEvent = AuditEventsQuery['auditEvents']['edges'][number]['node'];
const column = createColumnHelper<AuditEvent>();

export default function AuditPage() {
  const { t } = useTranslation('audit');
  const formats = useFormats();
  const can = useCan();
  const text = useAuditText();
  const acts = useKnownActs();
  const kinds = useKnownKinds();
  const search = useSearch({ from: '/app/admin/audit' });
  const navigate = useNavigate({ from: '/admin/audit' });
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: 'q' in next });
  const query = useQuery(AuditEventsDocument, {
    variables: { first: 50, search: search.q, objectKind: search.kind, act: search.act, objectId: search.object },
    notifyOnNetworkStatusChange: true,
  });
  const [verify, verifying, verdict] = useVerification();
  const events = query.data?.auditEvents;
  const opened = events?.edges.find((edge) => edge.node.sequence === search.event)?.node;
  const narrowed = search.q ?? search.kind ?? search.act ?? search.object;

  const columns = useMemo(
    () => [
      column.accessor('sequence', {
        header: t('column.sequence'),
        enableSorting: false,
        meta: { fixed: true },
        cell: (cell) => (
          <Link from="/admin/audit" to="/admin/audit" search={(last) => ({ ...last, event: cell.getValue() })}>
            {cell.getValue()}
          </Link>
        ),
      }),
      column.accessor('occurredAt', {
        header: t('column.when'),
        enableSorting: false,
        cell: (cell) => <time dateTime={cell.getValue()}>{formats.dateTime(cell.getValue())}</time>,
      }),
      column.accessor((event) => text.actor(event.actorKind, event.actorName), {
        id: 'who',
        header: t('column.who'),
        enableSorting: false,
      }),
      column.accessor((event) => text.act(event.act), { id: 'act', header: t('column.act'), enableSorting: false }),
      column.accessor((event) => text.kind(event.objectKind), {
        id: 'object',
        header: t('column.object'),
        enableSorting: false,
      }),
    ],
    [t, text, formats],
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can('verify', 'AuditTrail') && (
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} aria-hidden />}
              loading={verifying}
              onClick={() => void verify()}
            >
              {t('verify.act')}
            </Button>
          )
        }
      />
      {verdict}
      <DataTable
        id="audit"
        label={t('title')}
        columns={columns}
        {...connectionRows(query, events)}
        rowKey={(event) => event.id}
        onRow={(event) => change({ event: event.sequence })}
        filters={
          <Group gap="xs">
            <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterSelect
              label={t('filter.kind')}
              any={t('filter.anyKind')}
              choices={kinds.map((kind) => ({ value: kind, label: text.kind(kind) }))}
              value={search.kind}
              onChange={(kind) => change({ kind })}
            />
            <FilterSelect
              label={t('filter.act')}
              any={t('filter.anyAct')}
              choices={acts.map((act) => ({ value: act, label: text.act(act) }))}
              value={search.act}
              onChange={(act) => change({ act })}
              searchable
            />
          </Group>
        }
        empty={
          narrowed ? (
            <NothingFound
              title={t('noneHere')}
              clear={t('clearFilters')}
              onClear={() => change({ q: undefined, kind: undefined, act: undefined, object: undefined })}
            >
              {t('noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          )
        }
      />
      <SidePanel
        opened={opened !== undefined}
        onClose={() => change({ event: undefined })}
        title={opened ? text.act(opened.act) : ''}
      >
        {opened && <EventDetails event={opened} />}
      </SidePanel>
    </>
  );
}
