import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { type ReportUnsaved, useAskBeforeClosing } from '../../ui/use-ask-before-closing.js';
import {
  PlaceTouchpointDocument,
  RemovePlacementDocument,
  type StageFieldsFragment,
  TouchpointChoicesDocument,
} from './journey-map.generated.js';
import { NewTouchpoint } from './NewTouchpoint.js';
import { PlacementCard } from './PlacementCard.js';
import type { UndoableAct } from './undo-stack.js';

interface StageTouchpointsProps {
  stages: StageFieldsFragment[];
  stageId: string | null;
  editable: boolean;
  remember: (act: UndoableAct) => void;
  onClose: () => void;
}

/** The touchpoints of one stage: which stand there, what they weigh, how they feel and how that is known. */
export function StageTouchpoints({ stages, stageId, editable, remember, onClose }: StageTouchpointsProps) {
  const { t } = useTranslation('journeys');
  const stage = stages.find(({ id }) => id === stageId);
  const [close, report, question] = useAskBeforeClosing(onClose);
  return (
    <SidePanel opened={stage !== undefined} onClose={close} title={stage && t('touchpoint.of', { stage: stage.name })}>
      {stage && (
        <Stack>
          {stage.placements.length === 0 && <p>{t('touchpoint.none')}</p>}
          {stage.placements.map((placement) => (
            <PlacementCard
              key={placement.id}
              placement={placement}
              stage={stage}
              stages={stages}
              editable={editable}
              remember={remember}
              report={report}
            />
          ))}
          {editable && <AddTouchpoint stage={stage} remember={remember} report={report} />}
        </Stack>
      )}
      {question}
    </SidePanel>
  );
}

interface AddTouchpointProps extends Pick<StageTouchpointsProps, 'remember'> {
  stage: StageFieldsFragment;
  report: ReportUnsaved;
}

function AddTouchpoint({ stage, remember, report }: AddTouchpointProps) {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const [creating, setCreating] = useState<string | null>(null);
  const [lastTyped, setLastTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery(TouchpointChoicesDocument, opened ? { variables: { search: search || null } } : skipToken);
  const [place] = useAct(PlaceTouchpointDocument);
  const [remove] = useAct(RemovePlacementDocument);
  const [error, setError] = useState<AppError | null>(null);
  const there = new Set(stage.placements.map(({ touchpointId }) => touchpointId));
  const choices = (data?.touchpointChoices.edges ?? []).map(({ node }) => node).filter(({ id }) => !there.has(id));

  const add = async (touchpointId: string | null) => {
    if (!touchpointId) return;
    setTyped('');
    const outcome = await place({ stageId: stage.id, touchpointId });
    setError(outcome.error ?? null);
    if (!outcome.data) return;
    const placement = outcome.data.placeTouchpoint.stages
      .find(({ id }) => id === stage.id)
      ?.placements.find((each) => each.touchpointId === touchpointId);
    if (!placement) return;
    remember({
      on: `placement:${placement.id}`,
      version: placement.version,
      undo: async (version) => {
        const undone = await remove({ id: placement.id, version });
        return undone.error ? { error: undone.error } : { version: 0 };
      },
    });
  };
  return (
    <>
      <Select
        label={t('touchpoint.add')}
        description={t('touchpoint.addHelp')}
        placeholder={t('touchpoint.search')}
        searchable
        value={null}
        searchValue={typed}
        onSearchChange={(text) => {
          setTyped(text);
          if (text) setLastTyped(text);
        }}
        onDropdownOpen={() => setOpened(true)}
        nothingFoundMessage={data && t('touchpoint.noneFound')}
        // The server has searched already, over the whole library and not only over what is listed here.
        filter={({ options }) => options}
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => void add(id)}
      />
      {creating === null ? (
        can('create', 'Touchpoint') && (
          <Button variant="default" size="xs" onClick={() => setCreating(lastTyped.trim())}>
            {t('touchpoint.notThere')}
          </Button>
        )
      ) : (
        <NewTouchpoint
          stageId={stage.id}
          name={creating}
          report={report}
          onKnown={(id) => {
            setCreating(null);
            void add(id);
          }}
          onDone={() => {
            setCreating(null);
            setLastTyped('');
          }}
        />
      )}
      {error && <ErrorState error={error} />}
    </>
  );
}
