import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { LookFirst } from '../../ui/file-import/LookFirst.js';
import type { Mode } from '../../ui/file-import/StartImport.js';
import { Panel } from '../../ui/Panel.js';
import { ColumnUses } from './ColumnUses.js';
import { HowToRead } from './HowToRead.js';
import { held, type Mapping, mappingProblems, readMapping, toMappingInput, withColumn } from './mapping.js';
import { NewMetrics } from './NewMetrics.js';
import { ObservationPreview } from './ObservationPreview.js';
import {
  type ObservationTableQuery,
  PreviewObservationsDocument,
  type PreviewObservationsMutation,
  type SetUpColumnsMutation,
  StartObservationsDocument,
} from './observations.generated.js';
import { SavedMappings } from './SavedMappings.js';
import { Shape } from './Shape.js';
import { useRefusal } from './use-refusal.js';

type Table = ObservationTableQuery['observationTable'];

/** Shape, columns, time, preview, start. Any change takes the preview away: it no longer speaks of this import. */
export function MapObservations({ table }: { table: Table }) {
  const { t } = useTranslation('observations');
  const can = useCan();
  const navigate = useNavigate();
  const [mapping, setMapping] = useState(() => readMapping(table.suggestedMapping));
  const [preview, setPreview] = useState<PreviewObservationsMutation['previewObservationImport'] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [askPreview, previewing] = useAct(PreviewObservationsDocument);
  const [askStart, starting] = useAct(StartObservationsDocument);
  // One key per mapping that was looked at: a second press starts no second import.
  const [idempotencyKey, setIdempotencyKey] = useState('');
  const problems = mappingProblems(mapping, table.metrics);
  const input = toMappingInput(mapping, table.sheet, table.headerRow);
  const refusal = useRefusal(input, table.columns);
  const shared = { fileId: table.fileId, mapping: input };
  const change = (next: Mapping) => {
    setMapping(next);
    setPreview(null);
    setFailure(null);
  };
  const look = async () => {
    const { data, error } = await askPreview(shared);
    setFailure(error ? refusal(error) : null);
    setPreview(data?.previewObservationImport ?? null);
    setIdempotencyKey(crypto.randomUUID());
  };
  const start = async (mode: Mode) => {
    const { data, error } = await askStart({ ...shared, mode, idempotencyKey: `${idempotencyKey}-${mode}` });
    setFailure(error ? refusal(error) : null);
    if (!data) return;
    await navigate({ to: '/monitoring/imports/$importId', params: { importId: data.startObservationImport.id } });
  };
  // Metrics that were just made hold the columns they were made for.
  const take = (made: SetUpColumnsMutation['setUpColumns']) =>
    change(
      made.columns.reduce<Mapping>(
        (next, { column, metricId }) => {
          const { words } = table.newMetrics.find((each) => each.column === column) ?? {};
          return withColumn(next, column, held('METRIC', { metricId, words: wordsOf(words) }));
        },
        { ...mapping, shape: 'COLUMN_PER_METRIC' },
      ),
    );
  const offered = table.newMetrics.filter(({ column }) => mapping.columns[column]?.target !== 'METRIC');

  return (
    <>
      <Panel title={t('map.title')} actions={<SavedMappings mapping={mapping} input={input} onChoose={change} />}>
        <Shape mapping={mapping} onChange={change} />
      </Panel>
      {can('create', 'Metric') && mapping.shape === 'COLUMN_PER_METRIC' && (
        <NewMetrics offered={offered} columns={table.columns} onMade={take} />
      )}
      <Panel title={t('map.columns')}>
        <ColumnUses
          mapping={mapping}
          columns={table.columns}
          metrics={table.metrics}
          ofOthers={table.columnsOfOthers}
          onChange={change}
        />
      </Panel>
      <Panel title={t('read.title')}>
        <HowToRead mapping={mapping} metrics={table.metrics} onChange={change} />
      </Panel>
      <LookFirst
        problems={problems.map((problem) => t(`problem.${problem}`))}
        failure={failure}
        kept={t('map.kept')}
        act={t('preview.act')}
        busy={previewing}
        looked={preview != null}
        onLook={() => void look()}
      />
      {preview && <ObservationPreview preview={preview} busy={starting} onStart={(mode) => void start(mode)} />}
    </>
  );
}

const wordsOf = (words: unknown): Record<string, number> =>
  typeof words === 'object' && words !== null ? (words as Record<string, number>) : {};
