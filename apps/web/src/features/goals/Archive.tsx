import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cascade } from './cascade.js';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { RestoreGoalDocument, RestoreObjectiveDocument } from './goals.generated.js';

interface ArchiveProps {
  parts: Cascade['archive'];
  shown: boolean;
  onShow: (shown: boolean) => void;
}

/** What was put away, out of the way until somebody wants it back. */
export function Archive({ parts, shown, onShow }: ArchiveProps) {
  const { t } = useTranslation('goals');
  const { date } = useFormats();
  const mayRestore = useCan()('archive', 'Goal');
  const refetch = ['GoalCascade'];
  const [restoreGoal, goalBusy] = useAct(RestoreGoalDocument, { refetch });
  const [restoreObjective, objectiveBusy] = useAct(RestoreObjectiveDocument, { refetch });
  const [error, setError] = useState<AppError | null>(null);
  if (parts.length === 0) return null;
  const restore = async ({ id, version, part }: ArchiveProps['parts'][number]) => {
    const outcome = await (part === 'GOAL' ? restoreGoal({ id, version }) : restoreObjective({ id, version }));
    setError(outcome.error ?? null);
    if (!outcome.error) notifyDone(t('archive.restored'));
  };
  return (
    <div className="ts-no-print">
      <Button variant="subtle" size="xs" aria-expanded={shown} onClick={() => onShow(!shown)}>
        {shown ? t('archive.hide') : t('archive.show', { count: parts.length })}
      </Button>
      {shown && (
        <PlainTable
          label={t('archive.title')}
          columns={[
            { key: 'name', title: t('archive.name') },
            { key: 'part', title: t('archive.part') },
            { key: 'since', title: t('archive.since') },
            ...(mayRestore
              ? [{ key: 'act', title: <span className="ts-visually-hidden">{t('archive.restore')}</span> }]
              : []),
          ]}
          rows={parts.map((part) => ({
            key: part.id,
            cells: [
              part.name,
              t(`part.${part.part}`),
              date(part.archivedAt),
              ...(mayRestore
                ? [
                    <Button
                      key="restore"
                      size="compact-xs"
                      variant="default"
                      disabled={goalBusy || objectiveBusy}
                      onClick={() => void restore(part)}
                      aria-label={t('archive.restoreOne', { name: part.name })}
                    >
                      {t('archive.restore')}
                    </Button>,
                  ]
                : []),
            ],
          }))}
        />
      )}
      {error && <ErrorState error={error} />}
    </div>
  );
}
