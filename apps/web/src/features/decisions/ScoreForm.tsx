import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Decisions.module.css';
import { type DecisionFieldsFragment, ScoreForecastDocument } from './decisions.generated.js';

interface ScoreFormProps {
  decision: DecisionFieldsFragment;
  onDone: () => void;
}

/** Looks back on a forecast, by other eyes than made it. */
export function ScoreForm({ decision, onDone }: ScoreFormProps) {
  const { t } = useTranslation('decisions');
  const [score, busy] = useAct(ScoreForecastDocument);
  const form = useForm({
    initialValues: { cameTrue: '' },
    validate: { cameTrue: (answer) => (answer ? null : t('score.missing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: decision.version,
    save: ({ cameTrue }, version) =>
      score({ id: decision.id, version: version ?? decision.version, cameTrue: cameTrue === 'yes' }),
    busy,
    fields: [],
    saved: t('score.done'),
    onDone,
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('score.save')} busy={busy} error={error} onCancel={onDone}>
        <p className={classes.said}>{decision.forecast}</p>
        <Radio.Group label={t('score.question')} description={t('score.help')} {...form.getInputProps('cameTrue')}>
          <Stack gap="xs" mt="xs">
            <Radio value="yes" label={t('score.yes')} />
            <Radio value="no" label={t('score.no')} />
          </Stack>
        </Radio.Group>
      </Form>
      {dialogs}
    </>
  );
}
