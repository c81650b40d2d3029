import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../ui/Form.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { InviteePreview } from './InviteePreview.js';
import classes from './InviteForm.module.css';
import { readInviteeList } from './invitee-list.js';
import { type InviteOutcome, useInvite } from './use-invite.js';

interface InviteFormProps {
  assessment: AssessmentFieldsFragment;
  onInvited: (outcome: InviteOutcome) => void;
}

/** What the API takes in one go. */
const LIMIT = 1000;

export function InviteForm({ assessment, onInvited }: InviteFormProps) {
  const { t } = useTranslation('assessments');
  const [text, setText] = useState('');
  const [defaultGroup, setDefaultGroup] = useState('');
  const [sendMail, setSendMail] = useState(true);
  const [done, setDone] = useState(false);
  const invite = useInvite(assessment.id);
  const groups = assessment.raterGroups;
  const lines = useMemo(() => readInviteeList(text, groups, defaultGroup || null), [text, groups, defaultGroup]);
  const good = lines.filter((line) => line.problem === null && !invite.refused.has(line.line));
  const leaveDialog = useUnsavedChanges(text !== '' && !done);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await invite.send(good, sendMail);
    if (!outcome) return;
    setDone(true);
    onInvited(outcome);
  };

  return (
    <div className={classes.page}>
      <p className={classes.lead}>{t('invite.lead')}</p>
      <Form
        onSubmit={(event) => void submit(event)}
        act={t('invite.confirm', { count: good.length })}
        busy={invite.busy}
        disabled={good.length === 0 || good.length > LIMIT}
        error={invite.failure}
        aria-label={t('invite.title')}
      >
        <Textarea
          label={t('invite.list')}
          placeholder={t('invite.placeholder')}
          rows={8}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            invite.forget();
          }}
          error={good.length > LIMIT && t('invite.tooMany', { limit: LIMIT })}
        />
        {groups.length > 1 && (
          <NativeSelect
            label={t('invite.defaultGroup')}
            value={defaultGroup}
            onChange={(event) => setDefaultGroup(event.currentTarget.value)}
            data={[
              { value: '', label: t('invite.noDefault') },
              ...groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Checkbox
          label={t('invite.sendMail')}
          description={t('invite.sendMailHelp')}
          checked={sendMail}
          onChange={(event) => setSendMail(event.currentTarget.checked)}
        />
        {lines.length > 0 && <InviteePreview lines={lines} groups={groups} refused={invite.refused} />}
      </Form>
      {leaveDialog}
    </div>
  );
}
