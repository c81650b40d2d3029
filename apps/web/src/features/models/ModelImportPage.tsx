import { Button, Group, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { FileText } from './FileText.js';
import classes from './ModelImportPage.module.css';
import { type ModelProblem, ModelProblems } from './ModelProblems.js';
import { ImportMaturityModelDocument } from './models.generated.js';
import { rangeOfLine } from './range-of-line.js';

const refetch = ['ModelLibrary'];

/** The whole file is checked before anything is kept: either a draft, or every problem with its line. */
export default function ModelImportPage() {
  const { t } = useTranslation('models');
  const text = useLocalizedText();
  const navigate = useNavigate();
  const [source, setSource] = useState('');
  const [missing, setMissing] = useState(false);
  const [problems, setProblems] = useState<readonly ModelProblem[]>([]);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [saved, setSaved] = useState(false);
  const [importModel, busy] = useAct(ImportMaturityModelDocument, { refetch });
  const area = useRef<HTMLTextAreaElement>(null);
  const leaveDialog = useUnsavedChanges(source !== '' && !saved);

  const change = (next: string) => {
    setSource(next);
    setMissing(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (source.trim() === '') return setMissing(true);
    const { data, error } = await importModel({ source });
    setFailure(error ?? null);
    setProblems(data?.importMaturityModel.problems ?? []);
    const model = data?.importMaturityModel.modelVersion;
    if (!model) return;
    setSaved(true);
    notifyDone(t('import.done', { name: text(model.name), version: model.version }));
    // The guard against leaving reads the next render: navigate after it.
    setTimeout(() => void navigate({ to: '/models/$modelVersionId', params: { modelVersionId: model.id } }));
  };
  const showLine = (line: number) => {
    const [from, to] = rangeOfLine(source, line);
    area.current?.focus();
    area.current?.setSelectionRange(from, to);
    const height = Number.parseFloat(getComputedStyle(area.current!).lineHeight);
    if (area.current) area.current.scrollTop = Math.max(0, (line - 4) * height);
  };

  return (
    <>
      <PageHeader above={<AppLink to="/models">{t('reader.back')}</AppLink>} title={t('import.title')} />
      <p className={classes.lead}>{t('import.lead')}</p>
      <p className={classes.lead}>{t('import.startFrom')}</p>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FileText onText={change} />
        <Textarea
          ref={area}
          label={t('import.source')}
          description={t('import.sourceHelp')}
          error={missing && t('import.empty')}
          value={source}
          onChange={(event) => change(event.currentTarget.value)}
          rows={18}
          spellCheck={false}
          classNames={{ input: classes.source }}
        />
        {failure && <ErrorState error={failure} />}
        <Group>
          <Button type="submit" loading={busy}>
            {t('import.submit')}
          </Button>
        </Group>
      </form>
      {problems.length > 0 && <ModelProblems problems={problems} onLine={showLine} />}
      {leaveDialog}
    </>
  );
}
