import { useQuery } from '@apollo/client/react';
import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { PersonaForm } from './PersonaForm.js';
import { personasVariables } from './personas-variables.js';
import { type PersonaFieldsFragment, PersonasDocument } from './personas.generated.js';
import { RestorePersona } from './RestorePersona.js';
import type { PersonasSearch } from './routes.js';

/** One persona beside the list: to be read by all, to be written by those who keep the atlas. */
export function PersonaPanel({ search, onClose }: { search: PersonasSearch; onClose: () => void }) {
  const { t } = useTranslation('personas');
  const can = useCan();
  const isNew = search.persona === 'new';
  const { data } = useQuery(PersonasDocument, { variables: personasVariables(search), skip: !search.persona });
  const persona = isNew ? undefined : data?.personas.edges.find(({ node }) => node.id === search.persona)?.node;
  const may = can(isNew ? 'create' : 'update', 'Journey');
  return (
    <SidePanel opened={search.persona !== undefined} onClose={onClose} title={persona?.name ?? t('create')}>
      {!data && <Skeleton height={280} />}
      {data && !isNew && !persona && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {isNew && !may && <ErrorState error={{ code: 'FORBIDDEN' }} />}
      {data && persona && (!may || persona.archivedAt) && (
        <Stack>
          <PersonaFacts persona={persona} />
          {persona.archivedAt && can('archive', 'Journey') && <RestorePersona persona={persona} onDone={onClose} />}
        </Stack>
      )}
      {data && may && (isNew || persona) && !persona?.archivedAt && (
        <PersonaForm key={persona ? `${persona.id} ${persona.version}` : 'new'} persona={persona} onDone={onClose} />
      )}
    </SidePanel>
  );
}

function PersonaFacts({ persona }: { persona: PersonaFieldsFragment }) {
  const { t } = useTranslation('personas');
  return (
    <Facts
      facts={[
        { name: t('kind.label'), value: t(`kind.${persona.kind}`) },
        { name: t('description'), value: persona.description || '–' },
        { name: t('needs'), value: persona.needs || '–' },
      ]}
    />
  );
}
