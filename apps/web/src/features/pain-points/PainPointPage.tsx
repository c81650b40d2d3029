import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { TraceLink } from '../trace/index.js';
import { AnswersPanel } from './AnswersPanel.js';
import { CausesPanel } from './CausesPanel.js';
import { EvidencePanel } from './EvidencePanel.js';
import { FeedbackPanel } from './FeedbackPanel.js';
import { HistoryPanel } from './HistoryPanel.js';
import { type PainPoint, painPointTone } from './pain-point-words.js';
import { PainPointActs } from './PainPointActs.js';
import { AboutPanel, FamilyPanel, StatementPanel, StepsPanel } from './PainPointPanels.js';
import { PainPointPanelForm } from './PainPointPanelForm.js';
import { PainPointPageDocument } from './pain-points.generated.js';
import classes from './PainPoints.module.css';
import type { OpenPanel, PainPointSearch } from './routes.js';

const route = getRouteApi('/app/pain-points/$painPointId');

export default function PainPointPage() {
  const { painPointId } = route.useParams();
  const { data, error, refetch } = useQuery(PainPointPageDocument, {
    variables: { id: painPointId },
    fetchPolicy: 'cache-and-network',
  });
  // A link to another pain point leads to the same page: nothing of the one before is shown under its name.
  const painPoint = data?.painPoint.id === painPointId ? data.painPoint : undefined;
  if (painPoint) return <One key={painPointId} painPoint={painPoint} onStale={() => void refetch()} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={560} mt="md" />;
}

function One({ painPoint, onStale }: { painPoint: PainPoint; onStale: () => void }) {
  const { t } = useTranslation('painPoints');
  const formats = useFormats();
  const search: PainPointSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open: OpenPanel = (panel, to) =>
    void navigate({ to: '.', search: () => ({ panel, to }), replace: true, resetScroll: false });
  const { id, number, title, kind, state, mergedInto, archivedAt } = painPoint;
  const mayOpen = painPoint.mayUpdate && !archivedAt ? open : undefined;
  const explains = search.panel === 'causes' && mayOpen !== undefined;
  return (
    <>
      <PageHeader
        above={<AppLink to="/pain-points">{t('title')}</AppLink>}
        title={`P-${number} ${title}`}
        status={
          <>
            <StatusBadge tone={painPointTone[state]}>{t(`state.${state}`)}</StatusBadge>
            {kind !== 'SINGLE' && (
              <StatusBadge tone={kind === 'COMMON' ? 'active' : 'warn'}>{t(`kind.${kind}`)}</StatusBadge>
            )}
            {archivedAt && !mergedInto && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
          </>
        }
        period={t('since', { day: formats.date(painPoint.createdAt) })}
        actions={
          <>
            <TraceLink kind="PAIN_POINT" id={painPoint.id} />
            <PainPointActs painPoint={painPoint} open={open} />
          </>
        }
      />
      {mergedInto && (
        <p className={classes.notice} role="note">
          {t('merge.wasMerged')}{' '}
          <AppLink to="/pain-points/$painPointId" params={{ painPointId: mergedInto.id }} fw={600} underline="always">
            P-{mergedInto.number} {mergedInto.title}
          </AppLink>
        </p>
      )}
      <div className={classes.page}>
        <div className={classes.column}>
          <StatementPanel painPoint={painPoint} />
          <EvidencePanel painPoint={painPoint} open={mayOpen} />
          <StepsPanel painPoint={painPoint} open={mayOpen} />
          <CausesPanel painPoint={painPoint} open={mayOpen} editing={explains} />
          <FeedbackPanel painPointId={id} />
        </div>
        <div className={`${classes.column} ${classes.narrow}`}>
          <AboutPanel painPoint={painPoint} />
          <FamilyPanel painPoint={painPoint} open={mayOpen} />
          <AnswersPanel painPoint={painPoint} />
          <HistoryPanel painPoint={painPoint} />
        </div>
      </div>
      <PainPointPanelForm painPoint={painPoint} search={search} open={open} onStale={onStale} />
    </>
  );
}
