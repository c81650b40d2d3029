import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ApartFromForm } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useRefusal } from '../../ui/use-refusal.js';
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
  const [refusal, attempt] = useRefusal();
  const [archive, archiving] = useAct(ArchiveJourneyDocument, { refetch: ['Journeys'] });
  const [restore, restoring] = useAct(RestoreJourneyDocument, { refetch: ['Journeys'] });
  const { id, version, name } = journey;
  const finish = (said: string) => {
    notifyDone(said);
    onDone();
  };
  const bringBack = async () => {
    if (await attempt(restore({ id, version }))) finish(t('restoredNote'));
  };
  if (journey.archivedAt) {
    return (
      <ApartFromForm>
        {refusal && <ErrorState error={refusal} />}
        <Button variant="outline" loading={restoring} onClick={() => void bringBack()}>
          {t('restore')}
        </Button>
      </ApartFromForm>
    );
  }
  return (
    <ConsequentialButton
      act={t('archive')}
      title={t('archiveTitle', { name })}
      consequence={t('archiveConsequence')}
      perform={() => archive({ id, version })}
      busy={archiving}
      onDone={() => finish(t('archivedNote'))}
    />
  );
}
