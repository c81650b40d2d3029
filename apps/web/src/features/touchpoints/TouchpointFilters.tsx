import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import type { TouchpointListSearch } from './routes.js';
import { CHANNELS, EXISTENCES } from './touchpoint-words.js';

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
      <FilterSelect
        label={t('field.channel')}
        any={t('list.anyChannel')}
        choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={search.channel}
        onChange={(value) => onChange({ channel: value })}
      />
      <FilterSelect
        label={t('field.existence')}
        any={t('list.anyExistence')}
        choices={EXISTENCES.map((value) => ({ value, label: t(`existence.${value}`) }))}
        value={search.existence}
        onChange={(value) => onChange({ existence: value })}
      />
      <FilterSelect
        label={t('list.owner')}
        any={t('list.anyOwner')}
        choices={[{ value: NO_TEAM, label: t('list.noOwner') }, ...teams]}
        value={search.team}
        onChange={(value) => onChange({ team: value })}
        searchable
      />
      <FilterCheckbox
        label={t('list.showArchived')}
        value={search.archived}
        onChange={(archived) => onChange({ archived })}
      />
    </Group>
  );
}
