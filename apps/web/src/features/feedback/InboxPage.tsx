import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconDownload, IconFileUpload, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { FeedbackCard } from './FeedbackCard.js';
import { TRIAGE_KEYS, type TriageAct } from './feedback-words.js';
import {
  FeedbackInboxDocument,
  type FeedbackFieldsFragment,
  OneFeedbackDocument,
  TakeFeedbackBackDocument,
} from './feedback.generated.js';
import { GapForm } from './GapForm.js';
import classes from './Inbox.module.css';
import { InboxFilters } from './InboxFilters.js';
import { InboxList, standOn } from './InboxList.js';
import { RecordForm } from './RecordForm.js';
import type { InboxSearch } from './routes.js';
import { TriageForm } from './TriageForm.js';

const route = getRouteApi('/app/inbox');
const PAGE = 50;
const REFETCH = ['FeedbackInbox'];
const CLOSED: InboxSearch = { act: undefined, assessment: undefined, node: undefined };

/** What came in, one after the other, with a key for each act: whoever sorts a hundred does not reach for the mouse. */
export default function InboxPage() {
  const { t } = useTranslation('feedback');
  const search: InboxSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const [last, setLast] = useState<FeedbackFieldsFragment | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [takeBack, busy] = useAct(TakeFeedbackBackDocument, { refetch: REFETCH });
  const state = search.state ?? 'NEW';
  const list = useQuery(FeedbackInboxDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      state,
      source: search.source,
      touchpointId: search.touchpoint,
      ratingAtMost: search.rating,
      importId: search.import,
    },
    notifyOnNetworkStatusChange: true,
  });
  const page = list.data?.feedback;
  const listed = page?.edges.map(({ node }) => node);
  const away = useAway(search.at, listed);
  const rows = away ? [away, ...(listed ?? [])] : listed;
  const index = Math.max(0, rows?.findIndex(({ id }) => id === search.at) ?? 0);
  const current = rows?.[index];
  const triage = search.act === 'record' || search.act === 'gap' ? undefined : search.act;
  const gap =
    search.act === 'gap' && search.assessment && search.node
      ? { assessmentId: search.assessment, nodeId: search.node }
      : undefined;
  const change = (next: InboxSearch) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true });
  const step = (by: number) => {
    const next = rows?.[index + by];
    if (!next) return;
    change({ at: next.id });
    standOn(next.id);
  };
  const begin = (act: TriageAct) => {
    if (current?.mayUpdate && (act === 'tie' || current.state === 'NEW')) change({ at: current.id, act });
  };
  const undo = async (feedback: FeedbackFieldsFragment) => {
    const { id, version } = feedback;
    const outcome = await takeBack({ id, version });
    setError(outcome.error ?? null);
    if (outcome.error) return;
    setLast(null);
    change({ at: id });
    notifyDone(t('done.takeBack'));
  };
  const done = (feedback: FeedbackFieldsFragment, act: TriageAct) => {
    // What was sorted leaves the list: the next one takes its place under the reader's eyes.
    const next = act === 'tie' ? feedback : (rows?.[index + 1] ?? rows?.[index - 1]);
    if (act !== 'tie') setLast(feedback);
    setError(null);
    change({ act: undefined, at: next?.id });
    notifyDone(t(`done.${act}`));
  };
  useHotkeys([
    ['J', () => step(1)],
    ['K', () => step(-1)],
    ...(Object.keys(TRIAGE_KEYS) as TriageAct[]).map((act): [string, () => void] => [
      TRIAGE_KEYS[act],
      () => begin(act),
    ]),
    ['U', () => void (last && !busy && undo(last))],
  ]);
  const record = can('create', 'Feedback') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ act: 'record' })}>
      {t('record.act')}
    </Button>
  );
  const narrowed = Boolean(
    search.q ?? search.source ?? search.state ?? search.touchpoint ?? search.rating ?? search.import,
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={
          <>
            {last && (
              <Button variant="default" loading={busy} onClick={() => void undo(last)}>
                {t('undo')}
              </Button>
            )}
            {can('export', 'Feedback') && (
              <Button
                component="a"
                variant="default"
                href={exportOf(search)}
                download
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {t('export')}
              </Button>
            )}
            {can('run', 'Feedback') && (
              <LinkButton to="/inbox/imports" variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
                {t('import.all')}
              </LinkButton>
            )}
            {record}
          </>
        }
        below={<InboxFilters search={search} onChange={change} total={page?.totalCount} />}
      />
      {error && <ErrorState error={error} />}
      {list.error && !page && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!page && !list.error && <Skeleton height={360} mt="md" />}
      {rows?.length === 0 && (
        <EmptyState title={t(narrowed ? 'empty.noneHere' : 'empty.title')} begin={record}>
          {t(narrowed ? 'empty.noneHereText' : 'empty.text')}
        </EmptyState>
      )}
      {rows && current && (
        <div className={classes.page}>
          <InboxList
            rows={rows}
            current={current.id}
            onChoose={(at) => change({ at })}
            hasMore={page?.pageInfo.hasNextPage ?? false}
            loading={list.loading}
            onMore={() => void list.fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
          />
          <FeedbackCard
            key={current.id}
            feedback={current}
            busy={busy}
            onAct={begin}
            onTakeBack={() => void undo(current)}
          />
        </div>
      )}
      <SidePanel
        opened={search.act === 'record' || gap !== undefined || (triage !== undefined && current !== undefined)}
        onClose={() => change(CLOSED)}
        title={triage ? t(`act.${triage}`) : t(gap ? 'gap.act' : 'record.act')}
      >
        {search.act === 'record' && <RecordForm onDone={() => change(CLOSED)} />}
        {gap && <GapForm {...gap} onDone={(at) => change(at ? { ...CLOSED, state: undefined, at } : CLOSED)} />}
        {triage && current && (
          <TriageForm
            key={`${triage} ${current.id} ${current.version}`}
            act={triage}
            feedback={current}
            onDone={done}
            onCancel={() => change(CLOSED)}
          />
        )}
      </SidePanel>
    </>
  );
}

/** What a link from elsewhere leads to is shown first, wherever in the list it would stand. */
function useAway(at: string | undefined, listed: FeedbackFieldsFragment[] | undefined) {
  const skip = at === undefined || listed === undefined || listed.some(({ id }) => id === at);
  const { data } = useQuery(OneFeedbackDocument, { variables: { id: at ?? '' }, skip });
  return skip || data?.feedbackItem.id !== at ? undefined : data.feedbackItem;
}

/** The list as it is narrowed, all pages of it. */
function exportOf({ q, state, source, touchpoint, rating, import: importId }: InboxSearch): string {
  const asked = {
    search: q,
    state: state ?? 'NEW',
    source,
    touchpointId: touchpoint,
    ratingAtMost: rating?.toString(),
    importId,
  };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/exports/feedback.csv?${new URLSearchParams(given).toString()}`;
}
