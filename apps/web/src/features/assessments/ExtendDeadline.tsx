import { Stack, TextInput } from '@mantine/core';
import { type FormEvent, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext, useFormats } from '../../i18n/format.js';
import { instantOf, wallClock } from '../../i18n/zoned-time.js';
import { Form } from '../../ui/Form.js';
import { FormDialog } from '../../ui/FormDialog.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { type AssessmentFieldsFragment, ExtendDeadlineDocument } from './assessments.generated.js';

const refetch = ['AssessmentRun', 'AssessmentList'];

export function ExtendDeadline({ assessment, onClose }: { assessment: AssessmentFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const timeZone = useContext(TimeZoneContext);
  const [before] = useState(() => wallClock(assessment.deadline, timeZone));
  const [wall, setWall] = useState(before);
  const warning = useUnsavedChanges(wall !== before);
  const [refused, setRefused] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [extend, busy] = useAct(ExtendDeadlineDocument, { refetch });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const deadline = instantOf(wall, timeZone);
    const later = deadline !== null && new Date(deadline) > new Date(assessment.deadline);
    setRefused(!later);
    if (!later) return;
    const { error } = await extend({ id: assessment.id, version: assessment.version, deadline });
    setFailure(error ?? null);
    if (error) return;
    notifyDone(t('extend.done', { date: formats.dateTime(deadline) }));
    onClose();
  };
  return (
    <FormDialog title={t('extend.title')} unsaved={wall !== before} onClose={onClose}>
      {(close) => (
        <Stack>
          <p>{t('extend.body')}</p>
          <Form
            onSubmit={(event) => void submit(event)}
            act={t('extend.confirm')}
            busy={busy}
            error={failure}
            onCancel={close}
          >
            <TextInput
              type="datetime-local"
              label={t('extend.field')}
              description={timeZone}
              value={wall}
              onChange={(event) => setWall(event.currentTarget.value)}
              error={refused && t('extend.notLater')}
              data-autofocus
            />
          </Form>
          {warning}
        </Stack>
      )}
    </FormDialog>
  );
}
