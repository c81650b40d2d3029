import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { PlainTable } from '../../ui/PlainTable.js';
import classes from './InviteForm.module.css';
import type { InviteeGroup, InviteeLine } from './invitee-list.js';

/** Lines with something against them first: those are what the officer came to look at. */
export function InviteePreview({ lines, groups }: { lines: readonly InviteeLine[]; groups: readonly InviteeGroup[] }) {
  const { t } = useTranslation('assessments');
  const { number } = useFormats();
  const bad = lines.filter((line) => line.problem !== null);
  const good = lines.filter((line) => line.problem === null);
  const groupName = (id: string | null) => groups.find((group) => group.id === id)?.name ?? '';
  return (
    <div>
      <p className={classes.summary} role="status">
        {t('invite.ready', { count: good.length })}
        {bad.length > 0 && (
          <span className={classes.bad}>
            {' · '}
            {t('invite.notReady', { count: bad.length })} {t('invite.skipped')}
          </span>
        )}
      </p>
      <div className={classes.preview}>
        <PlainTable
          label={t('invite.preview')}
          columns={[
            { key: 'line', title: t('invite.line') },
            { key: 'name', title: t('invite.name') },
            { key: 'email', title: t('invite.email') },
            { key: 'group', title: t('invite.group') },
          ]}
          rows={[...bad, ...good].slice(0, 200).map((line) => ({
            key: String(line.line),
            cells: [
              number(line.line),
              line.name,
              line.email,
              line.problem ? (
                <span key="problem" className={classes.bad}>
                  {t(`invite.problem.${line.problem}`, { group: line.group, email: line.email })}
                </span>
              ) : (
                groupName(line.raterGroupId)
              ),
            ],
          }))}
        />
      </div>
    </div>
  );
}
