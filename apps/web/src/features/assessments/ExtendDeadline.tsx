import { Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { TimeZoneContext, useFormats } from '../../i18n/format.js';
import { instantOf, wallClock } from '../../i18n/zoned-time.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { type AssessmentFieldsFragment, ExtendDeadlineDocument } from './assessments.generated.js';

const refetch = ['AssessmentRun', 'AssessmentList'];

export function ExtendDeadline({ assessment, onClose }: { assessment: AssessmentFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { t: ui } = useTranslation('ui');
  const formats = useFormats();
  const timeZone = useContext(TimeZoneContext);
  const [wall, setWall] = useState(() => wallClock(assessment.deadline, timeZone));
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
    <Modal opened onClose={onClose} title={t('extend.title')} closeButtonProps={{ 'aria-label': ui('close') }}>
      <Stack>
        <p>{t('extend.body')}</p>
        <Form
          onSubmit={(event) => void submit(event)}
          act={t('extend.confirm')}
          busy={busy}
          error={failure}
          onCancel={onClose}
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
      </Stack>
    </Modal>
  );
}
