import { MultiSelect, Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useOwnerChoices } from '../ownership/index.js';
import type { Role } from './people.generated.js';
import { roles } from './routes.js';

export interface RoleValues {
  role: Role;
  teamIds: string[];
  leadOfTeamIds: string[];
}

interface RoleFieldsProps<Values extends RoleValues> {
  form: UseFormReturnType<Values>;
}

/** Role and teams; each role says what it opens. */
export function RoleFields<Values extends RoleValues>({ form }: RoleFieldsProps<Values>) {
  const { t } = useTranslation(['people', 'shell']);
  const choices = useOwnerChoices();
  const member = form.values.teamIds;
  return (
    <>
      <Radio.Group label={t('column.role')} {...form.getInputProps('role')}>
        <Stack gap="xs" mt="xs">
          {roles.map((role) => (
            <Radio key={role} value={role} label={t(`shell:role.${role}`)} description={t(`roleOpens.${role}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <MultiSelect
        label={t('column.teams')}
        description={t('teamsHelp')}
        searchable
        data={choices}
        hidePickedOptions
        {...form.getInputProps('teamIds')}
      />
      <MultiSelect
        label={t('leadOf')}
        description={t('leadOfHelp')}
        data={choices.filter((choice) => member.includes(choice.value))}
        disabled={member.length === 0}
        {...form.getInputProps('leadOfTeamIds')}
        value={form.values.leadOfTeamIds.filter((id) => member.includes(id))}
      />
    </>
  );
}

/** Leading a team one is not in makes no sense: what was left in the form from before is dropped. */
export const leadsWithinTeams = ({ teamIds, leadOfTeamIds }: RoleValues): string[] =>
  leadOfTeamIds.filter((id) => teamIds.includes(id));
