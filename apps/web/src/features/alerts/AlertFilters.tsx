import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import { ALERT_RULES, ALERT_SEVERITIES, ALERT_STATES } from './alert-words.js';
import type { AlertsSearch } from './routes.js';

interface AlertFiltersProps {
  search: AlertsSearch;
  onChange: (next: AlertsSearch) => void;
}

export function AlertFilters({ search, onChange }: AlertFiltersProps) {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const teams = useOwnerChoices();
  return (
    <Group gap="xs">
      <SearchField label={t('list.search')} value={search.q} onChange={(q) => onChange({ q })} />
      <FilterSelect
        label={t('field.state')}
        any={t('list.notClosed')}
        choices={ALERT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state}
        onChange={(value) => onChange({ state: value })}
      />
      <FilterSelect
        label={t('field.severity')}
        any={t('list.anySeverity')}
        choices={ALERT_SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
        value={search.severity}
        onChange={(value) => onChange({ severity: value })}
      />
      <FilterSelect
        label={t('field.rule')}
        any={t('list.anyRule')}
        choices={ALERT_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={search.rule}
        onChange={(value) => onChange({ rule: value })}
      />
      <FilterSelect
        label={t('field.team')}
        any={t('list.anyTeam')}
        choices={teams}
        value={search.team}
        onChange={(value) => onChange({ team: value })}
        searchable
      />
      {can('update', 'Alert') && (
        <FilterCheckbox label={t('list.mine')} value={search.mine} onChange={(mine) => onChange({ mine })} />
      )}
    </Group>
  );
}
