import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { usePrinting } from '../../ui/use-printing.js';
import { EmotionCurve } from './EmotionCurve.js';
import classes from './JourneyMap.module.css';
import { JourneyMapDocument } from './journey-map.generated.js';
import { MapCompany } from './MapCompany.js';
import { MapGrid } from './MapGrid.js';
import { MetricLines } from './MetricLines.js';
import { metricsOfMap } from './metrics-of.js';
import { StageDialog } from './StageDialog.js';
import { StageNumbers } from './StageNumbers.js';
import { StageTouchpoints } from './StageTouchpoints.js';
import { useLiveMap } from './use-live-map.js';
import { useMapPresence } from './use-map-presence.js';
import { useMapUndo } from './use-map-undo.js';

/** The grid of one map with its emotion curve, and what opens from it. */
export function JourneyMapView({ journeyId }: { journeyId: string }) {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const { data, error, refetch } = useQuery(JourneyMapDocument, { variables: { id: journeyId } });
  useLiveMap(journeyId);
  const company = useMapPresence(journeyId);
  const undo = useMapUndo();
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const printing = usePrinting();
  const [shown, setShown] = useState(0);
  const [stageOpen, setStageOpen] = useState<string | null>(null);
  const [touchpointsOf, setTouchpointsOf] = useState<string | null>(null);
  const [numbersOf, setNumbersOf] = useState<string | null>(null);
  const map = data?.journeyMap;
  if (error && !map) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!map) return <Skeleton height={480} />;

  const editable = can('update', 'Journey') && !map.archivedAt;
  const { stages } = map;
  const metricsOf = metricsOfMap(map.metrics);
  const one = phone && !printing;
  const at = Math.min(shown, stages.length - 1);
  const visible = one ? stages.slice(at, at + 1) : stages;
  const add = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setStageOpen('new')}
    >
      {t('stage.add')}
    </Button>
  );

  return (
    <div
      onKeyDown={(event) => {
        const typing = (event.target as HTMLElement).closest('input,textarea,[role=dialog]');
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) {
          event.preventDefault();
          void undo.undo();
        }
      }}
    >
      {editable && stages.length > 0 && (
        <Group gap="sm" mb="sm" className="ts-no-print">
          {add}
          <Button
            size="xs"
            variant="default"
            disabled={undo.size === 0}
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={() => void undo.undo()}
          >
            {t('map.undo')}
          </Button>
          <span className={classes.hint}>{t(one ? 'map.hintPhone' : 'map.hint')}</span>
        </Group>
      )}
      <MapCompany others={company.others} stages={stages} />
      {undo.refused && <p role="alert">{t('map.notUndone')}</p>}
      {stages.length === 0 ? (
        <EmptyState title={t('map.noStages')} begin={editable && add}>
          {t('map.noStagesText')}
        </EmptyState>
      ) : (
        <>
          {one && (
            <NativeSelect
              mb="sm"
              label={t('stage.shown', { at: at + 1, count: stages.length })}
              value={String(at)}
              onChange={(event) => setShown(Number(event.currentTarget.value))}
              data={stages.map(({ name }, index) => ({ value: String(index), label: name }))}
            />
          )}
          <MetricLines strip metrics={metricsOf(map.metricIds)} label={t('metric.of', { name: map.name })} />
          <MapGrid
            label={map.name}
            stages={visible}
            editable={editable}
            remember={undo.remember}
            onStage={setStageOpen}
            onTouchpoints={setTouchpointsOf}
            onNumbers={setNumbersOf}
            metricsOf={metricsOf}
            writersIn={company.writersIn}
            onWriting={company.write}
          />
          <EmotionCurve stages={stages} />
        </>
      )}
      {stageOpen !== null && (
        <StageDialog
          key={stageOpen}
          journeyId={journeyId}
          stages={stages}
          stageId={stageOpen}
          remember={undo.remember}
          onClose={() => setStageOpen(null)}
        />
      )}
      <StageNumbers
        stage={stages.find(({ id }) => id === numbersOf)}
        metricsOf={metricsOf}
        onClose={() => setNumbersOf(null)}
      />
      <StageTouchpoints
        stages={stages}
        stageId={touchpointsOf}
        editable={editable}
        remember={undo.remember}
        onClose={() => setTouchpointsOf(null)}
      />
    </div>
  );
}
