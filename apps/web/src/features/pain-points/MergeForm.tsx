import { useQuery } from '@apollo/client/react';
import { Radio, Skeleton, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { PainPointField } from '../choices/index.js';
import { type OfPainPoint, type PainPoint, STALE } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import { MergePainPointDocument, PainPointPageDocument } from './pain-points.generated.js';

interface MergeFormProps extends OfPainPoint {
  onDone: () => void;
  /** Somebody changed one of both meanwhile: read anew. */
  onStale: () => void;
}

const nameOf = ({ number, title }: PainPoint): string => `P-${number} ${title}`;

/** Makes one of two. Both are shown with what hangs on them before anybody is asked, for it is not taken apart again. */
export function MergeForm({ painPoint, onDone, onStale }: MergeFormProps) {
  const { t } = useTranslation('painPoints');
  const navigate = useNavigate();
  const [merge, busy] = useAct(MergePainPointDocument, { refetch: [...STALE, 'PainPointPage', 'PainPointFeedback'] });
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { otherId: '', stays: 'other' as 'other' | 'this' },
    validate: { otherId: (id) => (id ? null : t('merge.otherMissing')) },
  });
  const { otherId } = form.values;
  const query = useQuery(PainPointPageDocument, {
    variables: { id: otherId },
    skip: otherId === '',
    fetchPolicy: 'cache-and-network',
  });
  const other = query.data?.painPoint.id === otherId ? query.data.painPoint : undefined;
  const submit = async ({ stays }: typeof form.values) => {
    if (!other) return;
    const [from, into] = stays === 'other' ? [painPoint, other] : [other, painPoint];
    const question = {
      title: t('merge.title', { from: nameOf(from), into: nameOf(into) }),
      consequence: t('merge.consequence', { from: `P-${from.number}`, into: `P-${into.number}` }),
      act: t('merge.act'),
    };
    if (!(await confirm(question))) return;
    setError(null);
    const outcome = await merge({ id: from.id, version: from.version, intoId: into.id, intoVersion: into.version });
    if (outcome.error) {
      if (outcome.error.code === 'CONFLICT') {
        onStale();
        void query.refetch();
      }
      return setError(outcome.error);
    }
    notifyDone(t('merge.done', { from: `P-${from.number}`, into: `P-${into.number}` }));
    if (into.id === painPoint.id) onDone();
    else void navigate({ to: '/pain-points/$painPointId', params: { painPointId: into.id } });
  };
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => void submit(values))}
        act={t('merge.act')}
        busy={busy}
        disabled={otherId !== '' && !other}
        error={error}
        onCancel={onDone}
      >
        <p className={classes.quiet}>{t('merge.help')}</p>
        <PainPointField
          label={t('merge.other')}
          description={t('gather.search')}
          except={[painPoint.id]}
          {...form.getInputProps('otherId')}
        />
        {query.error && !other && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {otherId && !other && !query.error && <Skeleton height={96} />}
        {other && (
          <Radio.Group label={t('merge.which')} {...form.getInputProps('stays')}>
            <Stack gap="xs" mt="xs">
              <Radio value="other" label={nameOf(other)} description={<Weight painPoint={other} />} />
              <Radio value="this" label={nameOf(painPoint)} description={<Weight painPoint={painPoint} />} />
            </Stack>
          </Radio.Group>
        )}
      </Form>
      {dialog}
    </>
  );
}

function Weight({ painPoint }: OfPainPoint) {
  const { t } = useTranslation('painPoints');
  return (
    <>
      {[
        t(`state.${painPoint.state}`),
        t('weight.feedback', { count: painPoint.feedbackCount }),
        t('merge.touchpoints', { count: painPoint.touchpoints.length }),
        t('merge.causes', { count: painPoint.causes.length }),
        t('merge.answers', { count: painPoint.opportunities.length + painPoint.initiatives.length }),
      ].join(' · ')}
    </>
  );
}
