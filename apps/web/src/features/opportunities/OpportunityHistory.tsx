import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { changedFields, useAuditText } from '../audit/index.js';
import { OpportunityHistoryDocument } from './opportunities.generated.js';
import classes from './Opportunities.module.css';

/** Columns as the audit trail names them, by the words of the form. */
const FIELD_OF = {
  title: 'title',
  description: 'description',
  reach: 'reach',
  impact: 'impact',
  confidence: 'confidence',
  effort: 'effort',
  ease: 'ease',
  user_value: 'userValue',
  time_criticality: 'timeCriticality',
  risk_reduction: 'riskReduction',
} as const;

/** What was done to the opportunity and by whom, latest first. */
export function OpportunityHistory({ id }: { id: string }) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const text = useAuditText();
  const { data, error, loading, refetch, fetchMore } = useQuery(OpportunityHistoryDocument, {
    variables: { id, first: 5 },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const history = data?.opportunityHistory;
  const changed = (changes: unknown) =>
    changedFields(changes).flatMap(({ field, fact }) => {
      const word = FIELD_OF[field as keyof typeof FIELD_OF];
      return fact || !word ? [] : [t(`field.${word}`)];
    });
  return (
    <section aria-label={t('history.title')}>
      <h4 className={classes.name}>{t('history.title')}</h4>
      {error && !history && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!history && !error && <Skeleton height={80} />}
      <ol className={classes.plain}>
        {history?.edges.map(({ node: { id: edit, act, actorKind, actorName, occurredAt, changes } }) => {
          const fields = changed(changes);
          return (
            <li key={edit}>
              <strong>{text.act(act)}</strong>
              {fields.length > 0 && <div>{formats.list(fields)}</div>}
              <div className={classes.quiet}>
                {text.actor(actorKind, actorName ?? null)} · <RelativeTime at={occurredAt} />
              </div>
            </li>
          );
        })}
      </ol>
      {history?.pageInfo.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: history.pageInfo.endCursor } })}
        >
          {t('history.more')}
        </Button>
      )}
    </section>
  );
}
