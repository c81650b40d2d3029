import { Checkbox, Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import { STAGES, type Stage } from './initiative-words.js';
import type { InitiativesSearch, InitiativesView } from './routes.js';

interface InitiativeFiltersProps {
  search: InitiativesSearch;
  onChange: (next: InitiativesSearch) => void;
}

export function InitiativeFilters({ search, onChange }: InitiativeFiltersProps) {
  const { t } = useTranslation('initiatives');
  const teams = useOwnerChoices();
  const flag = (name: 'mine' | 'late' | 'archived', label: string) => (
    <Checkbox
      size="xs"
      label={label}
      checked={search[name] ?? false}
      onChange={(event) => onChange({ [name]: event.currentTarget.checked || undefined })}
    />
  );
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
      <Select
        size="xs"
        aria-label={t('field.stage')}
        placeholder={t('anyStage')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyStage') }}
        data={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={search.stage ?? null}
        onChange={(value) => onChange({ stage: (value as Stage | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('field.team')}
        placeholder={t('anyTeam')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyTeam') }}
        searchable
        data={teams}
        value={search.team ?? null}
        onChange={(value) => onChange({ team: value ?? undefined })}
      />
      {flag('mine', t('mine'))}
      {flag('late', t('lateOnly'))}
      {flag('archived', t('withArchived'))}
    </Group>
  );
}
