import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFieldText } from '../../ui/field-errors.js';
import { LookFirst } from '../../ui/file-import/LookFirst.js';
import { SavedMappings } from '../../ui/file-import/SavedMappings.js';
import type { Mode } from '../../ui/file-import/StartImport.js';
import { Panel } from '../../ui/Panel.js';
import { ColumnTargets } from './ColumnTargets.js';
import { type Mapping, mappingProblems, readMapping, toMappingInput } from './feedback-mapping.js';
import {
  ArchiveFeedbackMappingDocument,
  FeedbackMappingsDocument,
  type FeedbackTableQuery,
  PreviewFeedbackDocument,
  type PreviewFeedbackMutation,
  SaveFeedbackMappingDocument,
  StartFeedbackDocument,
} from './feedback-imports.generated.js';
import { FeedbackPreview } from './FeedbackPreview.js';
import { HowToRead } from './HowToRead.js';

type Table = FeedbackTableQuery['feedbackTable'];
const refetch = ['FeedbackMappings'];

/** Columns, what holds for all rows, preview, start. Any change takes the preview away: it no longer speaks of this import. */
export function MapFeedback({ table }: { table: Table }) {
  const { t } = useTranslation('feedbackImports');
  const navigate = useNavigate();
  const say = useFieldText('feedbackImports');
  const [mapping, setMapping] = useState(() => readMapping(table.suggestedMapping));
  const [preview, setPreview] = useState<PreviewFeedbackMutation['previewFeedbackImport'] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [askPreview, previewing] = useAct(PreviewFeedbackDocument);
  const [askStart, starting] = useAct(StartFeedbackDocument);
  const saved = useQuery(FeedbackMappingsDocument).data?.feedbackMappings ?? [];
  const [save, saving] = useAct(SaveFeedbackMappingDocument, { refetch });
  const [archive] = useAct(ArchiveFeedbackMappingDocument, { refetch });
  // One key per mapping that was looked at: a second press starts no second import.
  const [idempotencyKey, setIdempotencyKey] = useState('');
  const input = toMappingInput(mapping, table.sheet, table.headerRow);
  const problems = mappingProblems(mapping, table.anywhere);
  const shared = { fileId: table.fileId, mapping: input };
  const change = (next: Mapping) => {
    setMapping(next);
    setPreview(null);
    setFailure(null);
  };
  const refused = (error: AppError): AppError =>
    error.code === 'VALIDATION' && error.fields?.length
      ? { ...error, message: error.fields.map(say).join(' ') }
      : error;
  const look = async () => {
    const { data, error } = await askPreview(shared);
    setFailure(error ? refused(error) : null);
    setPreview(data?.previewFeedbackImport ?? null);
    setIdempotencyKey(crypto.randomUUID());
  };
  const start = async (mode: Mode) => {
    const { data, error } = await askStart({ ...shared, mode, idempotencyKey: `${idempotencyKey}-${mode}` });
    setFailure(error ? refused(error) : null);
    if (!data) return;
    await navigate({ to: '/inbox/imports/$importId', params: { importId: data.startFeedbackImport.id } });
  };
  return (
    <>
      <Panel
        title={t('map.title')}
        actions={
          <SavedMappings
            all={saved}
            input={input}
            toInput={(kept) => {
              const { sheet = null, headerRow = null } = kept as { sheet?: string | null; headerRow?: number | null };
              return toMappingInput(readMapping(kept), sheet, headerRow);
            }}
            // The day of the last file is not that of this one.
            onChoose={(next) => change({ ...readMapping(next), saidOn: mapping.saidOn })}
            save={async (asked) => {
              const { data, error } = await save(asked);
              return { id: data?.saveFeedbackMapping.id, error };
            }}
            saving={saving}
            archive={archive}
          />
        }
      >
        <ColumnTargets mapping={mapping} columns={table.columns} touchpoints={table.touchpoints} onChange={change} />
      </Panel>
      <Panel title={t('read.title')}>
        <HowToRead
          mapping={mapping}
          touchpoints={table.touchpoints}
          ratedMetrics={table.ratedMetrics}
          anywhere={table.anywhere}
          onChange={change}
        />
      </Panel>
      <LookFirst
        problems={problems.map((problem) => t(`problem.${problem}`))}
        failure={failure}
        kept={t('map.kept')}
        act={t('preview.act')}
        busy={previewing}
        looked={preview !== null}
        onLook={() => void look()}
      />
      {preview && <FeedbackPreview preview={preview} busy={starting} onStart={(mode) => void start(mode)} />}
    </>
  );
}
