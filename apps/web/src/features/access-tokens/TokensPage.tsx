import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { CreateTokenForm } from './CreateTokenForm.js';
import type { TokensSearch } from './routes.js';
import { type TokenState, tokenState } from './token-state.js';
import { AccessTokensDocument, RevokeAccessTokenDocument, type TokenFieldsFragment } from './tokens.generated.js';

const column = createColumnHelper<TokenFieldsFragment>();
const tones: Record<TokenState, Tone> = { VALID: 'good', EXPIRES_SOON: 'warn', EXPIRED: 'quiet', REVOKED: 'quiet' };

export default function TokensPage() {
  const { t } = useTranslation('tokens');
  const { list } = useFormats();
  const can = useCan();
  const search = useSearch({ from: '/app/admin/tokens' });
  const navigate = useNavigate({ from: '/admin/tokens' });
  const change = (next: Partial<TokensSearch>) => void navigate({ search: (last) => ({ ...last, ...next }) });
  const { data, loading, error, refetch } = useQuery(AccessTokensDocument);
  const [revoke] = useAct(RevokeAccessTokenDocument);
  const [confirm, dialog] = useConfirm();
  const [refused, setRefused] = useState<AppError | null>(null);
  const [now] = useState(() => Date.now());

  const columns = useMemo(() => {
    const ask = async (token: TokenFieldsFragment) => {
      setRefused(null);
      const yes = await confirm({
        title: t('revoke.title', { name: token.name }),
        consequence: t('revoke.consequence'),
        act: t('revoke.act'),
      });
      if (!yes) return;
      const outcome = await revoke({ id: token.id });
      if (outcome.error) return setRefused(outcome.error);
      notifyDone(t('revoke.done'));
    };
    return [
      column.accessor('name', { header: t('column.name'), meta: { fixed: true } }),
      column.accessor((token) => tokenState(token, now), {
        id: 'state',
        header: t('column.state'),
        cell: (cell) => <StatusBadge tone={tones[cell.getValue()]}>{t(`state.${cell.getValue()}`)}</StatusBadge>,
      }),
      column.accessor((token) => list(token.scopes.map((scope) => t(`scope.${scope}`))), {
        id: 'scopes',
        header: t('column.scopes'),
      }),
      column.accessor('createdAt', {
        header: t('column.created'),
        cell: (cell) => <RelativeTime at={cell.getValue()} />,
      }),
      column.accessor('expiresAt', {
        header: t('column.expires'),
        cell: (cell) => <RelativeTime at={cell.getValue()} />,
      }),
      column.accessor((token) => token.lastUsedAt ?? '', {
        id: 'lastUsed',
        header: t('column.lastUsed'),
        cell: (cell) => (cell.getValue() ? <RelativeTime at={cell.getValue()} /> : t('neverUsed')),
      }),
      column.display({
        id: 'acts',
        header: () => <span className="ts-visually-hidden">{t('column.acts')}</span>,
        meta: { fixed: true, label: '' },
        cell: ({ row: { original: token } }) =>
          can('archive', 'AccessToken') &&
          !token.revokedAt && (
            <Button
              size="compact-xs"
              variant="outline"
              color="red"
              aria-label={t('revoke.one', { name: token.name })}
              onClick={() => void ask(token)}
            >
              {t('revoke.act')}
            </Button>
          ),
      }),
    ];
  }, [t, list, now, can, confirm, revoke]);

  const begin = can('create', 'AccessToken') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ create: true })}>
      {t('create.open')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={begin} />
      {refused && <ErrorState error={refused} />}
      <DataTable
        id="tokens"
        label={t('title')}
        columns={columns}
        rows={data?.accessTokens}
        rowKey={(token) => token.id}
        loading={loading}
        error={error}
        onRetry={() => void refetch()}
        sort={sortOf(search.sort)}
        onSort={(sort) => change({ sort: sortParam(sort) })}
        empty={
          <EmptyState title={t('none')} begin={begin}>
            {t('noneText')}
          </EmptyState>
        }
      />
      <SidePanel
        opened={search.create ?? false}
        onClose={() => change({ create: undefined })}
        title={t('create.title')}
      >
        <CreateTokenForm onDone={() => change({ create: undefined })} />
      </SidePanel>
      {dialog}
    </>
  );
}
