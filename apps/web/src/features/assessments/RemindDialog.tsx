import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { ErrorState } from '../../ui/ErrorState.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { RemindRespondentsDocument, type RemindRespondentsMutation } from './invitations.generated.js';

type Outcome = RemindRespondentsMutation['remindRespondents'];
const refetch = ['InvitationList'];

/** Reminds those who have not answered, and says of everybody else why they got nothing. */
export function RemindDialog({ assessment, onClose }: { assessment: AssessmentFieldsFragment; onClose: () => void }) {
  const { t } = useTranslation('assessments');
  const { t: ui } = useTranslation('ui');
  const [group, setGroup] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [remind, busy] = useAct(RemindRespondentsDocument, { refetch });
  const send = async () => {
    const { data, error } = await remind({ assessmentId: assessment.id, raterGroupId: group || null });
    setFailure(error ?? null);
    if (data) setOutcome(data.remindRespondents);
  };
  return (
    <Modal opened onClose={onClose} title={t('remind.title')} closeButtonProps={{ 'aria-label': ui('close') }}>
      {outcome ? (
        <Stack role="status">
          <Text fw={600}>{t('remind.outcome', { queued: outcome.queued })}</Text>
          {outcome.skippedSubmitted > 0 && (
            <Text size="sm">{t('remind.outcomeSubmitted', { count: outcome.skippedSubmitted })}</Text>
          )}
          {outcome.skippedWithoutEmail > 0 && (
            <Text size="sm">{t('remind.outcomeWithoutEmail', { count: outcome.skippedWithoutEmail })}</Text>
          )}
          {outcome.queued === 0 && <Text size="sm">{t('remind.outcomeRecently')}</Text>}
          <Group justify="flex-end">
            <Button onClick={onClose}>{ui('close')}</Button>
          </Group>
        </Stack>
      ) : (
        <Stack>
          <Text size="sm">{t('remind.body')}</Text>
          <NativeSelect
            label={t('remind.group')}
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value)}
            data={[
              { value: '', label: t('remind.allGroups') },
              ...assessment.raterGroups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {failure && <ErrorState error={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button onClick={() => void send()} loading={busy}>
              {t('remind.confirm')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
