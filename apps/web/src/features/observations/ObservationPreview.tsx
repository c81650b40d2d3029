import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { type Mode, StartImport } from '../../ui/file-import/StartImport.js';
import { Panel } from '../../ui/Panel.js';
import type { PreviewObservationsMutation } from './observations.generated.js';

interface ObservationPreviewProps {
  preview: PreviewObservationsMutation['previewObservationImport'];
  busy: boolean;
  onStart: (mode: Mode) => void;
}

/** What would happen, before anything does. */
export function ObservationPreview({ preview, busy, onStart }: ObservationPreviewProps) {
  const { t } = useTranslation(['observations', 'fileImport']);
  const { date } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears below what was just pressed.
    place.current?.focus();
  }, [preview]);
  const { firstAt, lastAt } = preview;
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('preview.title')}>
        <ul className={classes.counts}>
          <li>{t('fileImport:preview.rows', { count: preview.rowsRead })}</li>
          <li>{t('fileImport:preview.bad', { count: preview.rowsBad })}</li>
          <li>{t('preview.observations', { count: preview.observations })}</li>
          {preview.skipped > 0 && <li>{t('preview.skipped', { count: preview.skipped })}</li>}
          <li>{t('preview.segments', { count: preview.segmentSets })}</li>
          {firstAt && lastAt && (
            <li>
              {date(firstAt) === date(lastAt)
                ? date(firstAt)
                : t('outcome.fromTo', { from: date(firstAt), to: date(lastAt) })}
            </li>
          )}
        </ul>
        <StartImport
          preview={preview}
          nothing={preview.observations === 0}
          clean={t('preview.clean')}
          act={preview.sampled ? t('preview.startAll') : t('preview.start', { count: preview.observations })}
          busy={busy}
          onStart={onStart}
        />
      </Panel>
    </div>
  );
}
