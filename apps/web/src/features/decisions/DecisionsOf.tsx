import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { decisionTone } from './decision-words.js';
import classes from './Decisions.module.css';
import { type DecisionFieldsFragment, DecisionListDocument } from './decisions.generated.js';

/** The decisions of one initiative, those that went against it included. */
export function DecisionsOf({ initiativeId, act }: { initiativeId: string; act?: ReactNode }) {
  const { t } = useTranslation('decisions');
  const { data, error, refetch } = useQuery(DecisionListDocument, {
    variables: { first: 50, initiativeId },
    fetchPolicy: 'cache-and-network',
  });
  const decisions = data?.decisions.edges.map(({ node }) => node);
  return (
    <Panel title={t('title')} actions={act}>
      {error && !decisions && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!decisions && !error && <Skeleton height={60} />}
      {decisions?.length === 0 && <p className={classes.quiet}>{t('noneOf')}</p>}
      {decisions && decisions.length > 0 && (
        <ul className={classes.plain}>
          {decisions.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DecisionLine({ decision }: { decision: DecisionFieldsFragment }) {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const { id, number, question, state, opensStage, deciderName, decidedAt, decidedByName } = decision;
  return (
    <li>
      <div className={classes.badges}>
        <StatusBadge tone={decisionTone[state]}>{t(`state.${state}`)}</StatusBadge>
        {decision.overdue && <StatusBadge tone="bad">{t('overdue')}</StatusBadge>}
      </div>
      <AppLink to="/decisions/$decisionId" params={{ decisionId: id }} size="sm">
        D-{number} {question}
      </AppLink>
      <p className={classes.quiet}>
        {[
          opensStage && t('opens', { stage: t(`stage.${opensStage}`) }),
          decidedAt
            ? t('decidedBy', { name: decidedByName, day: formats.date(decidedAt) })
            : state === 'WAITING' && t('waitsFor', { name: deciderName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
