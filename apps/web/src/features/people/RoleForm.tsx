import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useOwnerChoices } from '../ownership/index.js';
import { type PersonFieldsFragment, type Role, UpdatePersonDocument } from './people.generated.js';
import { leadsWithinTeams, RoleFields, type RoleValues } from './RoleFields.js';

/** A member's role and teams, from now on; what was before stays on record. */
export function RoleForm({ person }: { person: PersonFieldsFragment }) {
  const { t } = useTranslation(['people', 'shell']);
  const { list } = useFormats();
  const [update, busy] = useAct(UpdatePersonDocument, { refetch: ['Viewer'] });
  const choices = useOwnerChoices();
  const teamNames = (ids: unknown) =>
    list((ids as string[]).map((id) => choices.find((choice) => choice.value === id)?.label ?? id));
  const form = useForm<RoleValues>({
    initialValues: {
      role: person.role,
      teamIds: person.teams.map((team) => team.id),
      leadOfTeamIds: person.teams.filter((team) => team.lead).map((team) => team.id),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: person.version,
    save: (values, version = person.version) =>
      update({ id: person.id, version, ...values, leadOfTeamIds: leadsWithinTeams(values) }),
    busy,
    fields: [
      { key: 'role', label: t('column.role'), show: (role) => t(`shell:role.${role as Role}`) },
      { key: 'teamIds', label: t('column.teams'), show: teamNames },
      { key: 'leadOfTeamIds', label: t('leadOf'), show: teamNames },
    ],
    saved: t('saved'),
  });

  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} disabled={!form.isDirty()} error={error}>
        <RoleFields form={form} />
      </Form>
      {dialogs}
    </>
  );
}
