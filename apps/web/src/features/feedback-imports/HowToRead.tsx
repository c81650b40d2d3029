import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import own from './FeedbackImports.module.css';
import { has, type Mapping, SOURCES } from './feedback-mapping.js';

interface HowToReadProps {
  mapping: Mapping;
  touchpoints: readonly { readonly id: string; readonly name: string }[];
  ratedMetrics: readonly { readonly id: string; readonly name: string }[];
  anywhere: boolean;
  onChange: (mapping: Mapping) => void;
}

/** What holds for every row, or for rows that do not say it: where and when it was said, how dates and numbers are written. */
export function HowToRead({ mapping, touchpoints, ratedMetrics, anywhere, onChange }: HowToReadProps) {
  const { t } = useTranslation(['feedbackImports', 'feedback']);
  const sourceSaid = has(mapping, 'SOURCE');
  const touchpointSaid = has(mapping, 'TOUCHPOINT');
  return (
    <div className={own.fields}>
      <NativeSelect
        label={t(sourceSaid ? 'read.sourceElse' : 'read.source')}
        description={t('read.sourceHelp')}
        data={[
          { value: '', label: t('read.choose') },
          ...SOURCES.map((value) => ({ value, label: t(`feedback:source.${value}`) })),
        ]}
        value={mapping.source}
        onChange={(event) =>
          onChange({ ...mapping, source: SOURCES.find((each) => each === event.currentTarget.value) ?? '' })
        }
      />
      <Select
        label={t(touchpointSaid ? 'read.touchpointElse' : 'read.touchpoint')}
        description={t(anywhere ? 'read.touchpointHelp' : 'read.touchpointOwn')}
        placeholder={t('read.noTouchpoint')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('read.noTouchpoint') }}
        data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
        value={mapping.touchpointId || null}
        onChange={(value) => onChange({ ...mapping, touchpointId: value ?? '' })}
      />
      {has(mapping, 'TIME') ? (
        <NativeSelect
          label={t('read.dateOrder')}
          description={t('read.dateOrderHelp')}
          data={(['', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`read.order.${value || 'any'}`) }))}
          value={mapping.dateOrder}
          onChange={(event) => {
            const order = event.currentTarget.value;
            onChange({ ...mapping, dateOrder: order === 'dmy' || order === 'mdy' ? order : '' });
          }}
        />
      ) : (
        <TextInput
          type="date"
          label={t('read.saidOn')}
          description={t('read.saidOnHelp')}
          value={mapping.saidOn}
          onChange={(event) => onChange({ ...mapping, saidOn: event.currentTarget.value })}
        />
      )}
      {has(mapping, 'RATING') && ratedMetrics.length > 0 && (
        <Select
          label={t('read.metric')}
          description={t('read.metricHelp')}
          placeholder={t('read.noMetric')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('read.noMetric') }}
          data={ratedMetrics.map(({ id, name }) => ({ value: id, label: name }))}
          value={mapping.metricId || null}
          onChange={(value) => onChange({ ...mapping, metricId: value ?? '' })}
        />
      )}
      {has(mapping, 'RATING') && (
        <NativeSelect
          label={t('read.decimal')}
          data={[
            { value: '.', label: t('read.point') },
            { value: ',', label: t('read.comma') },
          ]}
          value={mapping.decimal}
          onChange={(event) => onChange({ ...mapping, decimal: event.currentTarget.value === ',' ? ',' : '.' })}
        />
      )}
    </div>
  );
}
