import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Opportunities.module.css';
import {
  type CriterionDirection,
  type OpportunityCriteriaQuery,
  SetOpportunityCriteriaDocument,
} from './opportunities.generated.js';

interface CriteriaFormProps {
  criteria: OpportunityCriteriaQuery['opportunityCriteria'];
  onDone: () => void;
}

const MOST = 12;
const DIRECTIONS = ['BENEFIT', 'COST'] as const satisfies readonly CriterionDirection[];

/** What this organisation weighs opportunities by. A criterion that keeps its place keeps what was scored by it. */
export function CriteriaForm({ criteria, onDone }: CriteriaFormProps) {
  const { t } = useTranslation('opportunities');
  const [set, busy] = useAct(SetOpportunityCriteriaDocument, {
    refetch: ['OpportunityCriteria', 'OpportunityLenses'],
  });
  const form = useForm({
    initialValues: {
      criteria: criteria.criteria.map(({ id, name, weight, direction }) => ({
        id: id as string | null,
        name,
        weight: weight as number | string,
        direction,
      })),
    },
    validate: {
      criteria: {
        name: (name) => (name.trim() ? null : t('criteria.nameMissing')),
        weight: (weight) => (Number(weight) > 0 ? null : t('criteria.weightMissing')),
      },
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: criteria.version,
    save: (values, version) =>
      set({
        version: version ?? criteria.version,
        criteria: values.criteria.map((each) => ({ ...each, weight: Number(each.weight) })),
      }),
    busy,
    fields: [],
    saved: t('criteria.saved'),
    onDone,
    own: 'opportunities',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('form.save')} busy={busy} error={error} onCancel={onDone}>
        <p className={classes.quiet}>{t('criteria.help')}</p>
        {form.values.criteria.map((_, index) => (
          <fieldset key={index} className={classes.criterion}>
            <legend className="ts-visually-hidden">{t('criteria.one', { number: index + 1 })}</legend>
            <TextInput label={t('criteria.name')} maxLength={80} {...form.getInputProps(`criteria.${index}.name`)} />
            <NumberInput
              label={t('criteria.weight')}
              min={0}
              max={1000}
              {...form.getInputProps(`criteria.${index}.weight`)}
            />
            <Select
              label={t('criteria.direction')}
              allowDeselect={false}
              data={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
              {...form.getInputProps(`criteria.${index}.direction`)}
            />
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => form.removeListItem('criteria', index)}
              aria-label={t('criteria.removeOne', { number: index + 1 })}
            >
              {t('criteria.remove')}
            </Button>
          </fieldset>
        ))}
        <Button
          size="xs"
          variant="default"
          disabled={form.values.criteria.length >= MOST}
          onClick={() =>
            form.insertListItem('criteria', { id: null, name: '', weight: 1, direction: 'BENEFIT' as const })
          }
        >
          {t('criteria.add')}
        </Button>
      </Form>
      {dialogs}
    </>
  );
}
