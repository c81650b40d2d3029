import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { PlainTable } from '../../ui/PlainTable.js';
import classes from './InviteForm.module.css';
import type { InviteeGroup, InviteeLine } from './invitee-list.js';

interface InviteePreviewProps {
  lines: readonly InviteeLine[];
  groups: readonly InviteeGroup[];
  /** What the server has against a line, by its number. */
  refused: ReadonlyMap<number, string>;
}

/** Lines with something against them first: those are what the officer came to look at. */
export function InviteePreview({ lines, groups, refused }: InviteePreviewProps) {
  const { t } = useTranslation('assessments');
  const { number } = useFormats();
  const against = (line: InviteeLine) =>
    line.problem
      ? t(`invite.problem.${line.problem}`, { group: line.group, email: line.email })
      : refused.get(line.line);
  const bad = lines.filter((line) => against(line) !== undefined);
  const good = lines.filter((line) => against(line) === undefined);
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
              against(line) !== undefined ? (
                <span key="problem" className={classes.bad}>
                  {against(line)}
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
