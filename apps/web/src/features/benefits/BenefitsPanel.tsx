import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { fractionDigits, toMajor } from '../../ui/money.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { HistoryDisclosure } from '../audit/index.js';
import { BenefitForm } from './BenefitForm.js';
import classes from './Benefits.module.css';
import {
  type BenefitFieldsFragment,
  CheckBenefitDocument,
  InitiativeBenefitsDocument,
  LockBenefitDocument,
  UnlockBenefitDocument,
} from './benefits.generated.js';

interface BenefitsPanelProps {
  initiativeId: string;
  currency: string | null;
  mayAdd: boolean;
}

/** What an initiative is worth: aimed at, expected, and come true as far as the verdict says. */
export function BenefitsPanel({ initiativeId, currency, mayAdd }: BenefitsPanelProps) {
  const { t } = useTranslation('benefits');
  const { data, error, refetch } = useQuery(InitiativeBenefitsDocument, {
    variables: { initiativeId },
    fetchPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<{ benefit: BenefitFieldsFragment | undefined } | null>(null);
  const close = () => setOpen(null);
  const benefits = data?.initiativeBenefits;
  return (
    <Panel
      title={t('title')}
      actions={
        mayAdd && (
          <Button size="xs" variant="default" onClick={() => setOpen({ benefit: undefined })}>
            {t('add')}
          </Button>
        )
      }
    >
      {!benefits && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={80} />)}
      {benefits?.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      {benefits?.map((benefit) => (
        <BenefitView
          key={benefit.id}
          benefit={benefit}
          onEdit={() => setOpen({ benefit })}
          onStale={() => void refetch()}
        />
      ))}
      <SidePanel opened={open !== null} onClose={close} title={open && t(open.benefit ? 'form.edit' : 'add')}>
        {open && (
          <BenefitForm
            key={open.benefit?.version ?? 'new'}
            initiativeId={initiativeId}
            currency={currency}
            benefit={open.benefit}
            onDone={close}
          />
        )}
      </SidePanel>
    </Panel>
  );
}

interface BenefitViewProps {
  benefit: BenefitFieldsFragment;
  onEdit: () => void;
  onStale: () => void;
}

function BenefitView({ benefit, onEdit, onStale }: BenefitViewProps) {
  const { t } = useTranslation('benefits');
  const formats = useFormats();
  const mayUnlock = useCan()('archive', 'Benefit');
  const [lock, locking] = useAct(LockBenefitDocument);
  const [unlock, unlocking] = useAct(UnlockBenefitDocument);
  const [check, checking] = useAct(CheckBenefitDocument);
  const [error, setError] = useState<AppError | null>(null);
  const { id, version, currency, lockedAt, checkedAt } = benefit;
  const busy = locking || unlocking || checking;
  const run = async (act: (variables: { id: string; version: number }) => Promise<{ error?: AppError }>) => {
    const outcome = await act({ id, version });
    setError(outcome.error ?? null);
    if (outcome.error?.code === 'CONFLICT') onStale();
  };
  const money = (minor: number | null | undefined) => {
    const major = toMajor(minor ?? null, currency);
    if (major === null) return '–';
    const digits = Math.abs(major) >= 1000 ? 0 : fractionDigits(currency);
    return `${formats.number(major, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${currency}`;
  };
  const fieldName = (field: string) =>
    field === 'targetMinor' ? t('target') : field === 'forecastMinor' ? t('forecast') : undefined;
  return (
    <article className={classes.benefit} aria-label={benefit.name}>
      <div className={classes.head}>
        <strong>{benefit.name}</strong>
        <StatusBadge tone={checkedAt ? 'good' : lockedAt ? 'active' : 'quiet'}>
          {t(checkedAt ? 'checked' : lockedAt ? 'locked' : 'open')}
        </StatusBadge>
      </div>
      <Facts
        facts={[
          { name: t('kind'), value: t(`kinds.${benefit.kind}`) },
          { name: t('target'), value: money(benefit.targetMinor) },
          { name: t('forecast'), value: money(benefit.forecastMinor) },
          {
            name: t('actual'),
            value: money(benefit.actualMinor),
            help:
              benefit.actualMinor == null
                ? t(benefit.registrationId ? 'actualWaits' : 'actualNever')
                : t('actualFrom', {
                    lower: money(benefit.actualLowerMinor),
                    upper: money(benefit.actualUpperMinor),
                    metric: benefit.metricName ?? '',
                    verdict: benefit.verdict ? t(`verdict.${benefit.verdict}`) : '',
                  }),
          },
          ...(checkedAt
            ? [
                {
                  name: t('checked'),
                  value: t('by', { day: formats.date(checkedAt), name: benefit.checkedByName ?? '–' }),
                },
              ]
            : []),
        ]}
      />
      {error && <ErrorState error={error} />}
      <div className={classes.head}>
        {benefit.mayUpdate && !lockedAt && (
          <>
            {benefit.actualMinor == null && (
              <Button size="xs" variant="default" onClick={onEdit}>
                {t('edit')}
              </Button>
            )}
            <Button size="xs" variant="default" loading={busy} onClick={() => void run(lock)}>
              {t('lock')}
            </Button>
          </>
        )}
        {benefit.mayCheck && (
          <Button size="xs" loading={busy} onClick={() => void run(check)}>
            {t('check')}
          </Button>
        )}
        {lockedAt && mayUnlock && benefit.mayUpdate && (
          <Button size="xs" variant="subtle" loading={busy} onClick={() => void run(unlock)}>
            {t('unlock')}
          </Button>
        )}
      </div>
      <HistoryDisclosure of="BENEFIT" id={id} version={version} fieldName={fieldName} />
    </article>
  );
}
