import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import type { IssuedLink } from './issued-link.js';
import { CreateInvitationsDocument } from './invitations.generated.js';
import { InviteePreview } from './InviteePreview.js';
import classes from './InviteForm.module.css';
import { readInviteeList } from './invitee-list.js';

interface InviteFormProps {
  assessment: AssessmentFieldsFragment;
  onIssued: (links: readonly IssuedLink[], mailed: boolean) => void;
}

/** What the API takes in one go. */
const LIMIT = 500;
const refetch = ['InvitationList', 'AssessmentRun'];

export function InviteForm({ assessment, onIssued }: InviteFormProps) {
  const { t, i18n } = useTranslation('assessments');
  const [text, setText] = useState('');
  const [defaultGroup, setDefaultGroup] = useState('');
  const [sendMail, setSendMail] = useState(true);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [done, setDone] = useState(false);
  const [invite, busy] = useAct(CreateInvitationsDocument, { refetch });
  const groups = assessment.raterGroups;
  const lines = useMemo(() => readInviteeList(text, groups, defaultGroup || null), [text, groups, defaultGroup]);
  const good = lines.filter((line) => line.problem === null);
  const leaveDialog = useUnsavedChanges(text !== '' && !done);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await invite({
      assessmentId: assessment.id,
      sendMail,
      idempotencyKey: crypto.randomUUID(),
      invitees: good.map(({ name, email, raterGroupId }) => ({
        raterGroupId: raterGroupId ?? '',
        name: name || null,
        email: email || null,
        locale: i18n.language,
      })),
    });
    setFailure(error ?? null);
    if (!data) return;
    setDone(true);
    onIssued(
      data.createInvitations.map(({ link, invitation }) => ({
        link,
        name: invitation.name ?? '',
        email: invitation.email ?? '',
        group: invitation.raterGroupName,
      })),
      sendMail && good.some((line) => line.email !== ''),
    );
  };

  return (
    <div className={classes.page}>
      <p className={classes.lead}>{t('invite.lead')}</p>
      <Form
        onSubmit={(event) => void submit(event)}
        act={t('invite.confirm', { count: good.length })}
        busy={busy}
        disabled={good.length === 0 || good.length > LIMIT}
        error={failure}
        aria-label={t('invite.title')}
      >
        <Textarea
          label={t('invite.list')}
          placeholder={t('invite.placeholder')}
          rows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
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
        {lines.length > 0 && <InviteePreview lines={lines} groups={groups} />}
      </Form>
      {leaveDialog}
    </div>
  );
}
