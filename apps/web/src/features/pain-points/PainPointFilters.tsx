import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { SearchField } from '../../ui/SearchField.js';
import { TouchpointFilter } from '../choices/index.js';
import { PAIN_POINT_KINDS, PAIN_POINT_STATES, SEVERITIES } from './pain-point-words.js';
import { PainPointJourneysDocument } from './pain-points.generated.js';
import type { PainPointsSearch } from './routes.js';

interface PainPointFiltersProps {
  search: PainPointsSearch;
  onChange: (next: PainPointsSearch) => void;
}

export function PainPointFilters({ search, onChange }: PainPointFiltersProps) {
  const { t } = useTranslation('painPoints');
  const journeys = useQuery(PainPointJourneysDocument).data?.journeys.edges ?? [];
  return (
    <Group gap="xs">
      <SearchField label={t('filter.search')} value={search.q} onChange={(q) => onChange({ q })} />
      <FilterSelect
        label={t('field.state')}
        any={t('filter.anyState')}
        choices={PAIN_POINT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label={t('field.kind')}
        any={t('filter.anyKind')}
        choices={PAIN_POINT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={search.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={t('filter.severity')}
        any={t('filter.anySeverity')}
        choices={SEVERITIES.map((value) => ({ value: String(value), label: t('filter.atLeast', { value }) }))}
        value={search.severity === undefined ? undefined : String(search.severity)}
        onChange={(severity) => onChange({ severity: severity === undefined ? undefined : Number(severity) })}
      />
      <FilterSelect
        label={t('filter.journey')}
        any={t('filter.anyJourney')}
        choices={journeys.map(({ node }) => ({ value: node.id, label: node.name }))}
        value={search.journey}
        onChange={(journey) => onChange({ journey })}
        searchable
      />
      <TouchpointFilter
        label={t('filter.touchpoint')}
        any={t('filter.anyTouchpoint')}
        value={search.touchpoint}
        onChange={(touchpoint) => onChange({ touchpoint })}
      />
      <FilterCheckbox
        label={t('filter.untaken')}
        value={search.untaken}
        onChange={(untaken) => onChange({ untaken })}
      />
      <FilterCheckbox
        label={t('filter.archived')}
        value={search.archived}
        onChange={(archived) => onChange({ archived })}
      />
    </Group>
  );
}
