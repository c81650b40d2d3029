import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useFieldText } from '../../ui/field-errors.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { OrderList } from './OrderList.js';
import classes from './Ranking.module.css';
import type { Round } from './ranking-words.js';
import { SaveJudgementDocument } from './ranking.generated.js';

/** What a judge thinks, put into an order: a draft for as long as they like, handed in, and changed until the round ends. */
export function JudgePanel({ round, onReload }: { round: Round; onReload: () => void }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const sayField = useFieldText('ranking');
  const [order, setOrder] = useState<readonly string[]>(round.myOrder ?? []);
  const [error, setError] = useState<AppError | null>(null);
  const [save, busy] = useAct(SaveJudgementDocument, { refetch: ['RankingPage'] });
  const dirty = order.join() !== round.myOrder?.join();
  const warning = useUnsavedChanges(() => dirty && !busy);
  const items = new Map(
    round.items.map(({ opportunityId, number, title, description }) => [
      opportunityId,
      { title: `O-${number} ${title}`, text: description || undefined },
    ]),
  );
  const keep = async (handIn: boolean) => {
    const { error: refused } = await save({
      roundId: round.id,
      version: round.myVersion ?? 0,
      order: [...order],
      handIn,
    });
    if (!refused) {
      setError(null);
      notifyDone(t(handIn ? 'judge.handedIn' : 'judge.draftSaved'));
    } else {
      const fields = refused.fields?.map(sayField).join(' ');
      setError(fields ? { ...refused, message: fields } : refused);
    }
  };
  const handedIn = Boolean(round.myJudgedAt);
  return (
    <Panel
      title={t('judge.title')}
      actions={
        handedIn ? (
          <StatusBadge tone="good">
            {t('judge.handedInAt', { at: formats.dateTime(round.myJudgedAt ?? '') })}
          </StatusBadge>
        ) : (
          <StatusBadge tone="warn">{t(round.myOrderSaved ? 'judge.isDraft' : 'judge.notBegun')}</StatusBadge>
        )
      }
    >
      <div className={classes.stack}>
        <p className={classes.text}>{t('judge.text')}</p>
        <p className={classes.quiet}>
          {t('judge.blind')} {!round.myOrderSaved && t('judge.chance')}
        </p>
        <OrderList label={t('judge.list')} order={order} items={items} onChange={setOrder} />
        {error && (
          <ErrorState error={error} kept={t('judge.kept')} onRetry={needsReload(error) ? onReload : undefined} />
        )}
        <div className={classes.acts}>
          <Button loading={busy} disabled={handedIn && !dirty} onClick={() => void keep(true)}>
            {t(handedIn ? 'judge.handInAgain' : 'judge.handIn')}
          </Button>
          {!handedIn && (
            <Button variant="default" loading={busy} onClick={() => void keep(false)}>
              {t('judge.saveDraft')}
            </Button>
          )}
        </div>
        <p className={classes.quiet}>{t('judge.until', { day: formats.date(round.closesOn) })}</p>
        {warning}
      </div>
    </Panel>
  );
}

/** Another window was quicker, or what is ranked has changed: the list has to be read anew. */
const needsReload = ({ code }: AppError): boolean => code === 'CONFLICT' || code === 'VALIDATION';
