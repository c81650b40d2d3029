import { useQuery } from '@apollo/client/react';
import { Button, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { HistoryDisclosure } from '../audit/index.js';
import { TRIAGE_ACTS, TRIAGE_KEYS, type TriageAct } from './feedback-words.js';
import { type FeedbackFieldsFragment, NearFeedbackDocument } from './feedback.generated.js';
import classes from './Inbox.module.css';

interface FeedbackCardProps {
  feedback: FeedbackFieldsFragment;
  busy: boolean;
  onAct: (act: TriageAct) => void;
  onTakeBack: () => void;
}

/** What was said in full, what is known about it, and what can be done with it. */
export function FeedbackCard({ feedback, busy, onAct, onTakeBack }: FeedbackCardProps) {
  const { t } = useTranslation('feedback');
  const { date, number } = useFormats();
  const waits = feedback.state === 'NEW';
  const facts = [
    { name: t('field.source'), value: t(`source.${feedback.source}`) },
    { name: t('field.saidAt'), value: date(feedback.saidAt) },
    { name: t('field.touchpointId'), value: feedback.touchpointName },
    { name: t('field.personaId'), value: feedback.personaName },
    { name: t('field.metric'), value: feedback.metricName },
    { name: t('field.rating'), value: feedback.rating === null ? null : number(feedback.rating) },
    {
      name: t('field.import'),
      value: feedback.importId && (
        <AppLink to="/inbox" search={{ import: feedback.importId }} size="sm">
          {feedback.importName}
        </AppLink>
      ),
    },
    { name: t('field.recordedBy'), value: feedback.createdByName },
    {
      name: t('field.painPoint'),
      value: feedback.painPointId && (
        <AppLink to="/pain-points/$painPointId" params={{ painPointId: feedback.painPointId }} size="sm">
          P-{feedback.painPointNumber} {feedback.painPointTitle}
        </AppLink>
      ),
    },
    { name: t('field.reason'), value: feedback.dismissedReason },
    {
      name: t('field.merged'),
      value: feedback.mergedCount > 0 ? t('mergedCount', { count: feedback.mergedCount }) : null,
    },
    { name: t('field.triagedBy'), value: feedback.triagedByName },
  ].filter(({ value }) => value);
  return (
    <Panel
      title={t('card')}
      actions={<StatusBadge tone={waits ? 'active' : 'quiet'}>{t(`state.${feedback.state}`)}</StatusBadge>}
    >
      <p className={classes.said} lang={feedback.language === 'und' ? undefined : feedback.language}>
        {feedback.text}
      </p>
      <Facts facts={facts} />
      {feedback.mayUpdate && (
        <div className={`${classes.acts} ts-no-print`}>
          {TRIAGE_ACTS.filter((act) => waits || act === 'tie').map((act) => (
            <Button
              key={act}
              variant={act === 'link' ? 'filled' : 'default'}
              rightSection={<Kbd aria-hidden>{TRIAGE_KEYS[act]}</Kbd>}
              onClick={() => onAct(act)}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
          {!waits && (
            <Button variant="default" loading={busy} onClick={onTakeBack}>
              {t('act.takeBack')}
            </Button>
          )}
        </div>
      )}
      {feedback.mayUpdate && <p className={classes.facts}>{t('keys')}</p>}
      {waits && <Near id={feedback.id} />}
      <HistoryDisclosure of="FEEDBACK" id={feedback.id} version={feedback.version} fieldName={() => undefined} />
    </Panel>
  );
}

function Near({ id }: { id: string }) {
  const { t } = useTranslation('feedback');
  const { percent } = useFormats();
  const near = useQuery(NearFeedbackDocument, { variables: { id } }).data?.nearFeedback ?? [];
  if (near.length === 0) return null;
  return (
    <>
      <h3 className={classes.subtitle}>{t('near.title')}</h3>
      <ul className={classes.near}>
        {near.map(({ similarity, feedback }) => (
          <li key={feedback.id}>
            <div className={classes.text}>{feedback.text}</div>
            <div className={classes.facts}>
              {[t('near.similarity', { share: percent(similarity) }), t(`state.${feedback.state}`)].join(' · ')}
              {feedback.painPointId && (
                <>
                  {' · '}
                  <AppLink
                    to="/pain-points/$painPointId"
                    params={{ painPointId: feedback.painPointId }}
                    size="sm"
                    underline="always"
                  >
                    P-{feedback.painPointNumber}
                  </AppLink>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
