import { Button, Group, NativeSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { Panel } from '../../ui/Panel.js';
import { RelativeTime } from '../../ui/RelativeTime.js';
import { useConflict } from '../../ui/use-conflict.js';
import type { ReportUnsaved } from '../../ui/use-ask-before-closing.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { EvidenceFields } from './EvidenceFields.js';
import { EvidenceLine } from './EvidenceLine.js';
import {
  MovePlacementDocument,
  type PlacementFactor,
  type PlacementFieldsFragment,
  PlaceTouchpointDocument,
  RemovePlacementDocument,
  type StageFieldsFragment,
  UpdatePlacementDocument,
} from './journey-map.generated.js';
import classes from './JourneyMap.module.css';
import { factors } from './map-words.js';
import { inputOf, type PlacementValues, valuesOf } from './placement-values.js';
import { useEvidenceFields } from './use-evidence-fields.js';
import type { UndoableAct } from './undo-stack.js';

interface PlacementCardProps {
  placement: PlacementFieldsFragment;
  stage: StageFieldsFragment;
  stages: StageFieldsFragment[];
  editable: boolean;
  remember: (act: UndoableAct) => void;
  report: ReportUnsaved;
}

const EMOTIONS = ['3', '2', '1', '0', '-1', '-2', '-3'];

const placementIn = (map: { stages: StageFieldsFragment[] }, id: string) =>
  map.stages.flatMap(({ placements }) => placements).find((each) => each.id === id);

export function PlacementCard({ placement, stage, stages, editable, remember, report }: PlacementCardProps) {
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  const [update, updating] = useAct(UpdatePlacementDocument);
  const [move] = useAct(MovePlacementDocument);
  const [remove] = useAct(RemovePlacementDocument);
  const [place] = useAct(PlaceTouchpointDocument);
  const [error, setError] = useState<AppError | null>(null);
  // What the form began with. A colleague's change comes in by itself unless something has been typed; then it is found
  // by its version when that is saved.
  const [base, setBase] = useState(placement);
  const before = valuesOf(base);
  const [values, setValues] = useState(before);
  const dirty = JSON.stringify(values) !== JSON.stringify(before);
  if (base.version !== placement.version && !dirty) {
    setBase(placement);
    setValues(valuesOf(placement));
  }
  const evidenceFields = useEvidenceFields();
  const change = (next: Partial<PlacementValues>) => setValues((last) => ({ ...last, ...next }));
  const { id, version, touchpointId, name } = placement;

  const save = async (next: PlacementValues, seen: number): Promise<void> => {
    setError(null);
    const outcome = await update({ id, version: seen, input: inputOf(next) });
    if (outcome.error) {
      const current = outcome.error.current as PlacementFieldsFragment | undefined;
      const theirs = current && { ...valuesOf(current), version: current.version };
      if (!conflict.raise({ ...outcome.error, current: theirs }, next, before)) setError(outcome.error);
      return;
    }
    const saved = placementIn(outcome.data.updatePlacement, id);
    if (saved) {
      setBase(saved);
      setValues(valuesOf(saved));
    }
    remember({
      on: `placement:${id}`,
      version: saved?.version ?? 0,
      undo: async (now) => {
        const undone = await update({ id, version: now, input: inputOf(before) });
        if (undone.error) return { error: undone.error };
        return { version: placementIn(undone.data.updatePlacement, id)?.version ?? 0 };
      },
    });
  };
  const conflict = useConflict<PlacementValues>({
    busy: updating,
    save,
    fields: [
      {
        key: 'factor',
        label: t('factor.label'),
        show: (value) => (value ? t(`factor.${value as PlacementFactor}`) : ''),
      },
      { key: 'emotion', label: t('emotion.label') },
      {
        key: 'source',
        label: t('emotion.how'),
        show: (value) => t(value === 'asked' ? 'emotion.howAsked' : 'emotion.howJudged'),
      },
      { key: 'emotionN', label: t('emotion.n') },
      { key: 'emotionJudgedBy', label: t('emotion.by') },
      { key: 'expectation', label: t('lane.EXPECTATION') },
      ...evidenceFields,
    ],
  });
  const warning = useUnsavedChanges(dirty);
  useEffect(() => {
    report(id, dirty);
    return () => report(id, false);
  }, [report, id, dirty]);
  const moveTo = async (stageId: string, position: number) => {
    const outcome = await move({ id, version, stageId, position });
    if (outcome.error) return setError(outcome.error);
    const from = { stageId: stage.id, position: stage.placements.findIndex((each) => each.id === id) };
    remember({
      on: `placement:${id}`,
      version: placementIn(outcome.data.movePlacement, id)?.version ?? 0,
      undo: async (now) => {
        const undone = await move({ id, version: now, ...from });
        if (undone.error) return { error: undone.error };
        return { version: placementIn(undone.data.movePlacement, id)?.version ?? 0 };
      },
    });
  };
  const takeAway = async () => {
    const position = stage.placements.findIndex((each) => each.id === id);
    const outcome = await remove({ id, version });
    if (outcome.error) return setError(outcome.error);
    remember({
      on: `removed:${id}`,
      version: 0,
      undo: async () => {
        const undone = await place({ stageId: stage.id, touchpointId, position, input: inputOf(before) });
        return undone.error ? { error: undone.error } : { version: 0 };
      },
    });
  };

  const facts = (
    <p className={classes.quiet}>
      {t(`channel.${placement.channel as 'app'}`)} · {placement.teamName ?? t('touchpoint.noTeam')} ·{' '}
      {t('touchpoint.confirmed')} <RelativeTime at={placement.confirmedAt} />
      {placement.stale && ` · ${t('cell.stale')}`} ·{' '}
      <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId }} size="xs">
        {t('touchpoint.open')}
      </AppLink>
    </p>
  );
  if (!editable) {
    return (
      <Panel title={name}>
        {facts}
        {placement.factor && <p>{t(`factor.${placement.factor}`)}</p>}
        {placement.emotion !== null && placement.emotion !== undefined && (
          <p>
            {t('emotion.label')}: {number(placement.emotion, { signDisplay: 'exceptZero' })} ·{' '}
            {placement.emotionN
              ? t('emotion.nKnown', { n: placement.emotionN })
              : t('emotion.byKnown', { by: placement.emotionJudgedBy ?? '' })}
          </p>
        )}
        {placement.expectation && <p>{placement.expectation}</p>}
        <EvidenceLine values={values} />
      </Panel>
    );
  }
  return (
    <Panel title={name}>
      {facts}
      <Form
        aria-label={name}
        onSubmit={(event) => {
          event.preventDefault();
          void save(values, base.version);
        }}
        act={t('touchpoint.save')}
        busy={updating}
        error={error}
      >
        <Select
          label={t('factor.label')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.nothing') }}
          data={factors.map((value) => ({ value, label: t(`factor.${value}`) }))}
          value={values.factor}
          onChange={(factor) => change({ factor: factors.find((each) => each === factor) ?? null })}
        />
        <NativeSelect
          label={t('emotion.label')}
          value={values.emotion}
          onChange={(event) => change({ emotion: event.currentTarget.value })}
          data={[
            { value: '', label: t('emotion.unknown') },
            ...EMOTIONS.map((value) => ({ value, label: number(Number(value), { signDisplay: 'exceptZero' }) })),
          ]}
        />
        {values.emotion !== '' && (
          <>
            <SegmentedControl
              aria-label={t('emotion.how')}
              value={values.source}
              onChange={(source) => change({ source: source === 'asked' ? 'asked' : 'judged' })}
              data={[
                { value: 'judged', label: t('emotion.howJudged') },
                { value: 'asked', label: t('emotion.howAsked') },
              ]}
            />
            {values.source === 'asked' ? (
              <NumberInput
                label={t('emotion.n')}
                min={1}
                allowDecimal={false}
                value={values.emotionN}
                onChange={(n) => change({ emotionN: String(n) })}
              />
            ) : (
              <TextInput
                label={t('emotion.by')}
                maxLength={200}
                value={values.emotionJudgedBy}
                onChange={(event) => change({ emotionJudgedBy: event.currentTarget.value })}
              />
            )}
          </>
        )}
        <Textarea
          label={t('lane.EXPECTATION')}
          autosize
          maxLength={2000}
          value={values.expectation}
          onChange={(event) => change({ expectation: event.currentTarget.value })}
        />
        <EvidenceFields values={values} onChange={change} />
      </Form>
      <Group mt="sm" align="end" justify="space-between">
        <NativeSelect
          size="xs"
          label={t('touchpoint.moveTo')}
          value={stage.id}
          onChange={(event) => void moveTo(event.currentTarget.value, 1_000)}
          data={stages.map(({ id: value, name: label }) => ({ value, label }))}
        />
        <Button size="xs" variant="subtle" color="red" onClick={() => void takeAway()}>
          {t('touchpoint.remove')}
        </Button>
      </Group>
      {conflict.dialog}
      {warning}
    </Panel>
  );
}
