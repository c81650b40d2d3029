import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useOwnerChoices } from '../ownership/index.js';
import classes from './Initiatives.module.css';
import {
  CreateInitiativeDocument,
  type InitiativePageFieldsFragment,
  type StartingPointQuery,
  UpdateInitiativeDocument,
} from './initiatives.generated.js';
import { fractionDigits, toMajor, toMinor } from '../../ui/money.js';
import { usePeopleChoices } from '../people/index.js';

interface InitiativeFormProps {
  initiative: InitiativePageFieldsFragment | undefined;
  /** What a new one acts upon. */
  opportunity?: StartingPointQuery['opportunity'];
  /** The gap of an assessment that a new one takes up, with its names. */
  gap?: { assessmentId: string; nodeId: string; part: string; assessment: string };
  /** Closes the form; of a new initiative, with its id. */
  onDone: (created?: string) => void;
}

/** The number that was typed; null for a field that is empty. */
const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value));

export function InitiativeForm({ initiative, opportunity, gap, onDone }: InitiativeFormProps) {
  const { t } = useTranslation('initiatives');
  const teams = useOwnerChoices();
  const people = usePeopleChoices();
  const [create, creating] = useAct(CreateInitiativeDocument, {
    refetch: ['InitiativeList', 'OpportunityList', 'OpportunityLenses'],
  });
  const [update, updating] = useAct(UpdateInitiativeDocument);
  const money = (minor: number | null | undefined) => toMajor(minor ?? null, initiative?.currency ?? null) ?? '';
  const created = useRef<string>(undefined);
  const form = useForm({
    initialValues: {
      title: initiative?.title ?? opportunity?.title ?? (gap ? t('gapTitle', { part: gap.part }) : ''),
      hypothesisChange: initiative?.hypothesisChange ?? '',
      hypothesisEffect: initiative?.hypothesisEffect ?? '',
      hypothesisReason: initiative?.hypothesisReason ?? '',
      teamId: initiative?.teamId ?? '',
      ownerId: initiative?.ownerId ?? '',
      sponsorId: initiative?.sponsorId ?? '',
      startsOn: initiative?.startsOn ?? '',
      dueOn: initiative?.dueOn ?? '',
      currency: initiative?.currency ?? '',
      costPlannedMinor: money(initiative?.costPlannedMinor) as number | string,
      costActualMinor: money(initiative?.costActualMinor) as number | string,
      value: (initiative?.value ?? '') as number | string,
      effort: (initiative?.effort ?? '') as number | string,
      updateEveryDays: (initiative?.updateEveryDays ?? '') as number | string,
    },
    validate: { title: (title) => (title.trim() ? null : t('titleMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: initiative?.version,
    save: async (values, version) => {
      const currency = values.currency.trim().toUpperCase() || null;
      const input = {
        ...values,
        teamId: values.teamId || null,
        ownerId: values.ownerId || null,
        sponsorId: values.sponsorId || null,
        startsOn: values.startsOn || null,
        dueOn: values.dueOn || null,
        currency,
        costPlannedMinor: toMinor(numberOf(values.costPlannedMinor), currency),
        costActualMinor: toMinor(numberOf(values.costActualMinor), currency),
        value: numberOf(values.value),
        effort: numberOf(values.effort),
        updateEveryDays: numberOf(values.updateEveryDays),
      };
      if (initiative && version !== undefined) return update({ id: initiative.id, version, input });
      const gaps = gap && [{ assessmentId: gap.assessmentId, nodeId: gap.nodeId, targetLevel: null }];
      const outcome = await create({ input: { ...input, gaps }, opportunityId: opportunity?.id ?? null });
      created.current = outcome.data?.createInitiative.id;
      return outcome;
    },
    busy: creating || updating,
    fields: [
      { key: 'title', label: t('field.title') },
      { key: 'hypothesisChange', label: t('hypothesis.change') },
      { key: 'hypothesisEffect', label: t('hypothesis.effect') },
      { key: 'hypothesisReason', label: t('hypothesis.reason') },
      { key: 'startsOn', label: t('field.startsOn') },
      { key: 'dueOn', label: t('field.dueOn') },
    ],
    saved: t('saved'),
    onDone: () => onDone(created.current),
    own: 'initiatives',
  });
  const digits = fractionDigits(form.values.currency.trim().toUpperCase() || null);
  const person = { clearable: true, searchable: true, data: people };
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={initiative ? t('save') : t('create')}
        busy={creating || updating}
        error={error}
        onCancel={() => onDone()}
      >
        {opportunity && (
          <p className={classes.quiet}>
            {t('fromOpportunity', {
              name: `O-${opportunity.number} ${opportunity.title}`,
              count: opportunity.painPoints.length,
            })}
          </p>
        )}
        {gap && (
          <p className={classes.quiet}>
            {t('fromGap', { gap: t('links.gap', { part: gap.part, assessment: gap.assessment }) })}
          </p>
        )}
        <TextInput label={t('field.title')} maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea
          label={t('hypothesis.change')}
          rows={2}
          maxLength={2000}
          {...form.getInputProps('hypothesisChange')}
        />
        <Textarea
          label={t('hypothesis.effect')}
          rows={2}
          maxLength={2000}
          {...form.getInputProps('hypothesisEffect')}
        />
        <Textarea
          label={t('hypothesis.reason')}
          rows={2}
          maxLength={2000}
          {...form.getInputProps('hypothesisReason')}
        />
        <Select
          label={t('field.team')}
          description={t('teamHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          searchable
          data={teams}
          {...form.getInputProps('teamId')}
        />
        <Select
          label={t('field.owner')}
          clearButtonProps={{ 'aria-label': t('clear') }}
          {...person}
          {...form.getInputProps('ownerId')}
        />
        <Select
          label={t('field.sponsor')}
          clearButtonProps={{ 'aria-label': t('clear') }}
          {...person}
          {...form.getInputProps('sponsorId')}
        />
        <TextInput type="date" label={t('field.startsOn')} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
        <TextInput
          label={t('field.currency')}
          description={t('currencyHelp')}
          maxLength={3}
          {...form.getInputProps('currency')}
        />
        <NumberInput
          label={t('field.costPlanned')}
          min={0}
          decimalScale={digits}
          {...form.getInputProps('costPlannedMinor')}
        />
        <NumberInput
          label={t('field.costActual')}
          min={0}
          decimalScale={digits}
          {...form.getInputProps('costActualMinor')}
        />
        <NumberInput label={t('field.value')} min={1} max={5} {...form.getInputProps('value')} />
        <NumberInput label={t('field.effort')} min={1} max={5} {...form.getInputProps('effort')} />
        <NumberInput label={t('field.updateEveryDays')} min={1} max={180} {...form.getInputProps('updateEveryDays')} />
      </Form>
      {dialogs}
    </>
  );
}
