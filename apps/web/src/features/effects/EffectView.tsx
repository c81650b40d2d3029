import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { notifyDone } from '../../ui/notify.js';
import { saveText } from '../../ui/save-text.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import { HistoryDisclosure } from '../audit/index.js';
import { TraceLink } from '../trace/index.js';
import classes from './Effects.module.css';
import { type Effect, stateOf, type Verdict, verdictTone } from './effect-words.js';
import { EffectChart } from './EffectChart.js';
import { EffectVerdictInputsDocument, JudgeEffectDocument } from './effects.generated.js';
import { PlanFacts } from './PlanFacts.js';
import { recomputeCsv, type VerdictInputs } from './recompute-file.js';
import { usePromiseText, useReasonText, useVerdictText } from './use-effect-text.js';

/** A registration is told as a whole, before and after. */
const noName = () => undefined;

interface EffectViewProps {
  effect: Effect;
  /** p over all verdicts of the organisation, where a proven one does not outlast them. */
  doubtful: number | null;
  tested: number;
  onEdit: () => void;
  onWithdraw: () => void;
  onJudged: () => void;
}

/** One promise: as it stands, as it was sealed, and what the observations said. */
export function EffectView({ effect, doubtful, tested, onEdit, onWithdraw, onJudged }: EffectViewProps) {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const unitOf = useUnit();
  const promise = usePromiseText();
  const can = useCan();
  const [judge, judging] = useAct(JudgeEffectDocument);
  const [error, setError] = useState<AppError | null>(null);
  const state = stateOf(effect);
  const latest = effect.verdicts[0];
  const settled = effect.verdicts.some(({ verdict }) => verdict !== 'INSUFFICIENT');
  const judgeNow = async () => {
    const outcome = await judge({ id: effect.id });
    setError(outcome.error ?? null);
    if (outcome.error) return;
    notifyDone(t('judge.begun'));
    // The job takes a moment; what it finds is read then.
    window.setTimeout(onJudged, 2500);
  };
  return (
    <article className={classes.effect} aria-label={promise(effect)}>
      <div className={classes.head}>
        {latest && state !== 'withdrawn' ? (
          <StatusBadge tone={verdictTone[latest.verdict]}>{t(`verdict.${latest.verdict}`)}</StatusBadge>
        ) : (
          <StatusBadge tone={state === 'sealed' ? 'active' : 'quiet'}>{t(`state.${state}`)}</StatusBadge>
        )}
        {effect.due && <StatusBadge tone="warn">{t('due')}</StatusBadge>}
        {effect.sealIntact === false && <StatusBadge tone="bad">{t('sealBroken')}</StatusBadge>}
        <TraceLink kind="EFFECT" id={effect.id} name={promise(effect)} small />
      </div>
      <p className={classes.promise}>{promise(effect)}</p>
      {state === 'withdrawn' && (
        <p className={classes.quiet}>
          {t('withdrawnText', {
            day: formats.date(effect.withdrawnAt!),
            name: effect.withdrawnByName ?? '–',
            reason: effect.withdrawnReason ?? '',
          })}
        </p>
      )}
      {effect.verdicts.slice(0, 1).map((verdict) => (
        <VerdictView key={verdict.id} effect={effect} verdict={verdict} />
      ))}
      {doubtful !== null && (
        <p className={classes.note}>
          {t('doubtful', { tested, p: formats.number(doubtful, { maximumFractionDigits: 3 }) })}
        </p>
      )}
      {effect.points.length > 0 && <EffectChart effect={effect} />}
      {effect.verdicts.length > 1 && <EarlierVerdicts effect={effect} />}
      {state === 'open' && effect.plan && <PlanFacts plan={effect.plan} effect={effect} />}
      {effect.seal && (
        <Facts
          facts={[
            {
              name: t('sealed.name'),
              value: t('sealed.text', { day: formats.dateTime(effect.sealedAt!), name: effect.sealedByName ?? '–' }),
            },
            {
              name: t('sealed.baseline'),
              value: effect.sealedBaseline
                ? t('sealed.baselineText', {
                    value: formats.number(effect.sealedBaseline.value),
                    unit: unitOf(effect.unit),
                    n: effect.sealedBaseline.n,
                  })
                : '–',
            },
            {
              name: t('sealed.digest'),
              value: <code className={classes.digest}>{effect.seal}</code>,
              help: t('sealed.help'),
            },
          ]}
        />
      )}
      {error && <ErrorState error={error} />}
      <div className={classes.acts}>
        {effect.mayUpdate && state === 'open' && (
          <Button size="xs" variant="default" onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {effect.due && can('run', 'Effect') && (
          <Button size="xs" variant="default" loading={judging} onClick={() => void judgeNow()}>
            {t('judge.act')}
          </Button>
        )}
        {latest && <Downloads verdict={latest} />}
        {effect.mayUpdate && state !== 'withdrawn' && !settled && (
          <Button size="xs" variant="subtle" color="red" onClick={onWithdraw}>
            {t('withdraw.act')}
          </Button>
        )}
      </div>
      <HistoryDisclosure of="EFFECT" id={effect.id} version={effect.version} fieldName={noName} />
    </article>
  );
}

function VerdictView({ effect, verdict }: { effect: Effect; verdict: Verdict }) {
  const { t } = useTranslation('effects');
  const say = useVerdictText();
  const because = useReasonText();
  const refusals = verdict.reasons.filter(({ kind }) => kind === 'refusal');
  const cautions = verdict.reasons.filter(({ kind }) => kind !== 'refusal');
  return (
    <div className={classes.verdict}>
      <p className={classes.sentence}>{say(effect, verdict)}</p>
      {refusals.length > 0 && (
        <>
          <h3 className={classes.small}>{t('refusals')}</h3>
          <ul className={classes.reasons}>
            {refusals.map((reason, index) => (
              <li key={index}>{because(reason)}</li>
            ))}
          </ul>
        </>
      )}
      {verdict.withheld > 0 && <p className={classes.quiet}>{t('withheld', { count: verdict.withheld })}</p>}
      {cautions.length > 0 && (
        <>
          <h3 className={classes.small}>{t('cautions')}</h3>
          <ul className={classes.reasons}>
            {cautions.map((reason, index) => (
              <li key={index}>
                {because(reason)}{' '}
                {reason.code === 'CONFOUNDED' &&
                  verdict.confoundedWith.map(({ id, number, title }) => (
                    <AppLink key={id} to="/initiatives/$initiativeId" params={{ initiativeId: id }}>
                      {`I-${number} ${title}`}
                    </AppLink>
                  ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function EarlierVerdicts({ effect }: { effect: Effect }) {
  const { t } = useTranslation('effects');
  const formats = useFormats();
  const say = useVerdictText();
  return (
    <details>
      <summary>{t('earlier', { count: effect.verdicts.length - 1 })}</summary>
      <ul className={classes.reasons}>
        {effect.verdicts.slice(1).map((verdict) => (
          <li key={verdict.id}>
            {t('earlierLine', {
              day: formats.date(verdict.judgedOn),
              occasion: t(`occasion.${verdict.occasion}`),
              sentence: say(effect, verdict),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everything to compute the verdict again elsewhere. */
function Downloads({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('effects');
  const client = useApolloClient();
  const [error, setError] = useState<AppError | null>(null);
  const save = async (kind: 'csv' | 'json') => {
    try {
      const { data } = await client.query({
        query: EffectVerdictInputsDocument,
        variables: { verdictId: verdict.id },
        fetchPolicy: 'network-only',
      });
      const inputs = data!.effectVerdictInputs as VerdictInputs;
      const name = `effect-verdict-${verdict.judgedOn}-${verdict.fingerprint.slice(0, 8)}`;
      if (kind === 'csv') saveText(`${name}.csv`, recomputeCsv(inputs), 'text/csv');
      else saveText(`${name}.json`, JSON.stringify(inputs, null, 2), 'application/json');
      setError(null);
    } catch (failure) {
      setError(toAppError(failure));
    }
  };
  return (
    <>
      <Button size="xs" variant="subtle" onClick={() => void save('csv')}>
        {t('download.csv')}
      </Button>
      <Button size="xs" variant="subtle" onClick={() => void save('json')}>
        {t('download.json')}
      </Button>
      {error && <ErrorState error={error} />}
    </>
  );
}
