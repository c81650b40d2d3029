import { useQuery } from '@apollo/client/react';
import { Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { Form } from '../../ui/Form.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import type { TeamsSearch } from './routes.js';
import { teamVariables } from './TeamTable.js';
import {
  ArchiveTeamDocument,
  CreateTeamDocument,
  type TeamFieldsFragment,
  type TeamKind,
  TeamsDocument,
  type UnitFieldsFragment,
  UpdateTeamDocument,
} from './teams.generated.js';
import { useUnitOptions } from './unit-options.js';

const kinds: TeamKind[] = ['PRODUCT', 'DESIGN', 'OPERATIONS', 'BUSINESS', 'SERVICE', 'TECHNOLOGY', 'RESEARCH', 'OTHER'];

interface TeamPanelProps {
  units: UnitFieldsFragment[];
  search: TeamsSearch;
  onClose: () => void;
}

/** One team beside the list: looked at by all, edited by who may. */
export function TeamPanel({ units, search, onClose }: TeamPanelProps) {
  const { t } = useTranslation('teams');
  const can = useCan();
  const isNew = search.team === 'new';
  const { data } = useQuery(TeamsDocument, { variables: teamVariables(search), skip: !search.team || isNew });
  const team = data?.teams.edges.find((edge) => edge.node.id === search.team)?.node;
  const editable = isNew ? can('create', 'Team') : can('update', 'Team') && !team?.archivedAt;
  return (
    <SidePanel
      opened={search.team !== undefined}
      onClose={onClose}
      title={isNew ? t('team.create') : (team?.name ?? t('team.one'))}
    >
      {!isNew && !data && <Skeleton height={200} />}
      {!isNew && data && !team && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {(isNew || team) &&
        (editable ? (
          <TeamForm key={team?.version ?? 'new'} team={team} units={units} unit={search.unit} onDone={onClose} />
        ) : (
          team && <TeamFacts team={team} />
        ))}
    </SidePanel>
  );
}

function TeamFacts({ team }: { team: TeamFieldsFragment }) {
  const { t } = useTranslation('teams');
  const { list, number } = useFormats();
  return (
    <Facts
      facts={[
        { name: t('team.kind'), value: t(`kind.${team.kind}`) },
        { name: t('team.unit'), value: team.businessUnitName },
        { name: t('team.leads'), value: list(team.leads) },
        { name: t('team.members'), value: number(team.memberCount) },
      ]}
    />
  );
}

interface TeamFormProps {
  team: TeamFieldsFragment | undefined;
  units: UnitFieldsFragment[];
  unit: string | undefined;
  onDone: () => void;
}

function TeamForm({ team, units, unit, onDone }: TeamFormProps) {
  const { t } = useTranslation('teams');
  const can = useCan();
  const refetch = ['Teams', 'Units'];
  const [create, creating] = useAct(CreateTeamDocument, { refetch });
  const [update, updating] = useAct(UpdateTeamDocument, { refetch });
  const [archive, archiving] = useAct(ArchiveTeamDocument, { refetch });
  const options = useUnitOptions(units);
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      kind: team?.kind ?? ('OTHER' as TeamKind),
      businessUnitId: team ? team.businessUnitId : (unit ?? null),
    },
    validate: { name: (value) => (value.trim() ? null : t('nameMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: team?.version,
    save: (values, version) => {
      const cleaned = { ...values, name: values.name.trim() };
      return team && version !== undefined ? update({ id: team.id, version, ...cleaned }) : create(cleaned);
    },
    busy: updating,
    fields: [
      { key: 'name', label: t('team.nameLabel') },
      { key: 'kind', label: t('team.kind'), show: (kind) => t(`kind.${kind as TeamKind}`) },
      {
        key: 'businessUnitId',
        label: t('team.unit'),
        show: (id) => units.find((candidate) => candidate.id === id)?.name ?? '',
      },
    ],
    saved: t('team.saved'),
    onDone,
  });

  return (
    <Stack>
      <Form
        onSubmit={onSubmit}
        act={team ? t('save') : t('team.add')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('team.nameLabel')} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t('team.kind')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('team.unit')}
          description={t('team.unitHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('team.noUnit') }}
          searchable
          data={options}
          {...form.getInputProps('businessUnitId')}
        />
      </Form>
      {team && can('archive', 'Team') && (
        <ConsequentialButton
          act={t('team.archive')}
          title={t('team.archiveTitle', { name: team.name })}
          consequence={t('team.archiveConsequence', { members: team.memberCount })}
          perform={() => archive({ id: team.id, version: team.version })}
          busy={archiving}
          onDone={() => finish(t('team.archived'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </Stack>
  );
}
