import { skipToken, useQuery } from '@apollo/client/react';
import { Button, FileButton, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { ImportMapForm } from './ImportMapForm.js';
import { ImportMapProblems } from './ImportMapProblems.js';
import { ImportMapTouchpoints } from './ImportMapTouchpoints.js';
import { JourneyFilePreviewDocument } from './journey-files.generated.js';
import { LARGEST_MAP_BYTES, uploadMap } from './upload-map.js';

const route = getRouteApi('/app/journeys/import');
const ACCEPTED = '.json,.csv,.tsv,.txt,.xlsx';

/** A map from a file: chosen, looked at, and then brought in as a whole. */
export default function ImportMapPage() {
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  const { file: fileId } = route.useSearch();
  const navigate = route.useNavigate();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const { data, error, refetch } = useQuery(
    JourneyFilePreviewDocument,
    fileId ? { variables: { fileId }, fetchPolicy: 'network-only' } : skipToken,
  );
  const preview = data?.journeyFilePreview;
  const send = async (file: File | null) => {
    if (!file) return;
    setFailure(null);
    if (file.size > LARGEST_MAP_BYTES) return setFailure({ code: 'VALIDATION', message: t('import.tooLarge') });
    setSending(true);
    const outcome = await uploadMap(file);
    setSending(false);
    if ('error' in outcome) return setFailure(outcome.error);
    void navigate({ to: '.', search: { file: outcome.fileId } });
  };
  return (
    <>
      <PageHeader above={<AppLink to="/journeys">{t('map.back')}</AppLink>} title={t('import.title')} />
      <Stack>
        <Panel title={t('import.file')}>
          <Text mb="sm" maw="70ch">
            {t('import.explain')}
          </Text>
          <Group>
            <FileButton
              onChange={(file) => void send(file)}
              accept={ACCEPTED}
              inputProps={{ 'aria-label': t('import.choose') }}
            >
              {(props) => (
                <Button
                  {...props}
                  loading={sending}
                  variant={preview ? 'default' : 'filled'}
                  leftSection={<IconFileUpload size={16} aria-hidden />}
                >
                  {t(preview ? 'import.chooseOther' : 'import.choose')}
                </Button>
              )}
            </FileButton>
            {preview && <Text>{preview.fileName}</Text>}
          </Group>
          {failure && <ErrorState error={failure} />}
        </Panel>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {fileId && !preview && !error && <Skeleton height={320} />}
        {preview && (
          <>
            {preview.problems.length > 0 && <ImportMapProblems problems={preview.problems} />}
            {preview.stages.length > 0 && (
              <Panel title={t('import.stages')}>
                <ol>
                  {preview.stages.map((stage, index) => (
                    <li key={index}>
                      {stage.name}
                      {' – '}
                      <Text span c="dimmed" size="sm">
                        {t('import.stageHolds', {
                          cells: number(stage.cellCount),
                          touchpoints: number(stage.touchpointCount),
                        })}
                      </Text>
                    </li>
                  ))}
                </ol>
              </Panel>
            )}
            {preview.touchpoints.length > 0 && <ImportMapTouchpoints touchpoints={preview.touchpoints} />}
            {preview.importable && <ImportMapForm key={preview.fileId} preview={preview} />}
          </>
        )}
      </Stack>
    </>
  );
}
