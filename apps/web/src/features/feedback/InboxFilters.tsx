import { Group, NumberInput, Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/SearchField.js';
import { TouchpointFilter } from '../choices/index.js';
import { FEEDBACK_SOURCES, FEEDBACK_STATES } from './feedback-words.js';
import type { FeedbackSource, FeedbackState } from './feedback.generated.js';
import type { InboxSearch } from './routes.js';

interface InboxFiltersProps {
  search: InboxSearch;
  onChange: (next: InboxSearch) => void;
  total: number | undefined;
}

export function InboxFilters({ search, onChange, total }: InboxFiltersProps) {
  const { t } = useTranslation('feedback');
  return (
    <Group gap="xs">
      <SearchField label={t('filter.search')} value={search.q} onChange={(q) => onChange({ q, at: undefined })} />
      <Select
        size="xs"
        aria-label={t('filter.state')}
        allowDeselect={false}
        data={FEEDBACK_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state ?? 'NEW'}
        onChange={(value) => onChange({ state: value === 'NEW' ? undefined : (value as FeedbackState), at: undefined })}
      />
      <Select
        size="xs"
        aria-label={t('filter.source')}
        placeholder={t('filter.anySource')}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.anySource') }}
        data={FEEDBACK_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
        value={search.source ?? null}
        onChange={(value) => onChange({ source: (value as FeedbackSource | null) ?? undefined, at: undefined })}
      />
      <TouchpointFilter
        label={t('field.touchpointId')}
        any={t('filter.anyTouchpoint')}
        value={search.touchpoint}
        onChange={(touchpoint) => onChange({ touchpoint, at: undefined })}
      />
      <RatingFilter value={search.rating} onChange={(rating) => onChange({ rating, at: undefined })} />
      {total !== undefined && <span aria-live="polite">{t('count', { count: total })}</span>}
    </Group>
  );
}

interface RatingFilterProps {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** Ratings come in many scales: whoever asks for low ones says how low. */
function RatingFilter({ value, onChange }: RatingFilterProps) {
  const { t } = useTranslation('feedback');
  const tell = useDebouncedCallback((next: number | string) => onChange(next === '' ? undefined : Number(next)), 250);
  return (
    <NumberInput
      key={value === undefined ? 'none' : 'some'}
      size="xs"
      w={144}
      aria-label={t('filter.ratingAtMost')}
      placeholder={t('filter.ratingAtMost')}
      defaultValue={value}
      onChange={tell}
    />
  );
}
