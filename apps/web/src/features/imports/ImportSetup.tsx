import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { LookFirst } from '../../ui/file-import/LookFirst.js';
import { Panel } from '../../ui/Panel.js';
import { type Mapping, mappingProblems, readSuggestion, toMappingInput } from './column-mapping.js';
import { ColumnChoices } from './ColumnChoices.js';
import { GroupChoices } from './GroupChoices.js';
import {
  type ImportableItemsQuery,
  type ImportContextQuery,
  type ImportMode,
  PreviewAnswerImportDocument,
  type PreviewAnswerImportMutation,
  StartAnswerImportDocument,
  type UploadedTableQuery,
} from './imports.generated.js';
import { ImportPreview } from './ImportPreview.js';

const route = getRouteApi('/app/assessments/$assessmentId/import');
const refetch = ['ImportContext'];

interface ImportSetupProps {
  assessment: ImportContextQuery['assessment'];
  table: UploadedTableQuery['uploadedTable'];
  model: ImportableItemsQuery['maturityModelVersion'];
}

/** Columns, groups, preview, start. Any change of the mapping takes the preview away: it no longer speaks of this import. */
export function ImportSetup({ assessment, table, model }: ImportSetupProps) {
  const { t } = useTranslation('imports');
  const { file: fileId = '' } = route.useSearch();
  const navigate = useNavigate();
  const [mapping, setMapping] = useState(() => readSuggestion(table.suggestedMapping));
  const [preview, setPreview] = useState<PreviewAnswerImportMutation['previewAnswerImport'] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [askPreview, previewing] = useAct(PreviewAnswerImportDocument);
  const [askStart, starting] = useAct(StartAnswerImportDocument, { refetch });
  // One key per mapping that was looked at: a second press starts no second import.
  const [idempotencyKey, setIdempotencyKey] = useState('');
  const problems = mappingProblems(mapping);
  const shared = {
    assessmentId: assessment.id,
    fileId,
    mapping: toMappingInput(mapping, table.sheet, table.headerRow),
  };
  const change = (next: Mapping) => {
    setMapping(next);
    setPreview(null);
  };
  const look = async () => {
    const { data, error } = await askPreview(shared);
    setFailure(error ?? null);
    setPreview(data?.previewAnswerImport ?? null);
    setIdempotencyKey(crypto.randomUUID());
  };
  const start = async (mode: ImportMode) => {
    const { data, error } = await askStart({ ...shared, mode, idempotencyKey: `${idempotencyKey}-${mode}` });
    setFailure(error ?? null);
    if (!data) return;
    await navigate({
      to: '/assessments/$assessmentId/imports/$importId',
      params: { assessmentId: assessment.id, importId: data.startAnswerImport.id },
    });
  };

  return (
    <>
      <Panel title={t('map.title')}>
        <ColumnChoices mapping={mapping} columns={table.columns} model={model} onChange={change} />
      </Panel>
      <Panel title={t('groups.title')}>
        <GroupChoices mapping={mapping} columns={table.columns} groups={assessment.raterGroups} onChange={change} />
      </Panel>
      <LookFirst
        problems={problems.map((problem) => t(`map.problem.${problem}`))}
        failure={failure}
        kept={t('map.kept')}
        act={t('preview.act')}
        busy={previewing}
        looked={preview != null}
        onLook={() => void look()}
      />
      {preview && <ImportPreview preview={preview} busy={starting} onStart={(mode) => void start(mode)} />}
    </>
  );
}
