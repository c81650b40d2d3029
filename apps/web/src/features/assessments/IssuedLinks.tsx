import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import { saveText } from '../../ui/save-text.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { csvTable } from '../../ui/csv.js';
import classes from './InviteForm.module.css';
import type { InviteOutcome } from './use-invite.js';

interface IssuedLinksProps {
  assessment: AssessmentFieldsFragment;
  outcome: InviteOutcome;
}

/** The links that no letter carries, shown this once: to be downloaded before leaving. */
export function IssuedLinks({ assessment, outcome: { links, mailed } }: IssuedLinksProps) {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const [confirm, dialog] = useConfirm();
  const [downloaded, setDownloaded] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const safe = downloaded || links.length === 0;
  useEffect(() => title.current?.focus(), []);

  const download = () => {
    const header = [t('invite.name'), t('invite.email'), t('invite.group'), t('invite.link')];
    saveText(
      `${assessment.name}-links.csv`,
      csvTable(
        header,
        links.map((each) => [each.name, each.email, each.group, each.link]),
      ),
      'text/csv',
    );
    setDownloaded(true);
  };
  const leave = async () => {
    const agreed =
      safe ||
      (await confirm({ title: t('invite.close'), consequence: t('invite.closeUnsaved'), act: t('invite.leave') }));
    if (agreed)
      await navigate({
        to: '/assessments/$assessmentId',
        params: { assessmentId: assessment.id },
        search: { tab: 'invitations' },
      });
  };

  return (
    <section className={classes.page}>
      <h2 ref={title} tabIndex={-1}>
        {t('invite.doneTitle', { count: links.length + mailed })}
      </h2>
      <p className={classes.lead}>
        {mailed > 0 && t('invite.mailing', { count: mailed })} {links.length > 0 && t('invite.doneBody')}
      </p>
      <Group mb="md">
        {links.length > 0 && (
          <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
            {t('invite.download')}
          </Button>
        )}
        <Button variant={links.length > 0 ? 'default' : 'filled'} onClick={() => void leave()}>
          {t('invite.close')}
        </Button>
      </Group>
      {links.length > 0 && (
        <div className={classes.preview}>
          <PlainTable
            label={t('invite.link')}
            columns={[
              { key: 'name', title: t('invite.name') },
              { key: 'email', title: t('invite.email') },
              { key: 'group', title: t('invite.group') },
              { key: 'link', title: t('invite.link') },
            ]}
            rows={links.map((link) => ({
              key: link.link,
              cells: [link.name || link.email, link.email, link.group, <code key="link">{link.link}</code>],
            }))}
          />
        </div>
      )}
      {dialog}
    </section>
  );
}
