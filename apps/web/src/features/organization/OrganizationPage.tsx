import { useQuery } from '@apollo/client/react';
import { Checkbox, Group, NumberInput, Select, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { localeNames, locales, nearestLocale } from '../../i18n/locales.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { Form } from '../../ui/Form.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  OrganizationSettingsDocument,
  type OrganizationSettingsFragment,
  UpdateOrganizationDocument,
} from './organization.generated.js';
import { useWeekdays } from './weekdays.js';

export default function OrganizationPage() {
  const { t } = useTranslation('organization');
  const can = useCan();
  const { data, error, refetch } = useQuery(OrganizationSettingsDocument);
  const organization = data?.organization;
  return (
    <>
      <PageHeader title={t('title')} owner={organization?.name} />
      <div className="ts-card">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!organization && !error && <Skeleton height={420} maw={640} />}
        {organization &&
          (can('update', 'Organization') ? (
            // A fresh form for every saved version: what it shows is what is stored.
            <SettingsForm key={organization.version} organization={organization} />
          ) : (
            <SettingsFacts organization={organization} />
          ))}
      </div>
    </>
  );
}

function SettingsFacts({ organization }: { organization: OrganizationSettingsFragment }) {
  const { t } = useTranslation('organization');
  const { list, number } = useFormats();
  const weekdays = useWeekdays();
  return (
    <Facts
      facts={[
        { name: t('name.label'), value: organization.name },
        { name: t('timeZone.label'), value: organization.timeZone },
        { name: t('weekStart.label'), value: weekdays[organization.weekStart - 1]?.label },
        {
          name: t('locales.label'),
          value: list(organization.locales.map((locale) => localeNames[nearestLocale(locale)])),
        },
        { name: t('minimumGroupSize.label'), value: number(organization.minimumGroupSize) },
      ]}
    />
  );
}

function SettingsForm({ organization }: { organization: OrganizationSettingsFragment }) {
  const { t } = useTranslation('organization');
  const { list } = useFormats();
  const weekdays = useWeekdays();
  const [update, busy] = useAct(UpdateOrganizationDocument, { refetch: ['Viewer'] });
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  const form = useForm({
    initialValues: {
      name: organization.name,
      timeZone: organization.timeZone,
      weekStart: organization.weekStart,
      locales: organization.locales,
      minimumGroupSize: organization.minimumGroupSize,
    },
    validate: {
      name: (value) => (value.trim() ? null : t('name.missing')),
      locales: (value) => (value.length ? null : t('locales.missing')),
      minimumGroupSize: (value) => (value >= 3 && value <= 100 ? null : t('minimumGroupSize.range')),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: organization.version,
    save: (values, version = organization.version) => update({ ...values, name: values.name.trim(), version }),
    busy,
    fields: [
      { key: 'name', label: t('name.label') },
      { key: 'timeZone', label: t('timeZone.label') },
      {
        key: 'weekStart',
        label: t('weekStart.label'),
        show: (value) => weekdays.find((day) => day.value === String(value))?.label ?? '',
      },
      {
        key: 'locales',
        label: t('locales.label'),
        show: (value) => list((value as string[]).map((locale) => localeNames[nearestLocale(locale)])),
      },
      { key: 'minimumGroupSize', label: t('minimumGroupSize.label') },
    ],
    saved: t('saved'),
  });

  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} disabled={!form.isDirty()} error={error}>
        <TextInput label={t('name.label')} {...form.getInputProps('name')} />
        <Select
          label={t('timeZone.label')}
          description={t('timeZone.help')}
          searchable
          allowDeselect={false}
          limit={200}
          data={zones.includes(organization.timeZone) ? zones : [organization.timeZone, ...zones]}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('weekStart.label')}
          allowDeselect={false}
          data={weekdays}
          value={String(form.values.weekStart)}
          onChange={(value) => form.setFieldValue('weekStart', Number(value))}
        />
        <Checkbox.Group label={t('locales.label')} description={t('locales.help')} {...form.getInputProps('locales')}>
          <Group mt="xs">
            {locales.map((locale) => (
              <Checkbox key={locale} value={locale} label={localeNames[locale]} lang={locale} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={t('minimumGroupSize.label')}
          description={t('minimumGroupSize.help')}
          min={3}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('minimumGroupSize')}
        />
      </Form>
      {dialogs}
    </>
  );
}
