import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../../ui/file-import/FileImport.module.css';
import { StartImport } from '../../ui/file-import/StartImport.js';
import { Panel } from '../../ui/Panel.js';
import type { ImportMode, PreviewAnswerImportMutation } from './imports.generated.js';

interface ImportPreviewProps {
  preview: PreviewAnswerImportMutation['previewAnswerImport'];
  busy: boolean;
  onStart: (mode: ImportMode) => void;
}

/** What would happen, before anything does: counts, every problem, and the choice of what to do about them. */
export function ImportPreview({ preview, busy, onStart }: ImportPreviewProps) {
  const { t } = useTranslation(['imports', 'fileImport']);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears below what was just pressed.
    place.current?.focus();
  }, [preview]);
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('preview.title')}>
        <ul className={classes.counts}>
          <li>{t('fileImport:preview.rows', { count: preview.rowsRead })}</li>
          <li>{t('fileImport:preview.good', { count: preview.rowsGood })}</li>
          <li>{t('fileImport:preview.bad', { count: preview.rowsBad })}</li>
          <li>{t('preview.submissions', { count: preview.submissions })}</li>
          <li>{t('preview.answers', { count: preview.answers })}</li>
        </ul>
        <StartImport
          preview={preview}
          nothing={preview.rowsGood === 0}
          clean={t('preview.clean')}
          act={preview.sampled ? t('startAll') : t('start', { count: preview.submissions })}
          busy={busy}
          onStart={onStart}
        />
      </Panel>
    </div>
  );
}
