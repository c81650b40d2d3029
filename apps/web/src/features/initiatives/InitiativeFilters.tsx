import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import { STAGES } from './initiative-words.js';
import type { InitiativesSearch, InitiativesView } from './routes.js';

interface InitiativeFiltersProps {
  search: InitiativesSearch;
  onChange: (next: InitiativesSearch) => void;
}

export function InitiativeFilters({ search, onChange }: InitiativeFiltersProps) {
  const { t } = useTranslation('initiatives');
  const teams = useOwnerChoices();
  return (
    <Group gap="xs" my="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('view.label')}
        data={(['board', 'list', 'timeline'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        value={search.view ?? 'board'}
        onChange={(view) => onChange({ view: view === 'board' ? undefined : (view as InitiativesView) })}
      />
      <SearchField label={t('search')} value={search.q} onChange={(q) => onChange({ q })} />
      <FilterSelect
        label={t('field.stage')}
        any={t('anyStage')}
        choices={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={search.stage}
        onChange={(stage) => onChange({ stage })}
      />
      <FilterSelect
        label={t('field.team')}
        any={t('anyTeam')}
        choices={teams}
        value={search.team}
        onChange={(team) => onChange({ team })}
        searchable
      />
      <FilterCheckbox label={t('mine')} value={search.mine} onChange={(mine) => onChange({ mine })} />
      <FilterCheckbox label={t('lateOnly')} value={search.late} onChange={(late) => onChange({ late })} />
      <FilterCheckbox
        label={t('withArchived')}
        value={search.archived}
        onChange={(archived) => onChange({ archived })}
      />
    </Group>
  );
}
