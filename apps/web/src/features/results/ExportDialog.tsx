import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { fileOfJob } from '../../ui/job/file-of-job.js';
import { JobProgress } from '../../ui/job/JobProgress.js';
import { useJob } from '../../ui/job/use-job.js';
import { type ExportFormat, type ExportKind, StartExportDocument } from './export.generated.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

export interface ExportWish {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
}

/** Starts the export as a job, shows how far it is, and ends in a link to the file. */
export function ExportDialog({ wish, onClose }: { wish: ExportWish; onClose: () => void }) {
  const { t } = useTranslation('results');
  const { t: ui } = useTranslation('ui');
  const { assessmentId } = route.useParams();
  const [start] = useAct(StartExportDocument);
  const [jobId, setJobId] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const started = useRef(false);
  const job = useJob(jobId);
  const fileId = fileOfJob(job);

  const begin = async () => {
    setFailure(null);
    const { data, error } = await start({ assessmentId, ...wish });
    setFailure(error ?? null);
    setJobId(data?.startExport.id ?? null);
  };
  useEffect(() => {
    // Opening the dialog is the wish itself; development renders twice and must not start two jobs.
    if (started.current) return;
    started.current = true;
    void begin();
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('export.act')}: ${t(`export.kind.${wish.kind}`)}, ${t(`export.format.${wish.format}`)}`}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <Stack>
        {failure ? (
          <ErrorState error={failure} onRetry={() => void begin()} />
        ) : (
          <JobProgress job={job} label={t('export.working')} />
        )}
        {!failure && !fileId && (
          <Text size="sm" c="dimmed">
            {t('export.leave')}
          </Text>
        )}
        {fileId && (
          <Group justify="space-between" role="status">
            <Text fw={600}>{t('export.ready')}</Text>
            <Button component="a" href={`/files/${encodeURIComponent(fileId)}`} download>
              {t('export.download')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
