import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PlainTable } from '../../ui/PlainTable.js';
import type { Period } from './owner-timeline.js';
import { type OwnersOfTouchpointFragment, WithdrawOwnershipDocument } from './ownership.generated.js';

interface PeriodTableProps {
  touchpoint: OwnersOfTouchpointFragment;
  onEnd: (periodId: string) => void;
}

/** Every period there was, is or will be. What has held can end; what has not begun can be taken back. */
export function PeriodTable({ touchpoint, onEnd }: PeriodTableProps) {
  const { t } = useTranslation('ownership');
  const { date } = useFormats();
  const can = useCan();
  const [confirm, dialog] = useConfirm();
  const [withdraw, busy] = useAct(WithdrawOwnershipDocument);
  const [failure, setFailure] = useState<AppError | null>(null);

  const askToWithdraw = async (period: Period) => {
    const yes = await confirm({
      title: t('withdraw.title', { team: period.teamName }),
      consequence: t('withdraw.consequence', { day: date(period.validFrom) }),
      act: t('withdraw.act'),
    });
    if (!yes) return;
    const { error } = await withdraw({ id: period.id });
    setFailure(error ?? null);
    if (!error) notifyDone(t('withdraw.done'));
  };
  const named = (period: Period) => ({
    team: period.teamName,
    part: t(`responsibility.${period.responsibility}`),
    day: date(period.validFrom),
  });

  return (
    <>
      {failure && <ErrorState error={failure} />}
      <PlainTable
        label={t('owners.history')}
        columns={[
          { key: 'team', title: t('period.team') },
          { key: 'part', title: t('period.part') },
          { key: 'from', title: t('period.from') },
          { key: 'to', title: t('period.to') },
          {
            key: 'acts',
            title: <span className="ts-visually-hidden">{t('period.acts')}</span>,
            label: t('period.acts'),
          },
        ]}
        rows={touchpoint.ownership.map((period) => ({
          key: period.id,
          cells: [
            period.teamName,
            t(`responsibility.${period.responsibility}`),
            date(period.validFrom),
            period.validTo ? date(period.validTo) : t('period.open'),
            <Group key="acts" gap="xs" justify="flex-end">
              {can('update', 'Ownership') && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('period.endOf', named(period))}
                  onClick={() => onEnd(period.id)}
                >
                  {t('period.end')}
                </Button>
              )}
              {can('archive', 'Ownership') && period.validFrom >= touchpoint.today && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  loading={busy}
                  aria-label={t('period.withdrawOf', named(period))}
                  onClick={() => void askToWithdraw(period)}
                >
                  {t('withdraw.act')}
                </Button>
              )}
            </Group>,
          ],
        }))}
      />
      {dialog}
    </>
  );
}
