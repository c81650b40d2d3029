import { skipToken, useQuery } from '@apollo/client/react';
import { Skeleton, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { UploadPlace } from '../../ui/file-import/UploadPlace.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { ImportMapForm } from './ImportMapForm.js';
import { ImportMapProblems } from './ImportMapProblems.js';
import { ImportMapTouchpoints } from './ImportMapTouchpoints.js';
import { JourneyFilePreviewDocument } from './journey-files.generated.js';

const route = getRouteApi('/app/journeys/import');
/** The server refuses larger maps; they are not sent first. */
const LARGEST_MAP_BYTES = 10 * 1024 * 1024;

/** A map from a file: chosen, looked at, and then brought in as a whole. */
export default function ImportMapPage() {
  const { t } = useTranslation('journeys');
  const { number } = useFormats();
  const { file: fileId } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(
    JourneyFilePreviewDocument,
    fileId ? { variables: { fileId }, fetchPolicy: 'network-only' } : skipToken,
  );
  const preview = data?.journeyFilePreview;
  return (
    <>
      <PageHeader above={<AppLink to="/journeys">{t('map.back')}</AppLink>} title={t('import.title')} />
      <Stack>
        <Panel title={t('import.file')}>
          <Text mb="sm" maw="70ch">
            {t('import.explain')}
          </Text>
          {preview && <Text mb="sm">{preview.fileName}</Text>}
          <UploadPlace
            taken={{
              accept: '.json,.csv,.tsv,.txt,.xlsx',
              largestBytes: LARGEST_MAP_BYTES,
              choose: t(preview ? 'import.chooseOther' : 'import.choose'),
              drop: t('import.drop'),
              tooLarge: t('import.tooLarge'),
              again: preview !== undefined,
            }}
            onFile={(next) => void navigate({ to: '.', search: { file: next } })}
          />
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
