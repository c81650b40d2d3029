import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Effects.module.css';
import { EffectDimensionsDocument, EffectSegmentsDocument } from './effects.generated.js';

interface SegmentFieldsProps {
  metricId: string;
  dimension: string;
  value: string;
  /** Segments that were observed since then are offered. */
  from: string;
  labels: { dimension: string; value: string };
  error?: ReactNode;
  onChange: (dimension: string, value: string) => void;
}

/** A segment that the metric has, or everybody. What was registered stays to be chosen, whatever has been observed since. */
export function SegmentFields({ metricId, dimension, value, from, labels, error, onChange }: SegmentFieldsProps) {
  const { t } = useTranslation('effects');
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const [until] = useState(() => new Date().toISOString());
  const dimensions = useQuery(EffectDimensionsDocument, { variables: { metricId }, skip: !metricId });
  const segments = useQuery(EffectSegmentsDocument, {
    variables: {
      metricId,
      dimension,
      from: `${from}T00:00:00.000Z`,
      to: until,
      search: asked && asked !== value ? asked : null,
    },
    skip: !metricId || !dimension || !/^\d{4}-\d\d-\d\d$/.test(from),
  });
  const known = (dimensions.data?.metricDimensions ?? []).map((each) => each.dimension);
  const found = ((segments.data ?? segments.previousData)?.metricSegments.segments.edges ?? []).map(
    ({ node }) => node.segment,
  );
  const none = metricId !== '' && dimensions.data !== undefined && known.length === 0;
  return (
    <div className={classes.pair}>
      <Select
        label={labels.dimension}
        description={none ? t('form.noSegments') : t('form.segmentHelp')}
        placeholder={t('form.everybody')}
        clearable
        clearButtonProps={{ 'aria-label': t('form.everybody') }}
        disabled={!metricId}
        data={withOwn(known, dimension)}
        value={dimension || null}
        onChange={(next) => onChange(next ?? '', '')}
      />
      <Select
        label={labels.value}
        description={t('form.valueHelp')}
        searchable
        error={error}
        disabled={!dimension}
        nothingFoundMessage={t('form.noSegment')}
        data={withOwn(found, value)}
        filter={({ options }) => options}
        value={value || null}
        searchValue={search}
        onSearchChange={setSearch}
        onChange={(next) => onChange(dimension, next ?? '')}
      />
    </div>
  );
}

const withOwn = (offered: readonly string[], own: string): string[] =>
  own === '' || offered.includes(own) ? [...offered] : [own, ...offered];
