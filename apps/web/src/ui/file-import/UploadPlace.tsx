import { Button, FileButton, Progress, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../ErrorState.js';
import classes from './FileImport.module.css';
import { MAXIMUM_UPLOAD, uploadFile } from './upload-file.js';

const SPREADSHEETS = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What another page than that of spreadsheets takes, and how it says so. */
export interface TakenFiles {
  readonly accept: string;
  readonly largestBytes: number;
  readonly choose: string;
  readonly drop: string;
  readonly tooLarge: string;
  /** One is there already: what is to be done with it comes first. */
  readonly again: boolean;
}

/** A file by button or by dropping, with how much of it has arrived; a spreadsheet, unless something else is said. */
export function UploadPlace({ onFile, taken }: { onFile: (fileId: string) => void; taken?: TakenFiles }) {
  const { t } = useTranslation('fileImport');
  const { percent, number } = useFormats();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);

  const send = async (file: File | null | undefined) => {
    if (!file) return;
    if (file.size > (taken?.largestBytes ?? MAXIMUM_UPLOAD)) {
      const limit = number(MAXIMUM_UPLOAD / 1_048_576, { style: 'unit', unit: 'megabyte' });
      const message = taken?.tooLarge ?? t('upload.tooLarge', { name: file.name, limit });
      return setFailure({ code: 'VALIDATION', message });
    }
    setFailure(null);
    setSending({ name: file.name, share: 0 });
    const outcome = await uploadFile(file, (share) => setSending({ name: file.name, share }));
    setSending(null);
    if ('error' in outcome) setFailure(outcome.error);
    else onFile(outcome.fileId);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <>
      <div
        className={over ? `${classes.drop} ${classes.over}` : classes.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <>
            <Text role="status">{t('upload.sending', { name: sending.name, percent: percent(sending.share) })}</Text>
            <Progress w="100%" maw={360} value={sending.share * 100} aria-label={t('upload.progress')} />
          </>
        ) : (
          <>
            <FileButton onChange={(file) => void send(file)} accept={taken?.accept ?? SPREADSHEETS}>
              {(props) => (
                <Button
                  {...props}
                  variant={taken?.again ? 'default' : 'filled'}
                  leftSection={<IconFileUpload size={16} aria-hidden />}
                >
                  {taken?.choose ?? t('upload.choose')}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {taken?.drop ?? t('upload.drop')}
            </Text>
          </>
        )}
      </div>
      {failure && <ErrorState error={failure} />}
    </>
  );
}
