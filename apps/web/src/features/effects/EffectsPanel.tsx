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
  /** The form for a new one is open, as the address says it: whoever is sent here to promise something need not look for it. */
  registering: boolean;
  onRegister: (registering: boolean) => void;
}

type Open = { form: 'effect'; effect: Effect | undefined } | { form: 'withdraw'; effect: Effect };

/** What an initiative promises, and what became of it. */
export function EffectsPanel(props: EffectsPanelProps) {
  const { initiativeId, launchOn, launched, mayUpdate, onRegister } = props;
  const { t } = useTranslation('effects');
  const mayRegister = mayUpdate && !launched;
  const { data, error, refetch } = useQuery(InitiativeEffectsDocument, {
    variables: { initiativeId },
    fetchPolicy: 'cache-and-network',
  });
  const [chosen, choose] = useState<Open | null>(null);
  const open: Open | null = props.registering && mayRegister ? { form: 'effect', effect: undefined } : chosen;
  const close = () => (props.registering ? onRegister(false) : choose(null));
  const effects = data?.initiativeEffects;
  return (
    <Panel
      title={t('title')}
      actions={
        mayRegister && (
          <Button size="xs" variant="default" onClick={() => onRegister(true)}>
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
          onEdit={() => choose({ form: 'effect', effect })}
          onWithdraw={() => choose({ form: 'withdraw', effect })}
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
