import { useQuery } from '@apollo/client/react';
import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { usePrinting } from '../../ui/use-printing.js';
import type { TraceSearch } from './routes.js';
import { TraceDocument, type TraceQuery } from './trace.generated.js';
import classes from './Trace.module.css';
import { directionOf, kindOf, KINDS } from './trace-words.js';
import { TraceGraph } from './TraceGraph.js';
import { TraceList } from './TraceList.js';
import { useNodeText } from './use-node-text.js';

const route = getRouteApi('/app/trace/$kind/$traceId');
const BROADEST = 500;
/** Below this width a graph of the whole thread would be a keyhole. */
const ROOM = '(min-width: 768px)';

/** The thread through one object, as a graph and as a list. */
export default function TracePage() {
  const { t } = useTranslation('trace');
  const params = route.useParams();
  const search: TraceSearch = route.useSearch();
  const kind = kindOf(params.kind);
  const { data, previousData, error, refetch } = useQuery(TraceDocument, {
    variables: {
      // An address with a kind that there is none of is answered below, without asking.
      kind: kind ?? 'GOAL',
      id: params.traceId,
      on: search.on,
      direction: directionOf(search.way),
      breadth: search.all ? BROADEST : undefined,
    },
    skip: !kind,
    fetchPolicy: 'cache-and-network',
  });
  const last = previousData?.trace.nodes[0];
  // While another day is read, the thread of the last one stays; that of another object does not.
  const trace = data?.trace ?? (last?.kind === kind && last?.id === params.traceId ? previousData?.trace : undefined);
  if (!kind) return <Refused error={{ code: 'NOT_FOUND' }} />;
  if (error) return <Refused error={error} onRetry={() => void refetch()} day={search.on} />;
  if (!trace)
    return (
      <>
        <PageHeader title={t('title')} />
        <Skeleton height={420} />
      </>
    );
  return <Shown trace={trace} search={search} />;
}

/** The way back to a day that there is something of, or to another object. */
function Refused({ error, onRetry, day }: { error: unknown; onRetry?: () => void; day?: string }) {
  const { t } = useTranslation('trace');
  return (
    <>
      <PageHeader title={t('title')} above={<AppLink to="/trace">{t('choose.title')}</AppLink>} />
      <ErrorState error={error} onRetry={onRetry} />
      {day && (
        <p>
          <AppLink to="." search={{}}>
            {t('today')}
          </AppLink>
        </p>
      )}
    </>
  );
}

function Shown({ trace, search }: { trace: TraceQuery['trace']; search: TraceSearch }) {
  const { t } = useTranslation('trace');
  const { date } = useFormats();
  const navigate = route.useNavigate();
  const nodeText = useNodeText();
  const printing = usePrinting();
  const room = useMediaQuery(ROOM, true, { getInitialValueInEffect: false });
  const change = (next: TraceSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const [origin] = trace.nodes;
  if (!origin) return null;
  const asList = !room || search.view === 'list' || printing;
  const more = trace.nodes.reduce((sum, node) => sum + node.more.reduce((count, each) => count + each.count, 0), 0);
  const kinds = KINDS.map((kind) => [kind, trace.nodes.filter((node) => node.kind === kind).length] as const);
  return (
    <>
      <PageHeader
        above={<AppLink to="/trace">{t('choose.title')}</AppLink>}
        title={t('of', { name: nodeText(origin) })}
        owner={t(`kind.${origin.kind}`)}
        period={t('onDay', { day: date(trace.on) })}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
        below={<Questions trace={trace} search={search} change={change} room={room ?? true} />}
      />
      <p className={classes.summary} role="status">
        {trace.nodes.length === 1
          ? t('alone')
          : kinds
              .filter(([, count]) => count > 0)
              .map(([kind, count]) => t('count', { kind: t(`kind.${kind}`), count }))
              .join(' · ')}
      </p>
      {(more > 0 || !trace.complete) && (
        <p className={classes.more} role="note">
          {trace.complete ? t('more', { count: more }) : t('cut')}{' '}
          {!search.all && more > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => change({ all: true })}>
              {t('showMore')}
            </Button>
          )}
        </p>
      )}
      {asList ? (
        <TraceList trace={trace} />
      ) : (
        <TraceGraph
          key={`${origin.id}`}
          trace={trace}
          at={search.at === undefined ? 0 : search.at - 1}
          onAt={(place) => change({ at: place + 1 })}
        />
      )}
    </>
  );
}

interface QuestionsProps {
  trace: TraceQuery['trace'];
  search: TraceSearch;
  change: (next: TraceSearch) => void;
  room: boolean;
}

/** Which day, which way, and how it is shown. */
function Questions({ trace, search, change, room }: QuestionsProps) {
  const { t } = useTranslation('trace');
  return (
    <div className={`${classes.questions} ts-no-print`}>
      <TextInput
        type="date"
        size="xs"
        label={t('day')}
        value={search.on ?? trace.on}
        onChange={(event) => change({ on: event.currentTarget.value || undefined, at: undefined })}
      />
      {search.on && (
        <Button size="xs" variant="subtle" onClick={() => change({ on: undefined, at: undefined })}>
          {t('today')}
        </Button>
      )}
      <SegmentedControl
        size="xs"
        aria-label={t('way.label')}
        data={(['up', 'both', 'down'] as const).map((value) => ({ value, label: t(`way.${value}`) }))}
        value={search.way ?? 'both'}
        onChange={(way) => change({ way: way === 'both' ? undefined : (way as 'up' | 'down'), at: undefined })}
      />
      {room && (
        <SegmentedControl
          size="xs"
          aria-label={t('view.label')}
          data={(['graph', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
          value={search.view ?? 'graph'}
          onChange={(view) => change({ view: view === 'list' ? 'list' : undefined })}
        />
      )}
    </div>
  );
}
