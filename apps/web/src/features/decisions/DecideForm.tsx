import { NumberInput, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { OUTCOMES } from './decision-words.js';
import classes from './Decisions.module.css';
import { type DecisionFieldsFragment, DecideDocument, type DecisionOutcome } from './decisions.generated.js';

interface DecideFormProps {
  decision: DecisionFieldsFragment;
  onDone: () => void;
}

/** Said once and kept: an approval chooses among the options and says how likely the forecast is held. */
export function DecideForm({ decision, onDone }: DecideFormProps) {
  const { t } = useTranslation('decisions');
  const [decide, busy] = useAct(DecideDocument);
  const { options, forecast } = decision;
  const form = useForm({
    initialValues: {
      outcome: '' as DecisionOutcome | '',
      optionId: '',
      // In percent, and empty: nobody is held to a number that was only left standing.
      forecastProbability: '' as number | string,
      rationale: '',
    },
    validate: {
      outcome: (outcome) => (outcome ? null : t('decide.outcomeMissing')),
      optionId: (id, { outcome }) =>
        outcome === 'APPROVED' && options.length > 0 && !id ? t('decide.optionMissing') : null,
      forecastProbability: (share, { outcome }) =>
        outcome === 'APPROVED' && forecast && share === '' ? t('decide.probabilityMissing') : null,
      rationale: (text) => (text.trim() ? null : t('decide.rationaleMissing')),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: decision.version,
    save: ({ outcome, optionId, forecastProbability, rationale }, version) =>
      decide({
        id: decision.id,
        version: version ?? decision.version,
        input: {
          outcome: outcome || 'RETURNED',
          optionId: optionId || null,
          forecastProbability: forecastProbability === '' ? null : Number(forecastProbability) / 100,
          rationale,
        },
      }),
    busy,
    fields: [],
    saved: t('decide.done'),
    onDone,
    own: 'decisions',
  });
  const approves = form.values.outcome === 'APPROVED';
  return (
    <>
      <Form onSubmit={onSubmit} act={t('decide.act')} busy={busy} error={error} onCancel={onDone}>
        <p className={classes.said}>{decision.question}</p>
        <Radio.Group label={t('decide.outcome')} {...form.getInputProps('outcome')}>
          <Stack gap="xs" mt="xs">
            {OUTCOMES.map((value) => (
              <Radio key={value} value={value} label={t(`outcome.${value}`)} description={t(`decide.help.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {approves && options.length > 0 && (
          <Radio.Group label={t('decide.option')} {...form.getInputProps('optionId')}>
            <Stack gap="xs" mt="xs">
              {options.map(({ id, title, description }) => (
                <Radio key={id} value={id} label={title} description={description} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {approves && forecast && (
          <>
            <p className={classes.text}>{t('decide.forecast', { forecast })}</p>
            <NumberInput
              label={t('decide.probability')}
              description={t('decide.probabilityHelp')}
              min={0}
              max={100}
              suffix=" %"
              {...form.getInputProps('forecastProbability')}
            />
          </>
        )}
        <Textarea
          label={t('field.rationale')}
          description={t('decide.rationaleHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('rationale')}
        />
      </Form>
      {dialogs}
    </>
  );
}
