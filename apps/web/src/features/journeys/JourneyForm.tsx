import { useQuery } from '@apollo/client/react';
import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { JOURNEY_TEMPLATES, templateText } from '@touchstone/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Atlas.module.css';
import { ChooseOrName } from './ChooseOrName.js';
import { lifecycleStages } from './map-words.js';
import {
  CreateJourneyDocument,
  type CreateJourneyMutation,
  CreateProductDocument,
  JourneyChoicesDocument,
  type JourneyFieldsFragment,
  type LifecycleStage,
  NamePersonaDocument,
  UpdateJourneyDocument,
  type UpdateJourneyMutation,
} from './journeys.generated.js';

interface JourneyFormProps {
  journey: JourneyFieldsFragment | undefined;
  /** Those a part can hang on. */
  journeys: JourneyFieldsFragment[];
  onDone: () => void;
}

export function JourneyForm({ journey, journeys, onDone }: JourneyFormProps) {
  const { t, i18n } = useTranslation('journeys');
  const navigate = useNavigate();
  const { data } = useQuery(JourneyChoicesDocument);
  const [create, creating] = useAct(CreateJourneyDocument, { refetch: ['Journeys'] });
  const [update, updating] = useAct(UpdateJourneyDocument, { refetch: ['Journeys'] });
  const [createPersona] = useAct(NamePersonaDocument, { refetch: ['JourneyChoices', 'Personas'] });
  const [createProduct] = useAct(CreateProductDocument, { refetch: ['JourneyChoices'] });
  const [template, setTemplate] = useState('five-stages');
  const offered = (data?.personas.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  // Archived since, or beyond the first hundred: what the journey has stays chosen until somebody chooses otherwise.
  const { personaId: had, personaName } = journey ?? {};
  const personas =
    had && personaName && !offered.some(({ value }) => value === had)
      ? [...offered, { value: had, label: personaName }]
      : offered;
  const products = (data?.products.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const parents = journeys
    .filter(({ id, archivedAt, state }) => id !== journey?.id && !archivedAt && state === 'CURRENT')
    .map(({ id, name }) => ({ value: id, label: name }));
  const form = useForm({
    initialValues: {
      name: journey?.name ?? '',
      summary: journey?.summary ?? '',
      parentId: journey?.parentId ?? null,
      personaId: journey?.personaId ?? null,
      productId: journey?.productId ?? null,
      lifecycle: journey?.lifecycle ?? null,
    },
    validate: { name: (value) => (value.trim() ? null : t('nameMissing')) },
  });
  const labelIn = (choices: { value: string; label: string }[]) => (value: unknown) =>
    choices.find((choice) => choice.value === value)?.label ?? '';
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: journey?.version,
    save: (values, version) =>
      journey && version !== undefined
        ? update({ id: journey.id, version, input: values })
        : create({ input: values, template: template || null, locale: i18n.language }),
    busy: updating,
    fields: [
      { key: 'name', label: t('form.name') },
      { key: 'summary', label: t('form.summary') },
      { key: 'parentId', label: t('form.parent'), show: labelIn(parents) },
      { key: 'personaId', label: t('form.persona'), show: labelIn(personas) },
      { key: 'productId', label: t('form.product'), show: labelIn(products) },
      {
        key: 'lifecycle',
        label: t('form.lifecycle'),
        show: (value) => (value ? t(`lifecycle.${value as LifecycleStage}`) : ''),
      },
    ],
    saved: journey && t('saved'),
    // A new one is drawn next.
    onSaved: (data: CreateJourneyMutation | UpdateJourneyMutation) => {
      if (!('createJourney' in data)) return onDone();
      void navigate({ to: '/journeys/$journeyId', params: { journeyId: data.createJourney.id } });
    },
  });

  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={t(journey ? 'save' : 'begin')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('form.name')} data-autofocus {...form.getInputProps('name')} />
        {!journey && (
          <Radio.Group
            label={t('template.label')}
            description={t('template.help')}
            value={template}
            onChange={setTemplate}
          >
            <div className={classes.templates}>
              {JOURNEY_TEMPLATES.map(({ id, name, about, stages }) => (
                <div key={id} className={classes.template}>
                  <Radio
                    value={id}
                    label={templateText(name, i18n.language)}
                    description={templateText(about, i18n.language)}
                  />
                  {template === id && (
                    <span className={classes.stages}>
                      {stages.map((stage) => templateText(stage.name, i18n.language)).join(' → ')}
                    </span>
                  )}
                </div>
              ))}
              <Radio value="" label={t('template.empty')} description={t('template.emptyHelp')} />
            </div>
          </Radio.Group>
        )}
        <Textarea label={t('form.summary')} autosize minRows={2} maxLength={4000} {...form.getInputProps('summary')} />
        <ChooseOrName
          label={t('form.persona')}
          description={t('form.personaHelp')}
          choices={personas}
          create={async (name) => {
            const outcome = await createPersona({ name });
            return outcome.error ? outcome : { id: outcome.data.createPersona.id };
          }}
          {...form.getInputProps('personaId')}
        />
        <ChooseOrName
          label={t('form.product')}
          choices={products}
          create={async (name) => {
            const outcome = await createProduct({ name });
            return outcome.error ? outcome : { id: outcome.data.createProduct.id };
          }}
          {...form.getInputProps('productId')}
        />
        <Select
          label={t('form.parent')}
          description={t('form.parentHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.nothing') }}
          searchable
          data={parents}
          {...form.getInputProps('parentId')}
        />
        <Select
          label={t('form.lifecycle')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.nothing') }}
          data={lifecycleStages.map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
          {...form.getInputProps('lifecycle')}
        />
      </Form>
      {dialogs}
    </>
  );
}
