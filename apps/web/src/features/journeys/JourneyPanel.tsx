import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ApartFromForm } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { atlasVariables } from './atlas-variables.js';
import { JourneyForm } from './JourneyForm.js';
import {
  ArchiveJourneyDocument,
  type JourneyFieldsFragment,
  JourneysDocument,
  RestoreJourneyDocument,
} from './journeys.generated.js';
import type { AtlasSearch } from './routes.js';

/** What the atlas says of one journey, or the beginning of a new one. */
export function JourneyPanel({ search, onClose }: { search: AtlasSearch; onClose: () => void }) {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const isNew = search.journey === 'new';
  const { data } = useQuery(JourneysDocument, { variables: atlasVariables(search), skip: !search.journey });
  const journeys = (data?.journeys.edges ?? []).map(({ node }) => node);
  const journey = isNew ? undefined : journeys.find(({ id }) => id === search.journey);
  const may = can(isNew ? 'create' : 'update', 'Journey');
  return (
    <SidePanel opened={search.journey !== undefined} onClose={onClose} title={journey?.name ?? t('begin')}>
      {!data && <Skeleton height={240} />}
      {data && !isNew && !journey && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {!may && <ErrorState error={{ code: 'FORBIDDEN' }} />}
      {data && may && (isNew || journey) && (
        <Stack>
          {!journey?.archivedAt && (
            <JourneyForm key={journey?.version ?? 'new'} journey={journey} journeys={journeys} onDone={onClose} />
          )}
          {journey && can('archive', 'Journey') && <ArchiveActs journey={journey} onDone={onClose} />}
        </Stack>
      )}
    </SidePanel>
  );
}

function ArchiveActs({ journey, onDone }: { journey: JourneyFieldsFragment; onDone: () => void }) {
  const { t } = useTranslation('journeys');
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const [archive, archiving] = useAct(ArchiveJourneyDocument, { refetch: ['Journeys'] });
  const [restore, restoring] = useAct(RestoreJourneyDocument, { refetch: ['Journeys'] });
  const { id, version, name } = journey;
  const act = async () => {
    if (!journey.archivedAt) {
      const question = { title: t('archiveTitle', { name }), consequence: t('archiveConsequence'), act: t('archive') };
      if (!(await confirm(question))) return;
    }
    const outcome = journey.archivedAt ? await restore({ id, version }) : await archive({ id, version });
    if (outcome.error) return setError(outcome.error);
    notifyDone(t(journey.archivedAt ? 'restoredNote' : 'archivedNote'));
    onDone();
  };
  return (
    <ApartFromForm>
      {error && <ErrorState error={error} />}
      <Group>
        <Button
          color={journey.archivedAt ? undefined : 'red'}
          variant="outline"
          loading={archiving || restoring}
          onClick={() => void act()}
        >
          {t(journey.archivedAt ? 'restore' : 'archive')}
        </Button>
      </Group>
      {dialog}
    </ApartFromForm>
  );
}
