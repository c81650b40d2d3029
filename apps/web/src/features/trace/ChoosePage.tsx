import { useQuery } from '@apollo/client/react';
import { Group, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import type { ChooseSearch } from './routes.js';
import { TraceablesDocument } from './trace.generated.js';
import classes from './Trace.module.css';
import { FOUND_KINDS, kindOf, slugOfKind } from './trace-words.js';
import { useNodeText } from './use-node-text.js';

const route = getRouteApi('/app/trace');

/** Where a trace begins: an object, found by its name or number. */
export default function ChoosePage() {
  const { t } = useTranslation('trace');
  const search: ChooseSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: ChooseSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true });
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('choose.lead')}
        actions={
          <LinkButton to="/trace/broken" variant="default">
            {t('broken.title')}
          </LinkButton>
        }
      />
      <Group gap="xs" mb="md" role="search">
        <SearchField label={t('choose.search')} value={search.q} onChange={(q) => change({ q })} />
        <FilterSelect
          label={t('choose.kind')}
          any={t('choose.anyKind')}
          choices={FOUND_KINDS.map((kind) => ({ value: slugOfKind(kind), label: t(`kind.${kind}`) }))}
          value={search.kind}
          onChange={(kind) => change({ kind })}
        />
      </Group>
      {search.q || search.kind ? (
        <Found search={search} onClear={() => change({ q: undefined, kind: undefined })} />
      ) : (
        <EmptyState title={t('choose.empty')}>{t('choose.emptyText')}</EmptyState>
      )}
    </>
  );
}

function Found({ search, onClear }: { search: ChooseSearch; onClear: () => void }) {
  const { t } = useTranslation('trace');
  const nodeText = useNodeText();
  const kind = search.kind && kindOf(search.kind);
  const { data, previousData, error, refetch } = useQuery(TraceablesDocument, {
    variables: { search: search.q ?? '', kinds: kind ? [kind] : undefined },
  });
  const found = (data ?? previousData)?.traceables;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!found) return <Skeleton height={240} />;
  if (found.length === 0)
    return (
      <NothingFound title={t('choose.none')} clear={t('choose.clear')} onClear={onClear}>
        {t('choose.noneText')}
      </NothingFound>
    );
  return (
    <ul className={`${classes.found} ts-card`} aria-label={t('choose.found')}>
      {found.map((each) => (
        <li key={`${each.kind} ${each.id}`} className={classes.item}>
          <AppLink to="/trace/$kind/$traceId" params={{ kind: slugOfKind(each.kind), traceId: each.id }}>
            {nodeText(each)}
          </AppLink>
          <span className={classes.quiet}>{t(`kind.${each.kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
