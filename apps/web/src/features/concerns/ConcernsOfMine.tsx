import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { ConcernLink } from './ConcernLink.js';
import classes from './Concerns.module.css';
import { type ConcernFieldsFragment, ConcernsDocument } from './concerns.generated.js';

/** Actions and alerts have lists of their own on the page where this stands. */
const ELSEWHERE: ReadonlySet<string> = new Set(['ACTION', 'ALERT']);

interface WaitsForMeProps {
  /** Shows nothing at all where nothing waits: for pages that are about something else. */
  onlyIfAny?: boolean;
}

/** What waits for the reader's word. */
export function WaitsForMe({ onlyIfAny = false }: WaitsForMeProps) {
  const { t } = useTranslation('concerns');
  const { data, error, refetch } = useConcerns();
  const waiting = data?.concerns.waiting.filter(({ kind }) => !ELSEWHERE.has(kind)) ?? [];
  if (onlyIfAny && waiting.length === 0) return null;
  return (
    <Panel title={t('waiting')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={60} />}
      {data && waiting.length === 0 && <p className={classes.quiet}>{t('nothingWaits')}</p>}
      <Concerns concerns={waiting} />
    </Panel>
  );
}

/** What has come of what the reader answers for, where anything has. */
export function WhatCameOfIt() {
  const { t } = useTranslation('concerns');
  const news = useConcerns().data?.concerns.news ?? [];
  if (news.length === 0) return null;
  return (
    <Panel title={t('news')}>
      <Concerns concerns={news} />
    </Panel>
  );
}

const useConcerns = () => useQuery(ConcernsDocument, { fetchPolicy: 'cache-and-network' });

function Concerns({ concerns }: { concerns: readonly ConcernFieldsFragment[] }) {
  return (
    <ul className={classes.concerns}>
      {concerns.map((concern) => (
        // An initiative can be there for several reasons, and a benefit or verdict of it more than once.
        <li key={`${concern.kind} ${concern.objectId} ${concern.at} ${concern.text}`} className={classes.concern}>
          <Kind concern={concern} />
          <div>
            <ConcernLink concern={concern} />
            {concern.text && <div>{concern.text}</div>}
            <When concern={concern} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const WAITING_TONE = 'active';
const VERDICT_TONES: Readonly<Record<NonNullable<ConcernFieldsFragment['verdict']>, Tone>> = {
  PROVEN: 'good',
  HOLDING: 'good',
  NOT_PROVEN: 'warn',
  WORSE: 'bad',
  FADED: 'bad',
  INSUFFICIENT: 'quiet',
};
const OUTCOME_TONES: Readonly<Record<NonNullable<ConcernFieldsFragment['outcome']>, Tone>> = {
  WAITING: 'active',
  APPROVED: 'good',
  RETURNED: 'warn',
  REJECTED: 'bad',
  TAKEN_BACK: 'quiet',
};

function Kind({ concern: { kind, verdict, outcome, overdue } }: { concern: ConcernFieldsFragment }) {
  const { t } = useTranslation('concerns');
  if (verdict) return <StatusBadge tone={VERDICT_TONES[verdict]}>{t(`verdict.${verdict}`)}</StatusBadge>;
  if (outcome) return <StatusBadge tone={OUTCOME_TONES[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>;
  return <StatusBadge tone={overdue ? 'bad' : WAITING_TONE}>{t(`kind.${kind}`)}</StatusBadge>;
}

function When({ concern: { dueOn, overdue, at } }: { concern: ConcernFieldsFragment }) {
  const { t } = useTranslation('concerns');
  const formats = useFormats();
  return (
    <div className={classes.quiet}>
      {dueOn ? t(overdue ? 'wasDue' : 'due', { day: formats.date(dueOn) }) : <RelativeTime at={at} />}
    </div>
  );
}
