import { Checkbox, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { SearchField } from '../../ui/SearchField.js';
import { useOwnerChoices } from '../ownership/index.js';
import { ALERT_RULES, ALERT_SEVERITIES, ALERT_STATES } from './alert-words.js';
import type { AlertRule, AlertSeverity, AlertState } from './alerts.generated.js';
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
      <Select
        size="xs"
        aria-label={t('field.state')}
        placeholder={t('list.notClosed')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.notClosed') }}
        data={ALERT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state ?? null}
        onChange={(value) => onChange({ state: (value as AlertState | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('field.severity')}
        placeholder={t('list.anySeverity')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anySeverity') }}
        data={ALERT_SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
        value={search.severity ?? null}
        onChange={(value) => onChange({ severity: (value as AlertSeverity | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('field.rule')}
        placeholder={t('list.anyRule')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anyRule') }}
        data={ALERT_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={search.rule ?? null}
        onChange={(value) => onChange({ rule: (value as AlertRule | null) ?? undefined })}
      />
      <Select
        size="xs"
        aria-label={t('field.team')}
        placeholder={t('list.anyTeam')}
        clearable
        clearButtonProps={{ 'aria-label': t('list.anyTeam') }}
        searchable
        data={teams}
        value={search.team ?? null}
        onChange={(value) => onChange({ team: value ?? undefined })}
      />
      {can('update', 'Alert') && (
        <Checkbox
          size="xs"
          label={t('list.mine')}
          checked={search.mine ?? false}
          onChange={(event) => onChange({ mine: event.currentTarget.checked || undefined })}
        />
      )}
    </Group>
  );
}
