import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { CopyLink } from '../../ui/CopyLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import type { AssessmentFieldsFragment, RaterGroupFieldsFragment } from './assessments.generated.js';
import classes from './GroupLinks.module.css';
import { SetGroupLinkDocument } from './invitations.generated.js';
import { useWaveActs } from './use-wave-acts.js';
import { fitsState } from './wave-rules.js';

/** One link per group to be shared where only that group reads; each can be revoked and allowed again. */
export function GroupLinks({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const [confirm, dialog] = useConfirm();
  const [setLink, busy] = useAct(SetGroupLinkDocument);
  const [failure, setFailure] = useState<AppError | null>(null);
  const mayChange = useWaveActs(assessment.state)('invite');

  const change = async (group: RaterGroupFieldsFragment, revoked: boolean) => {
    const agreed =
      !revoked ||
      (await confirm({
        title: t('run.revokeTitle', { group: group.name }),
        consequence: t('run.revokeBody'),
        act: t('run.revokeConfirm'),
      }));
    if (!agreed) return;
    const { error } = await setLink({ raterGroupId: group.id, revoked });
    setFailure(error ?? null);
  };

  if (assessment.state === 'DRAFT') return <p className={classes.help}>{t('run.linksWhenOpen')}</p>;
  // A link that nobody can answer by any more is not offered for handing out.
  if (!fitsState(assessment.state, 'invite')) return <p className={classes.help}>{t('run.linksClosed')}</p>;
  return (
    <>
      <p className={classes.help}>{t('run.linksHelp')}</p>
      {failure && <ErrorState error={failure} />}
      <ul className={classes.links}>
        {assessment.raterGroups.map((group) => (
          <li key={group.id}>
            <div className={classes.link}>
              {group.link && !group.linkRevoked ? (
                <CopyLink label={t('run.linkOf', { group: group.name })} value={group.link} />
              ) : (
                <p className={classes.gone}>
                  <strong>{t('run.linkOf', { group: group.name })}</strong>
                  <span>{group.linkRevoked ? t('run.linkRevoked') : t('run.noLink')}</span>
                </p>
              )}
            </div>
            {mayChange && (
              <Button
                variant="subtle"
                color={group.linkRevoked ? undefined : 'red'}
                disabled={busy}
                aria-label={`${group.linkRevoked ? t('run.restoreLink') : t('run.revokeLink')}: ${group.name}`}
                onClick={() => void change(group, !group.linkRevoked)}
              >
                {group.linkRevoked ? t('run.restoreLink') : t('run.revokeLink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}
