import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import type { FeedbackFieldsFragment } from './feedback.generated.js';
import classes from './Inbox.module.css';

interface InboxListProps {
  rows: FeedbackFieldsFragment[];
  current: string;
  onChoose: (id: string) => void;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

const rowOf = (id: string): string => `feedback-${id}`;

/** Whoever goes through the list by keyboard stands where they are, and is told what it is. */
export const standOn = (id: string): void => document.getElementById(rowOf(id))?.focus({ preventScroll: true });

export function InboxList({ rows, current, onChoose, hasMore, loading, onMore }: InboxListProps) {
  const { t } = useTranslation('feedback');
  const { date } = useFormats();
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [current]);
  return (
    <div className={classes.list}>
      <ul aria-label={t('title')}>
        {rows.map(({ id, text, source, saidAt, touchpointName, painPointNumber }) => (
          <li key={id} ref={id === current ? chosen : undefined}>
            <button
              id={rowOf(id)}
              type="button"
              aria-current={id === current}
              className={classes.row}
              onClick={() => onChoose(id)}
            >
              <span className={classes.text}>{text}</span>
              <span className={classes.facts}>
                {[t(`source.${source}`), touchpointName, date(saidAt), painPointNumber && `P-${painPointNumber}`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
