import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { ObjectHistory } from '../audit/index.js';
import { TraceLink } from '../trace/index.js';
import { DecideForm } from './DecideForm.js';
import { type DecisionPanel, decisionTone } from './decision-words.js';
import { DecisionForm } from './DecisionForm.js';
import { FactsPanel, ForecastPanel, OptionsPanel, OutcomePanel, QuestionPanel } from './DecisionPanels.js';
import classes from './Decisions.module.css';
import { type DecisionFieldsFragment, DecisionPageDocument } from './decisions.generated.js';
import type { DecisionSearch } from './routes.js';
import { ScoreForm } from './ScoreForm.js';
import { TakeBackForm } from './TakeBackForm.js';
import { useWhyNot } from './use-why-not.js';

const route = getRouteApi('/app/decisions/$decisionId');

export default function DecisionPage() {
  const { decisionId } = route.useParams();
  const { data, error, refetch } = useQuery(DecisionPageDocument, {
    variables: { id: decisionId },
    fetchPolicy: 'cache-and-network',
  });
  if (data) return <Decision decision={data.decision} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={420} mt="md" />;
}

const mayOpen = (panel: DecisionPanel, { mayDecide, mayUpdate, mayScore }: DecisionFieldsFragment): boolean =>
  ({ decide: mayDecide, edit: mayUpdate, takeBack: mayUpdate, score: mayScore })[panel];

function Decision({ decision }: { decision: DecisionFieldsFragment }) {
  const { t } = useTranslation(['decisions', 'audit']);
  const formats = useFormats();
  const search: DecisionSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open = (panel: DecisionPanel | undefined) =>
    void navigate({ to: '.', search: () => ({ panel }), replace: true });
  const close = () => open(undefined);
  const whyNot = useWhyNot(decision);
  const panel = search.panel && mayOpen(search.panel, decision) ? search.panel : undefined;
  const { number, question, state, dueOn } = decision;
  // Of what else was worded anew the trail says only that it was.
  const fieldName = (field: string) => (field === 'deciderId' ? t('field.decider') : undefined);
  return (
    <>
      <PageHeader
        above={<AppLink to="/decisions">{t('title')}</AppLink>}
        title={t('pageTitle', { number, question })}
        status={
          <>
            <StatusBadge tone={decisionTone[state]}>{t(`state.${state}`)}</StatusBadge>
            {decision.overdue && <StatusBadge tone="bad">{t('overdue')}</StatusBadge>}
          </>
        }
        owner={t('waitsFor', { name: decision.deciderName })}
        period={dueOn && t('due', { day: formats.date(dueOn) })}
        actions={
          <>
            <TraceLink kind="DECISION" id={decision.id} />
            {decision.mayUpdate && (
              <>
                <Button variant="default" onClick={() => open('takeBack')}>
                  {t('takeBack.act')}
                </Button>
                <Button variant="default" onClick={() => open('edit')}>
                  {t('edit')}
                </Button>
              </>
            )}
            {decision.mayDecide && <Button onClick={() => open('decide')}>{t('decide.open')}</Button>}
            {decision.mayScore && <Button onClick={() => open('score')}>{t('score.act')}</Button>}
          </>
        }
      />
      <div className={classes.page}>
        <div className={classes.column}>
          {whyNot && (
            <p className={classes.quiet} role="note">
              {whyNot}
            </p>
          )}
          <OutcomePanel decision={decision} />
          <QuestionPanel decision={decision} />
          <OptionsPanel decision={decision} />
        </div>
        <div className={`${classes.column} ${classes.narrow}`}>
          <ForecastPanel decision={decision} />
          <FactsPanel decision={decision} />
          <Panel title={t('audit:history.title')}>
            <ObjectHistory of="DECISION" id={decision.id} version={decision.version} fieldName={fieldName} />
          </Panel>
        </div>
      </div>
      <SidePanel opened={panel !== undefined} onClose={close} title={panel && t(`panel.${panel}`)}>
        {panel === 'decide' && <DecideForm key={decision.version} decision={decision} onDone={close} />}
        {panel === 'edit' && <DecisionForm key={decision.version} decision={decision} onDone={close} />}
        {panel === 'takeBack' && <TakeBackForm key={decision.version} decision={decision} onDone={close} />}
        {panel === 'score' && <ScoreForm key={decision.version} decision={decision} onDone={close} />}
      </SidePanel>
    </>
  );
}
