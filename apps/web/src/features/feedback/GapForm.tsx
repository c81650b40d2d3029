import { useQuery } from '@apollo/client/react';
import { Skeleton, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { type LocalizedText, useLocalizedText } from '../../i18n/localized-text.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  GapBeginningDocument,
  type GapBeginningQuery,
  RecordGapFeedbackDocument,
  type RecordGapFeedbackMutation,
} from './feedback.generated.js';
import classes from './Inbox.module.css';

interface GapFormProps {
  assessmentId: string;
  nodeId: string;
  onDone: (recorded?: string) => void;
}

/** Takes a gap of published results into the inbox, in the words of the results to begin with. */
export function GapForm({ assessmentId, nodeId, onDone }: GapFormProps) {
  // Kept apart: the results' own page holds more of the same.
  const { data, error, refetch } = useQuery(GapBeginningDocument, {
    variables: { assessmentId },
    fetchPolicy: 'no-cache',
  });
  if (data) return <Loaded results={data.results} nodeId={nodeId} onDone={onDone} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />;
}

interface LoadedProps {
  results: GapBeginningQuery['results'];
  nodeId: string;
  onDone: (recorded?: string) => void;
}

function Loaded({ results, nodeId, onDone }: LoadedProps) {
  const { t } = useTranslation('feedback');
  const sentence = useGapSentence(results, nodeId);
  const [record, busy] = useAct(RecordGapFeedbackDocument, { refetch: ['FeedbackInbox'] });
  const form = useForm({
    initialValues: { text: sentence },
    validate: { text: (text) => (text.trim() ? null : t('form.textMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: undefined,
    save: ({ text }) => record({ input: { assessmentId: results.assessment.id, nodeId, text } }),
    busy,
    saved: t('gap.done'),
    onSaved: ({ recordGapFeedback }: RecordGapFeedbackMutation) => onDone(recordGapFeedback.id),
    own: 'feedback',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('gap.save')} busy={busy} error={error} onCancel={() => onDone()}>
        <p className={classes.facts}>{t('gap.help', { assessment: results.assessment.name })}</p>
        <Textarea
          label={t('field.text')}
          description={t('gap.textHelp')}
          rows={5}
          maxLength={8000}
          data-autofocus
          {...form.getInputProps('text')}
        />
      </Form>
      {dialogs}
    </>
  );
}

/** The widest gap there: who rates it how much above whom. */
function useGapSentence({ model, groups, gaps }: GapBeginningQuery['results'], nodeId: string): string {
  const { t } = useTranslation('feedback');
  const text = useLocalizedText();
  const { number } = useFormats();
  const node = model.dimensions
    .flatMap(({ practices, ...dimension }) => [dimension, ...practices])
    .find(({ id }) => id === nodeId);
  const part = node ? text(node.name as LocalizedText) : nodeId;
  const [widest] = gaps
    .filter((gap) => gap.nodeId === nodeId && gap.beyondNoise)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!widest) return part;
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? id;
  const [higher, lower] = widest.difference < 0 ? [widest.groupB, widest.groupA] : [widest.groupA, widest.groupB];
  return t('gap.sentence', {
    part,
    higher: nameOf(higher),
    lower: nameOf(lower),
    size: number(Math.abs(widest.difference), { maximumFractionDigits: 2 }),
  });
}
