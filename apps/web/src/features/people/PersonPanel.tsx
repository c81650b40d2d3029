import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan, useViewer } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { InviteForm } from './InviteForm.js';
import { InvitationLink, type IssuedLink } from './InvitationLink.js';
import { EndMembershipDocument, type PersonFieldsFragment, RenewPersonInvitationDocument } from './people.generated.js';
import { RoleForm } from './RoleForm.js';
import { MembershipBadge } from './use-people-columns.js';

interface PersonPanelProps {
  opened: string | undefined;
  person: PersonFieldsFragment | undefined;
  loading: boolean;
  onClose: () => void;
}

export function PersonPanel({ opened, person, loading, onClose }: PersonPanelProps) {
  const { t } = useTranslation('people');
  const isNew = opened === 'new';
  return (
    <SidePanel
      opened={opened !== undefined}
      onClose={onClose}
      title={isNew ? t('invite.title') : (person?.name ?? t('one'))}
    >
      {isNew && <InviteForm onDone={onClose} />}
      {!isNew && loading && <Skeleton height={240} />}
      {!isNew && !loading && opened && !person && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {!isNew && person && <PersonView key={person.id} person={person} onClose={onClose} />}
    </SidePanel>
  );
}

function PersonView({ person, onClose }: { person: PersonFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation(['people', 'shell']);
  const { list, date } = useFormats();
  const can = useCan();
  const viewer = useViewer();
  const ended = person.state === 'ENDED';
  const editable = can('update', 'Person') && !ended;
  return (
    <Stack>
      <Group>
        <MembershipBadge state={person.state} />
        {person.email}
      </Group>
      <Facts
        facts={[
          ...(editable
            ? []
            : [
                { name: t('column.role'), value: t(`shell:role.${person.role}`) },
                {
                  name: t('column.teams'),
                  value:
                    list(person.teams.map((team) => (team.lead ? t('leads', { team: team.name }) : team.name))) || '–',
                },
              ]),
          { name: t('from'), value: date(person.validFrom) },
          ...(person.validTo ? [{ name: t('until'), value: date(person.validTo) }] : []),
        ]}
      />
      {editable && <RoleForm key={person.version} person={person} />}
      {person.state === 'INVITED' && can('create', 'Person') && <RenewInvitation person={person} />}
      {can('archive', 'Person') && !ended && person.id !== viewer.membershipId && (
        <EndMembership person={person} onDone={onClose} />
      )}
    </Stack>
  );
}

function RenewInvitation({ person }: { person: PersonFieldsFragment }) {
  const { t } = useTranslation('people');
  const [renew, busy] = useAct(RenewPersonInvitationDocument);
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  if (issued) return <InvitationLink issued={issued} email={person.email} />;
  return (
    <div>
      <Button
        variant="default"
        loading={busy}
        onClick={async () => {
          setError(null);
          const outcome = await renew({ id: person.id });
          if (outcome.error) return setError(outcome.error);
          setIssued(outcome.data.renewPersonInvitation);
        }}
      >
        {t('invite.renew')}
      </Button>
      {error && <ErrorState error={error} />}
    </div>
  );
}

function EndMembership({ person, onDone }: { person: PersonFieldsFragment; onDone: () => void }) {
  const { t } = useTranslation('people');
  const [end, busy] = useAct(EndMembershipDocument, { refetch: ['People'] });
  return (
    <ConsequentialButton
      act={t('end.act')}
      title={t('end.title', { name: person.name || person.email })}
      consequence={t('end.consequence', { teams: person.teams.length })}
      perform={() => end({ id: person.id, version: person.version })}
      busy={busy}
      onDone={() => {
        notifyDone(t('end.done'));
        onDone();
      }}
    />
  );
}
