import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { BenefitsPanel } from '../benefits/index.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { DecisionsOf } from '../decisions/index.js';
import { EffectsPanel } from '../effects/index.js';
import { ActionsPanel } from './ActionsPanel.js';
import { AnswersPanel } from './AnswersPanel.js';
import { healthTone, stageTone } from './initiative-words.js';
import { InitiativeActs } from './InitiativeActs.js';
import { InitiativeForms } from './InitiativeForms.js';
import { HypothesisPanel, StepsPanel } from './InitiativePanels.js';
import { AboutPanel, DependenciesPanel, MilestonesPanel, RisksPanel } from './InitiativeSidePanels.js';
import classes from './Initiatives.module.css';
import { type InitiativePageFieldsFragment, InitiativePageDocument } from './initiatives.generated.js';
import { PanelButton } from './PanelButton.js';
import type { InitiativeSearch, OpenPanel } from './routes.js';
import { HistoryPanel, ReportsPanel } from './TellingPanels.js';

/** Whatever is registered later may have been chosen to fit. */
const BEFORE_LAUNCH: readonly string[] = ['PROPOSED', 'APPROVED', 'IN_PROGRESS'];

const route = getRouteApi('/app/initiatives/$initiativeId');

export default function InitiativePage() {
  const { initiativeId } = route.useParams();
  const { data, error, refetch } = useQuery(InitiativePageDocument, {
    variables: { id: initiativeId },
    fetchPolicy: 'cache-and-network',
  });
  if (data) return <Initiative initiative={data.initiative} onStale={() => void refetch()} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={560} mt="md" />;
}

interface InitiativeProps {
  initiative: InitiativePageFieldsFragment;
  onStale: () => void;
}

function Initiative({ initiative, onStale }: InitiativeProps) {
  const { t } = useTranslation('initiatives');
  const search: InitiativeSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open: OpenPanel = ({ panel, part, to }) =>
    void navigate({ to: '.', search: () => ({ panel, part, to }), replace: true, resetScroll: false });
  const { id, archivedAt } = initiative;
  const mayUpdate = initiative.mayUpdate && !archivedAt ? open : undefined;
  const mayPlan = initiative.mayPlan && !archivedAt ? open : undefined;
  const mayAsk = useMayAsk(initiative) ? open : undefined;
  return (
    <>
      <PageHeader
        above={<AppLink to="/initiatives">{t('title')}</AppLink>}
        title={`I-${initiative.number} ${initiative.title}`}
        status={
          <>
            <StatusBadge tone={stageTone[initiative.stage]}>{t(`stage.${initiative.stage}`)}</StatusBadge>
            {initiative.health && (
              <StatusBadge tone={healthTone[initiative.health]}>{t(`health.${initiative.health}`)}</StatusBadge>
            )}
            {initiative.late && <StatusBadge tone="bad">{t('late')}</StatusBadge>}
            {initiative.reportOverdue && <StatusBadge tone="warn">{t('reportOverdue')}</StatusBadge>}
            {archivedAt && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
          </>
        }
        owner={initiative.ownerName ?? t('noOwner')}
        actions={<InitiativeActs initiative={initiative} open={open} />}
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <HypothesisPanel initiative={initiative} />
          <StepsPanel initiative={initiative} open={mayUpdate} />
          <EffectsPanel
            initiativeId={id}
            launchOn={initiative.dueOn ?? null}
            launched={!BEFORE_LAUNCH.includes(initiative.stage)}
            mayUpdate={mayUpdate !== undefined}
            registering={search.panel === 'effect'}
            onRegister={(registering) => open(registering ? { panel: 'effect' } : {})}
          />
          <BenefitsPanel initiativeId={id} currency={initiative.currency ?? null} mayAdd={mayUpdate !== undefined} />
          <ActionsPanel initiative={initiative} open={mayPlan} />
          <MilestonesPanel initiative={initiative} open={mayUpdate} />
          <RisksPanel initiative={initiative} open={mayUpdate} />
          <ReportsPanel initiative={initiative} open={mayUpdate} />
        </div>
        <div className={`${classes.column} ${classes.narrow}`}>
          <AnswersPanel initiative={initiative} open={mayUpdate} />
          <AboutPanel initiative={initiative} />
          <DecisionsOf
            initiativeId={id}
            act={
              mayAsk && <PanelButton onClick={() => mayAsk({ panel: 'decision' })}>{t('mend.decision')}</PanelButton>
            }
          />
          <DependenciesPanel initiative={initiative} open={mayUpdate} />
          <HistoryPanel initiative={initiative} />
        </div>
      </div>
      <InitiativeForms initiative={initiative} search={search} open={open} onStale={onStale} />
    </>
  );
}

function useMayAsk({ mayUpdate, archivedAt }: InitiativePageFieldsFragment): boolean {
  return useCan()('create', 'Decision') && mayUpdate && !archivedAt;
}
