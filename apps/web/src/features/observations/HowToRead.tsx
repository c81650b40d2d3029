import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { has, IDENTITIES, type Mapping, type Metric } from './mapping.js';
import own from './Observations.module.css';

interface HowToReadProps {
  mapping: Mapping;
  metrics: readonly Metric[];
  onChange: (mapping: Mapping) => void;
}

/** What holds for every row: whose values they are, when they were taken, how dates and numbers are written. */
export function HowToRead({ mapping, metrics, onChange }: HowToReadProps) {
  const { t } = useTranslation('observations');
  const wide = mapping.shape === 'COLUMN_PER_PERIOD';
  const asksMetric = mapping.shape !== 'COLUMN_PER_METRIC' && !has(mapping, 'METRIC_NAME');
  return (
    <Stack>
      <div className={own.fields}>
        {asksMetric && (
          <NativeSelect
            label={t('read.metric')}
            description={t('read.metricHelp')}
            data={[
              { value: '', label: t('read.choose') },
              ...metrics
                .filter(({ aggregation }) => aggregation !== 'FORMULA')
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={mapping.metricId}
            onChange={(event) => onChange({ ...mapping, metricId: event.currentTarget.value })}
          />
        )}
        {!wide && !has(mapping, 'TIME') && (
          <TextInput
            type="date"
            label={t('read.observedOn')}
            description={t('read.observedOnHelp')}
            value={mapping.observedOn}
            onChange={(event) => onChange({ ...mapping, observedOn: event.currentTarget.value })}
          />
        )}
        {(wide || has(mapping, 'TIME')) && (
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
        )}
        <NativeSelect
          label={t('read.decimal')}
          description={t('read.decimalHelp')}
          data={[
            { value: '.', label: t('read.point') },
            { value: ',', label: t('read.comma') },
          ]}
          value={mapping.decimal}
          onChange={(event) => onChange({ ...mapping, decimal: event.currentTarget.value === ',' ? ',' : '.' })}
        />
        <TextInput
          label={t('read.noValue')}
          description={t('read.noValueHelp')}
          defaultValue={mapping.noValueWords.join(', ')}
          onBlur={(event) => {
            const words = event.currentTarget.value.split(/[,，;；]/).map((word) => word.trim());
            onChange({ ...mapping, noValueWords: words.filter((word) => word !== '') });
          }}
        />
      </div>
      <Radio.Group
        label={t('identity.label')}
        description={t('identity.why')}
        value={mapping.identity}
        onChange={(value) => {
          const identity = IDENTITIES.find((each) => each === value);
          if (identity) onChange({ ...mapping, identity });
        }}
      >
        <Stack gap="xs" mt="xs">
          {IDENTITIES.map((identity) => (
            <Radio
              key={identity}
              value={identity}
              disabled={identity === 'KEY' && !has(mapping, 'KEY')}
              label={t(`identity.${identity}`)}
              description={t(`identity.help.${identity}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
