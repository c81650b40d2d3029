import { Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import type { TouchpointListSearch } from './routes.js';
import { CHANNELS, EXISTENCES } from './touchpoint-words.js';
import type { Channel, TouchpointExistence } from './touchpoints.generated.js';

/** In the address, in place of a team's id: touchpoints that nobody answers for. */
export const NO_TEAM = 'none';

interface TouchpointFiltersProps {
  search: TouchpointListSearch;
  onChange: (next: TouchpointListSearch) => void;
}

export function TouchpointFilters({ search, onChange }: TouchpointFiltersProps) {
  const { t } = useTranslation('touchpoints');
  const teams = useOwnerChoices();
  return (
    <Group gap="xs">
      <SearchField label={t('list.search')} value={search.q} onChange={(q) => onChange({ q })} />
      <Select
        size="xs"
        aria-label={t('field.channel')}
        placeholder={t('list.anyChannel')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anyChannel') }}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={search.channel ?? null}
        onChange={(value) => onChange({ channel: (value as Channel | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('field.existence')}
        placeholder={t('list.anyExistence')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anyExistence') }}
        data={EXISTENCES.map((value) => ({ value, label: t(`existence.${value}`) }))}
        value={search.existence ?? null}
        onChange={(value) => onChange({ existence: (value as TouchpointExistence | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('list.owner')}
        placeholder={t('list.anyOwner')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anyOwner') }}
        searchable
        data={[{ value: NO_TEAM, label: t('list.noOwner') }, ...teams]}
        value={search.team ?? null}
        onChange={(value) => onChange({ team: value ?? undefined })}
      />
      <Checkbox
        size="xs"
        label={t('list.showArchived')}
        checked={search.archived ?? false}
        onChange={(event) => onChange({ archived: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}
