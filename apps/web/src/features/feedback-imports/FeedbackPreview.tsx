import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import classes from '../../ui/file-import/FileImport.module.css';
import { type Mode, StartImport } from '../../ui/file-import/StartImport.js';
import { Panel } from '../../ui/Panel.js';
import type { PreviewFeedbackMutation } from './feedback-imports.generated.js';

interface FeedbackPreviewProps {
  preview: PreviewFeedbackMutation['previewFeedbackImport'];
  busy: boolean;
  onStart: (mode: Mode) => void;
}

/** What would happen, before anything does. */
export function FeedbackPreview({ preview, busy, onStart }: FeedbackPreviewProps) {
  const { t, i18n } = useTranslation(['feedbackImports', 'fileImport']);
  const { date, number } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears below what was just pressed.
    place.current?.focus();
  }, [preview]);
  const { firstAt, lastAt, items, repeated, duplicates, withoutText, withoutTouchpoint } = preview;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const languages = preview.languages.map(({ language, count }) =>
    t('preview.language', {
      language: language === 'und' ? t('preview.und') : names.of(language),
      count: number(count),
    }),
  );
  return (
    <div ref={place} tabIndex={-1}>
      <Panel title={t('preview.title')}>
        <ul className={classes.counts}>
          <li>{t('fileImport:preview.rows', { count: preview.rowsRead })}</li>
          <li>{t('fileImport:preview.bad', { count: preview.rowsBad })}</li>
          <li>{t('preview.items', { count: items })}</li>
          {repeated > 0 && <li>{t('preview.repeated', { count: repeated })}</li>}
          {duplicates > 0 && <li>{t('preview.duplicates', { count: duplicates })}</li>}
          {withoutText > 0 && <li>{t('preview.withoutText', { count: withoutText })}</li>}
          {preview.notLow > 0 && <li>{t('preview.notLow', { count: preview.notLow })}</li>}
          {withoutTouchpoint > 0 && <li>{t('preview.withoutTouchpoint', { count: withoutTouchpoint })}</li>}
          {languages.length > 0 && <li>{languages.join(' · ')}</li>}
          {firstAt && lastAt && (
            <li>
              {date(firstAt) === date(lastAt)
                ? date(firstAt)
                : t('preview.fromTo', { from: date(firstAt), to: date(lastAt) })}
            </li>
          )}
        </ul>
        <StartImport
          preview={preview}
          nothing={items + repeated === 0}
          clean={t(items === 0 ? 'preview.allThere' : 'preview.clean')}
          act={preview.sampled ? t('preview.startAll') : t('preview.start', { count: items })}
          busy={busy}
          onStart={onStart}
        />
      </Panel>
    </div>
  );
}
