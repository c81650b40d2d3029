import { useQuery } from '@apollo/client/react';
import { Group, NumberInput, Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { SearchField } from '../../ui/SearchField.js';
import { TouchpointFilter } from '../choices/index.js';
import { FEEDBACK_SOURCES, FEEDBACK_STATES } from './feedback-words.js';
import { type FeedbackSource, type FeedbackState, ImportChoicesDocument } from './feedback.generated.js';
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
      <ImportFilter value={search.import} onChange={(chosen) => onChange({ import: chosen, at: undefined })} />
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

/** The latest imports; an older one is reached from its own page, and stands here as what it is then. */
function ImportFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useTranslation('feedback');
  const { date } = useFormats();
  const may = useCan()('run', 'Feedback');
  const { data } = useQuery(ImportChoicesDocument, { skip: !may });
  const known = (data?.feedbackImports.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: `${node.fileName} · ${date(node.createdAt)}`,
  }));
  const other = value && !known.some((choice) => choice.value === value) ? [{ value, label: t('filter.import') }] : [];
  if (known.length + other.length === 0) return null;
  return (
    <FilterSelect
      label={t('filter.import')}
      any={t('filter.anyImport')}
      choices={[...known, ...other]}
      value={value}
      onChange={onChange}
      searchable
    />
  );
}
