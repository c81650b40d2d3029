import { Button, Radio, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Panel } from '../../ui/Panel.js';
import type { ImportMode, PreviewAnswerImportMutation } from './imports.generated.js';
import classes from './ImportPage.module.css';
import { ProblemTable } from './ProblemTable.js';

interface ImportPreviewProps {
  preview: PreviewAnswerImportMutation['previewAnswerImport'];
  busy: boolean;
  onStart: (mode: ImportMode) => void;
}

const MODES: readonly ImportMode[] = ['ALL_OR_NOTHING', 'ACCEPT_GOOD'];

/** What would happen, before anything does: counts, every problem, and the choice of what to do about them. */
export function ImportPreview({ preview, busy, onStart }: ImportPreviewProps) {
  const { t } = useTranslation('imports');
  const { number } = useFormats();
  const [mode, setMode] = useState<ImportMode>('ALL_OR_NOTHING');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears below what was just pressed.
    place.current?.focus();
  }, [preview]);
  // What only the first rows were looked at for may still turn up further down: the choice is then always asked for.
  const clean = preview.rowsBad === 0 && !preview.sampled;
  const nothing = preview.rowsGood === 0;
  const refused = nothing || (mode === 'ALL_OR_NOTHING' && preview.rowsBad > 0);
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('preview.title')}>
        <ul className={classes.counts}>
          <li>{t('preview.rows', { count: preview.rowsRead })}</li>
          <li>{t('preview.good', { count: preview.rowsGood })}</li>
          <li>{t('preview.bad', { count: preview.rowsBad })}</li>
          <li>{t('preview.submissions', { count: preview.submissions })}</li>
          <li>{t('preview.answers', { count: preview.answers })}</li>
        </ul>
        <Stack>
          {preview.sampled && (
            <p className={classes.note}>{t('preview.sampled', { rows: number(preview.rowsRead) })}</p>
          )}
          {clean && <p className={classes.help}>{t('preview.clean')}</p>}
          {preview.problems.length > 0 && (
            <ProblemTable
              problems={preview.problems}
              caption={
                preview.truncated ? t('preview.truncated', { shown: number(preview.problems.length) }) : undefined
              }
            />
          )}
          {!clean && (
            <Radio.Group
              label={t('mode.label')}
              value={mode}
              onChange={(value) => setMode(MODES.find((each) => each === value) ?? 'ALL_OR_NOTHING')}
            >
              <Stack gap="xs" mt="xs">
                {MODES.map((each) => (
                  <Radio key={each} value={each} label={t(`mode.${each}`)} description={t(`mode.help.${each}`)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {refused && <p className={classes.bad}>{nothing ? t('preview.nothingGood') : t('preview.wouldRefuse')}</p>}
          <div>
            <Button onClick={() => onStart(clean ? 'ALL_OR_NOTHING' : mode)} loading={busy} disabled={refused}>
              {preview.sampled ? t('startAll') : t('start', { count: preview.submissions })}
            </Button>
          </div>
        </Stack>
      </Panel>
    </div>
  );
}
