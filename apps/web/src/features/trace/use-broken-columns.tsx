import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import type { Columns } from '../../ui/DataTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { ObjectLink } from './ObjectLink.js';
import type { BrokenThreadKind, BrokenThreadsQuery } from './trace.generated.js';
import classes from './Trace.module.css';
import { toneOf } from './trace-words.js';
import { TraceLink } from './TraceLink.js';
import { useNodeText, useStateText } from './use-node-text.js';

type Row = BrokenThreadsQuery['brokenThreads']['found']['edges'][number]['node'];

export function useBrokenColumns(kind: BrokenThreadKind): Columns<Row> {
  const { t } = useTranslation('trace');
  const { date } = useFormats();
  const nodeText = useNodeText();
  const stateText = useStateText();
  return useMemo<Columns<Row>>(
    () => [
      {
        id: 'name',
        header: t('broken.name'),
        accessorFn: (row) => nodeText({ ...row, kind: row.objectKind }),
        cell: ({ row: { original }, getValue }) => (
          <ObjectLink kind={original.objectKind} id={original.id}>
            {getValue()}
          </ObjectLink>
        ),
        meta: { fixed: true },
      },
      {
        id: 'state',
        header: t('broken.state'),
        accessorFn: (row) => stateText({ kind: row.objectKind, state: row.state }),
        cell: ({ row: { original }, getValue }) =>
          getValue() ? <StatusBadge tone={toneOf(original.state ?? '')}>{getValue()}</StatusBadge> : '–',
      },
      { id: 'partOf', header: t('broken.partOf'), accessorFn: (row) => row.partOf ?? '–' },
      { id: 'since', header: t('broken.since'), accessorFn: (row) => (row.since ? date(row.since) : '–') },
      {
        id: 'mend',
        header: t('broken.mend'),
        enableSorting: false,
        cell: ({ row: { original } }) => {
          const name = nodeText({ ...original, kind: original.objectKind });
          const act = t(`broken.act.${kind}`);
          return (
            <span className={classes.item}>
              {original.mayMend && (
                <MendLink kind={kind} id={original.id} label={t('broken.mendOne', { act, name })}>
                  {act}
                </MendLink>
              )}
              <TraceLink kind={original.objectKind} id={original.id} small name={name} />
            </span>
          );
        },
      },
    ],
    [t, date, nodeText, stateText, kind],
  );
}

interface MendLinkProps {
  kind: BrokenThreadKind;
  id: string;
  label: string;
  children: string;
}

/** To the place where this joint is made, with the form open that makes it where there is one. */
function MendLink({ kind, id, label, children }: MendLinkProps) {
  switch (kind) {
    case 'OBJECTIVE_WITHOUT_METRIC':
      return (
        <AppLink to="/goals" search={{ edit: `metric:${id}` }} aria-label={label}>
          {children}
        </AppLink>
      );
    case 'METRIC_WITHOUT_PLACE':
      return (
        <AppLink to="/metrics/$metricId" params={{ metricId: id }} search={{ edit: 'link' }} aria-label={label}>
          {children}
        </AppLink>
      );
    case 'TOUCHPOINT_WITHOUT_OWNER':
      return (
        <AppLink
          to="/touchpoints/$touchpointId"
          params={{ touchpointId: id }}
          search={{ assign: true }}
          aria-label={label}
        >
          {children}
        </AppLink>
      );
    case 'GAP_WITHOUT_PLAN':
      return (
        <AppLink
          to="/assessments/$assessmentId/results"
          params={{ assessmentId: id.split(':')[0] ?? id }}
          search={{ view: 'gaps', beyond: true }}
          aria-label={label}
        >
          {children}
        </AppLink>
      );
    case 'PAIN_POINT_WITHOUT_INITIATIVE':
      return (
        <AppLink to="/opportunities" search={{ opportunity: 'new', painPoint: id }} aria-label={label}>
          {children}
        </AppLink>
      );
    case 'INITIATIVE_WITHOUT_EFFECT':
      return (
        <AppLink
          to="/initiatives/$initiativeId"
          params={{ initiativeId: id }}
          search={{ panel: 'effect' }}
          aria-label={label}
        >
          {children}
        </AppLink>
      );
    case 'FIX_WITHOUT_VERDICT':
      return (
        <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: id }} aria-label={label}>
          {children}
        </AppLink>
      );
  }
}
