import { Button, Fieldset, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useViewer } from '../../session/session.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { usePeopleChoices } from '../people/index.js';
import classes from './Decisions.module.css';
import {
  AskForDecisionDocument,
  type DecisionFieldsFragment,
  type GatedStage,
  UpdateDecisionDocument,
} from './decisions.generated.js';

interface DecisionFormProps {
  /** The decision that waits; absent for a new one. */
  decision?: DecisionFieldsFragment;
  /** What a new one is about; without it, it belongs to no initiative. */
  initiative?: { id: string };
  /** The stage that it lets the initiative enter. */
  opensStage?: GatedStage;
  /** What a question begins with. */
  question?: string;
  onDone: () => void;
}

/** Asks for a decision, or changes what is asked while nobody has decided. */
export function DecisionForm({ decision, initiative, opensStage, question, onDone }: DecisionFormProps) {
  const { t } = useTranslation('decisions');
  const { membershipId } = useViewer();
  const askedById = decision?.askedById ?? membershipId;
  // Nobody decides what they asked for.
  const people = usePeopleChoices().filter(({ value }) => value !== askedById);
  const [ask, asking] = useAct(AskForDecisionDocument, { refetch: ['DecisionList', 'InitiativePage'] });
  const [update, updating] = useAct(UpdateDecisionDocument);
  const form = useForm({
    initialValues: {
      question: decision?.question ?? question ?? '',
      evidence: decision?.evidence ?? '',
      deciderId: decision?.deciderId ?? '',
      dueOn: decision?.dueOn ?? '',
      forecast: decision?.forecast ?? '',
      options: (decision?.options ?? []).map(({ title, description }) => ({ title, description })),
    },
    validate: {
      question: (text) => (text.trim() ? null : t('form.questionMissing')),
      deciderId: (id) => (id ? null : t('form.deciderMissing')),
      options: { title: (title) => (title.trim() ? null : t('form.optionMissing')) },
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: decision?.version,
    save: (values, version) => {
      const input = { ...values, dueOn: values.dueOn || null, forecast: values.forecast || null };
      return decision && version !== undefined
        ? update({ id: decision.id, version, input })
        : ask({ initiativeId: initiative?.id ?? null, opensStage: opensStage ?? null, input });
    },
    busy: asking || updating,
    fields: [{ key: 'question', label: t('field.question') }],
    saved: decision ? t('saved') : t('asked'),
    onDone,
    own: 'decisions',
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={decision ? t('save') : t('ask')}
        busy={asking || updating}
        error={error}
        onCancel={onDone}
      >
        {opensStage && <p className={classes.text}>{t('opens', { stage: t(`stage.${opensStage}`) })}</p>}
        <Textarea
          label={t('field.question')}
          description={t('form.questionHelp')}
          rows={2}
          maxLength={1000}
          data-autofocus
          {...form.getInputProps('question')}
        />
        <Textarea
          label={t('field.evidence')}
          description={t('form.evidenceHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('evidence')}
        />
        <OptionsField form={form} />
        <Textarea
          label={t('field.forecast')}
          description={t('form.forecastHelp')}
          rows={2}
          maxLength={1000}
          {...form.getInputProps('forecast')}
        />
        <Select
          label={t('field.decider')}
          description={t('form.deciderHelp')}
          searchable
          data={people}
          {...form.getInputProps('deciderId')}
        />
        <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
      </Form>
      {dialogs}
    </>
  );
}

interface Options {
  options: { title: string; description: string }[];
}
interface OptionsForm {
  values: Options;
  errors: Record<string, unknown>;
  getInputProps: (path: string) => object;
  insertListItem: (path: 'options', item: Options['options'][number]) => void;
  removeListItem: (path: 'options', index: number) => void;
}

/** None for a plain yes or no; else two and more. */
function OptionsField({ form }: { form: OptionsForm }) {
  const { t } = useTranslation('decisions');
  const { options } = form.values;
  const add = () => form.insertListItem('options', { title: '', description: '' });
  return (
    <Fieldset legend={t('field.options')}>
      <p className={classes.quiet}>{t('form.optionsHelp')}</p>
      {options.map((_, index) => (
        <div key={index} className={classes.option}>
          <TextInput
            label={t('form.option', { number: index + 1 })}
            maxLength={200}
            {...form.getInputProps(`options.${index}.title`)}
          />
          <Textarea
            label={t('form.optionText', { number: index + 1 })}
            rows={2}
            maxLength={4000}
            {...form.getInputProps(`options.${index}.description`)}
          />
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => form.removeListItem('options', index)}
            aria-label={t('form.removeOption', { number: index + 1 })}
          >
            {t('form.remove')}
          </Button>
        </div>
      ))}
      {typeof form.errors.options === 'string' && (
        <p role="alert" className={classes.problem}>
          {form.errors.options}
        </p>
      )}
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          add();
          // One option is none.
          if (options.length === 0) add();
        }}
        disabled={options.length >= 20}
      >
        {t('form.addOption')}
      </Button>
    </Fieldset>
  );
}
