import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { notifyDone } from '../../ui/notify.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { type PersonFieldsFragment, type Role, UpdatePersonDocument } from './people.generated.js';
import { leadsWithinTeams, RoleFields, type RoleValues } from './RoleFields.js';
import { useTeamChoices } from './use-team-choices.js';

/** A member's role and teams, from now on; what was before stays on record. */
export function RoleForm({ person }: { person: PersonFieldsFragment }) {
  const { t } = useTranslation(['people', 'shell']);
  const { list } = useFormats();
  const [update, busy] = useAct(UpdatePersonDocument, { refetch: ['Viewer'] });
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const choices = useTeamChoices();
  const teamNames = (ids: unknown) =>
    list((ids as string[]).map((id) => choices.find((choice) => choice.value === id)?.label ?? id));
  const form = useForm<RoleValues>({
    initialValues: {
      role: person.role,
      teamIds: person.teams.map((team) => team.id),
      leadOfTeamIds: person.teams.filter((team) => team.lead).map((team) => team.id),
    },
  });
  const warning = useUnsavedChanges(() => form.isDirty());

  const save = async (values: RoleValues, version: number): Promise<void> => {
    setError(null);
    const outcome = await update({ id: person.id, version, ...values, leadOfTeamIds: leadsWithinTeams(values) });
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    form.resetDirty();
    notifyDone(t('saved'));
  };
  const conflict = useConflict<RoleValues>({
    busy,
    save,
    fields: [
      { key: 'role', label: t('column.role'), show: (role) => t(`shell:role.${role as Role}`) },
      { key: 'teamIds', label: t('column.teams'), show: teamNames },
      { key: 'leadOfTeamIds', label: t('leadOf'), show: teamNames },
    ],
  });

  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, person.version))}
        act={t('save')}
        busy={busy}
        disabled={!form.isDirty()}
        error={error}
      >
        <RoleFields form={form} />
      </Form>
      {warning}
      {conflict.dialog}
    </>
  );
}
