import { Select, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext } from '../../i18n/format.js';
import { wallClock } from '../../i18n/zoned-time.js';
import { AppLink } from '../../ui/AppLink.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { useOwnerChoices } from '../ownership/index.js';
import { DefinitionFields } from './DefinitionFields.js';
import { type DefinitionValues, EMPTY_DEFINITION, toInput } from './metric-form.js';
import { CreateMetricDocument } from './metrics.generated.js';
import { definitionPart, focusFirst, useDefinitionForm } from './use-definition-form.js';

interface MetricValues extends DefinitionValues {
  name: string;
  key: string;
  ownerTeamId: string | null;
  validFrom: string;
}

const route = getRouteApi('/app/metrics/new');

/** What a name becomes as a key, where its letters allow. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 64);

export default function MetricCreatePage() {
  const { t } = useTranslation('metrics');
  const timeZone = useContext(TimeZoneContext);
  const navigate = route.useNavigate();
  const teams = useOwnerChoices();
  const [create, busy] = useAct(CreateMetricDocument, { refetch: ['MetricList'] });
  const [failure, setFailure] = useState<AppError | null>(null);
  const [saved, setSaved] = useState(false);
  const [keyTyped, setKeyTyped] = useState(false);
  const place = usePlaceFieldErrors('metrics');
  const form = useDefinitionForm<MetricValues>(
    {
      ...EMPTY_DEFINITION,
      name: '',
      key: '',
      ownerTeamId: null,
      validFrom: wallClock(new Date().toISOString(), timeZone).slice(0, 10),
    },
    (values) => ({
      ...(values.name.trim() ? {} : { name: t('form.nameMissing') }),
      ...(/^[a-z][a-z0-9_]{0,63}$/.test(values.key) ? {} : { key: t('field.key_form') }),
      ...(values.validFrom ? {} : { validFrom: t('form.dayMissing') }),
    }),
  );
  const leaveDialog = useUnsavedChanges(form.isDirty() && !saved);

  const save = async (values: MetricValues) => {
    setFailure(null);
    setSaved(true);
    const { name, key, ownerTeamId, validFrom } = values;
    const outcome = await create({
      input: { name: name.trim(), key, ownerTeamId, validFrom, definition: toInput(values) },
    });
    if (outcome.error) {
      setSaved(false);
      return setFailure(place(form, Object.keys(values), outcome.error));
    }
    notifyDone(t('form.created'));
    await navigate({ to: '/metrics/$metricId', params: { metricId: outcome.data.createMetric.id } });
  };

  return (
    <>
      <PageHeader above={<AppLink to="/metrics/catalogue">{t('list.title')}</AppLink>} title={t('form.createTitle')} />
      <Form
        onSubmit={form.onSubmit(
          (values) => void save(values),
          (errors) => focusFirst(Object.keys(errors)),
        )}
        act={t('form.create')}
        busy={busy}
        error={failure}
        onCancel={() => void navigate({ to: '/metrics/catalogue' })}
        aria-label={t('form.createTitle')}
      >
        <TextInput
          label={t('label.name')}
          required
          maxLength={200}
          data-path="name"
          {...form.getInputProps('name')}
          onChange={(event) => {
            const name = event.currentTarget.value;
            form.setFieldValue('name', name);
            if (!keyTyped) form.setFieldValue('key', keyOf(name));
          }}
        />
        <TextInput
          label={t('label.key')}
          description={t('form.keyHelp')}
          required
          maxLength={64}
          spellCheck={false}
          data-path="key"
          {...form.getInputProps('key')}
          onChange={(event) => {
            setKeyTyped(event.currentTarget.value !== '');
            form.setFieldValue('key', event.currentTarget.value);
          }}
        />
        <Select
          label={t('label.owner')}
          description={t('form.ownerHelp')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('form.noOwner') }}
          data={teams}
          {...form.getInputProps('ownerTeamId')}
        />
        <h2 className="ts-visually-hidden">{t('form.meaning')}</h2>
        <DefinitionFields form={definitionPart(form)} metricKey={form.values.key} />
        <TextInput
          type="date"
          label={t('label.validFrom')}
          description={t('form.validFromHelp')}
          required
          data-path="validFrom"
          {...form.getInputProps('validFrom')}
        />
      </Form>
      {leaveDialog}
    </>
  );
}
