import { useQuery } from '@apollo/client/react';
import { Button, Menu, Skeleton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { ActionForm } from './ActionForm.js';
import { healthTone, stageTone } from './initiative-words.js';
import { InitiativeForm } from './InitiativeForm.js';
import { ActionsPanel, HypothesisPanel, StepsPanel } from './InitiativePanels.js';
import { AboutPanel, DependenciesPanel, HistoryPanel, ReportsPanel, RisksPanel } from './InitiativeSidePanels.js';
import classes from './Initiatives.module.css';
import { type InitiativePageFieldsFragment, InitiativePageDocument } from './initiatives.generated.js';
import { MoveForm } from './MoveForm.js';
import { ReportForm } from './ReportForm.js';
import type { InitiativeSearch } from './routes.js';

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
  const open = (next: InitiativeSearch) =>
    void navigate({ to: '.', search: () => ({ panel: next.panel, to: next.to }), replace: true });
  const close = () => open({});
  const { id, version, archivedAt } = initiative;
  const mayUpdate = initiative.mayUpdate && !archivedAt;
  const step = search.panel === 'move' ? initiative.steps.find(({ to }) => to === search.to) : undefined;
  const panel =
    (search.panel === 'move' && initiative.mayRun && step !== undefined) ||
    ((search.panel === 'edit' || search.panel === 'report') && mayUpdate) ||
    (search.panel === 'action' && initiative.mayPlan && !archivedAt)
      ? search.panel
      : undefined;
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
        actions={
          <>
            {mayUpdate && (
              <Button variant="default" onClick={() => open({ panel: 'edit' })}>
                {t('edit')}
              </Button>
            )}
            {initiative.mayRun && !archivedAt && initiative.steps.length > 0 && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <Button rightSection={<IconChevronDown size={16} aria-hidden />}>{t('board.move')}</Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {initiative.steps.map(({ to }) => (
                    <Menu.Item key={to} onClick={() => open({ panel: 'move', to })}>
                      {t(`stage.${to}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <HypothesisPanel initiative={initiative} />
          <StepsPanel initiative={initiative} />
          <ActionsPanel
            initiative={initiative}
            onAdd={initiative.mayPlan && !archivedAt ? () => open({ panel: 'action' }) : undefined}
          />
          <ReportsPanel initiative={initiative} onReport={mayUpdate ? () => open({ panel: 'report' }) : undefined} />
        </div>
        <div className={classes.column}>
          <AboutPanel initiative={initiative} />
          <DependenciesPanel initiative={initiative} />
          <RisksPanel initiative={initiative} />
          <HistoryPanel initiative={initiative} />
        </div>
      </div>
      <SidePanel
        opened={panel !== undefined}
        onClose={close}
        title={
          panel === 'move' && step
            ? t('move.title', { title: initiative.title, stage: t(`stage.${step.to}`) })
            : panel && panel !== 'move' && t(`panel.${panel}`)
        }
      >
        {panel === 'edit' && <InitiativeForm key={version} initiative={initiative} onDone={close} />}
        {panel === 'move' && step && (
          <MoveForm
            key={`${version} ${step.to}`}
            initiative={initiative}
            step={step}
            onDone={close}
            onStale={onStale}
          />
        )}
        {panel === 'action' && <ActionForm initiativeId={id} onDone={close} />}
        {panel === 'report' && <ReportForm initiativeId={id} health={initiative.health ?? null} onDone={close} />}
      </SidePanel>
    </>
  );
}
