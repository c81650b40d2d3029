import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import classes from './Effects.module.css';
import type { Effect } from './effect-words.js';
import { EffectForm } from './EffectForm.js';
import { EffectView } from './EffectView.js';
import { InitiativeEffectsDocument } from './effects.generated.js';
import { WithdrawForm } from './WithdrawForm.js';

interface EffectsPanelProps {
  initiativeId: string;
  /** The day on which the launch is planned, where one is. */
  launchOn: string | null;
  launched: boolean;
  /** Whether whoever looks may say what is promised, as long as it is not launched. */
  mayUpdate: boolean;
}

type Open = { form: 'effect'; effect: Effect | undefined } | { form: 'withdraw'; effect: Effect };

/** What an initiative promises, and what became of it. */
export function EffectsPanel({ initiativeId, launchOn, launched, mayUpdate }: EffectsPanelProps) {
  const { t } = useTranslation('effects');
  const mayRegister = mayUpdate && !launched;
  const { data, error, refetch } = useQuery(InitiativeEffectsDocument, {
    variables: { initiativeId },
    fetchPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const effects = data?.initiativeEffects;
  return (
    <Panel
      title={t('title')}
      actions={
        mayRegister && (
          <Button size="xs" variant="default" onClick={() => setOpen({ form: 'effect', effect: undefined })}>
            {t('register')}
          </Button>
        )
      }
    >
      {!effects && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={160} />)}
      {effects?.length === 0 && (
        <p className={classes.quiet}>{t(launched ? 'none' : mayRegister ? 'noneYet' : 'noneSoFar')}</p>
      )}
      {effects?.map((effect) => (
        <EffectView
          key={effect.id}
          effect={effect}
          doubtful={
            data!.effectTally.doubtful.find(({ registrationId }) => registrationId === effect.id)?.adjustedP ?? null
          }
          tested={data!.effectTally.tested}
          onEdit={() => setOpen({ form: 'effect', effect })}
          onWithdraw={() => setOpen({ form: 'withdraw', effect })}
          onJudged={() => void refetch()}
        />
      ))}
      <SidePanel
        opened={open !== null}
        onClose={close}
        title={open && t(open.form === 'withdraw' ? 'withdraw.title' : open.effect ? 'form.edit' : 'register')}
      >
        {open?.form === 'effect' && (
          <EffectForm
            key={open.effect?.version ?? 'new'}
            initiativeId={initiativeId}
            launchOn={launchOn}
            effect={open.effect}
            onDone={close}
          />
        )}
        {open?.form === 'withdraw' && <WithdrawForm effect={open.effect} onDone={close} />}
      </SidePanel>
    </Panel>
  );
}
