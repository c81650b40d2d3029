import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Panel } from '../../ui/Panel.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { AgreeForm } from './AgreeForm.js';
import { AgreementPanel } from './AgreementPanel.js';
import { CallOffForm } from './CallOffForm.js';
import { DataPanel, touchpointsOf } from './DataPanel.js';
import { JudgePanel } from './JudgePanel.js';
import { ProgressPanel } from './ProgressPanel.js';
import classes from './Ranking.module.css';
import { type RankingPanel, rankingTone, type Round } from './ranking-words.js';
import { RankingPageDocument, RevealRankingRoundDocument } from './ranking.generated.js';
import { ResultPanel } from './ResultPanel.js';
import { RoundForm } from './RoundForm.js';
import { RoundHistory } from './RoundHistory.js';
import type { RoundSearch } from './routes.js';
import { WeightForm } from './WeightForm.js';

const route = getRouteApi('/app/ranking/$roundId');

/** One round: what a judge puts in order, what the office sees of it, and in the end both rankings and what was agreed. */
export default function RoundPage() {
  const { roundId } = route.useParams();
  const { data, error, refetch } = useQuery(RankingPageDocument, {
    variables: { id: roundId },
    fetchPolicy: 'cache-and-network',
  });
  if (data) return <OneRound round={data.rankingRound} onReload={() => void refetch()} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={420} mt="md" />;
}

const mayOpen = (panel: RankingPanel, { state, mayUpdate }: Round): boolean =>
  mayUpdate && (panel === 'agree' ? state === 'REVEALED' || state === 'AGREED' : state === 'JUDGING');

function OneRound({ round, onReload }: { round: Round; onReload: () => void }) {
  const { t } = useTranslation('ranking');
  const formats = useFormats();
  const search: RoundSearch = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: RoundSearch) => void navigate({ to: '.', search: () => next, replace: true, resetScroll: false });
  const close = () => open({});
  const panel = search.panel && mayOpen(search.panel, round) ? search.panel : undefined;
  const weighed = panel === 'weigh' ? touchpointsOf(round).find(({ id }) => id === search.touchpoint) : undefined;
  const judging = round.state === 'JUDGING';
  return (
    <>
      <PageHeader
        above={<AppLink to="/ranking">{t('title')}</AppLink>}
        title={round.name}
        status={<StatusBadge tone={rankingTone[round.state]}>{t(`state.${round.state}`)}</StatusBadge>}
        owner={round.createdByName && t('openedBy', { name: round.createdByName })}
        period={
          round.revealedAt
            ? t('closedAt', { at: formats.dateTime(round.revealedAt) })
            : t(round.dayPassed ? 'closedSince' : 'until', { day: formats.date(round.closesOn) })
        }
        actions={round.mayUpdate && judging && <Acts round={round} open={open} />}
      />
      <div className={classes.page}>
        {round.calledOffReason && (
          <Panel title={t('state.CALLED_OFF')}>
            <p className={classes.said}>{round.calledOffReason}</p>
          </Panel>
        )}
        {round.result && <ResultPanel round={round} result={round.result} />}
        {round.result && (
          <AgreementPanel round={round} onAgree={round.mayUpdate ? () => open({ panel: 'agree' }) : undefined} />
        )}
        {judging && round.iJudge && !round.dayPassed && (
          <JudgePanel key={`${round.myVersion} ${round.myOrder?.length}`} round={round} onReload={onReload} />
        )}
        {judging && !round.iJudge && !round.mayUpdate && <Bystander round={round} />}
        {judging && round.dayPassed && (
          <p className={classes.text} role="note">
            {t('dayPassed')}
          </p>
        )}
        {judging && <ProgressPanel round={round} />}
        {round.items.some(({ painPoints }) => painPoints) && (
          <DataPanel
            round={round}
            onWeigh={round.mayUpdate && judging ? (touchpoint) => open({ panel: 'weigh', touchpoint }) : undefined}
          />
        )}
        {!judging && <ProgressPanel round={round} />}
        <RoundHistory round={round} />
      </div>
      <SidePanel
        opened={panel !== undefined && (panel !== 'weigh' || weighed !== undefined)}
        onClose={close}
        title={panel && t(`panel.${panel}`)}
      >
        {panel === 'edit' && <RoundForm key={round.version} round={round} onDone={close} />}
        {panel === 'callOff' && <CallOffForm key={round.version} round={round} onDone={close} />}
        {panel === 'agree' && round.result && (
          <AgreeForm key={round.version} round={round} result={round.result} onDone={close} />
        )}
        {weighed && <WeightForm key={weighed.version} touchpoint={weighed} onDone={close} />}
      </SidePanel>
    </>
  );
}

/** What is being ranked, for readers who neither judge nor look after it. */
function Bystander({ round }: { round: Round }) {
  const { t } = useTranslation('ranking');
  return (
    <Panel title={t('field.items')}>
      <ul className={classes.plain}>
        {round.items.map(({ opportunityId, number, title, putAway }) => (
          <li key={opportunityId} className={classes.line}>
            <span>
              O-{number} {title}
            </span>
            {putAway && <StatusBadge tone="quiet">{t('putAway')}</StatusBadge>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Acts({ round, open }: { round: Round; open: (next: RoundSearch) => void }) {
  const { t } = useTranslation('ranking');
  const [reveal, busy] = useAct(RevealRankingRoundDocument, { refetch: ['RankingPage', 'RankingList'] });
  const [refusal, attempt] = useRefusal();
  const [confirm, dialog] = useConfirm();
  const { id, version, handedInCount: handedIn, judgeCount: judges, dayPassed } = round;
  const missing = round.items.filter((item) => item.missing.length > 0 && !item.putAway).length;
  const end = async () => {
    const consequence = (
      <>
        {t('reveal.consequence')} {handedIn < judges && t('reveal.some', { handedIn, judges })}{' '}
        {!dayPassed && t('reveal.early')} {missing > 0 && t('reveal.missing', { count: missing })}
      </>
    );
    if (!(await confirm({ title: t('reveal.title'), consequence, act: t('reveal.act') }))) return;
    if (await attempt(reveal({ id, version }))) notifyDone(t('reveal.done'));
  };
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      <Button variant="default" onClick={() => open({ panel: 'callOff' })}>
        {t('callOff.act')}
      </Button>
      <Button variant="default" onClick={() => open({ panel: 'edit' })}>
        {t('edit')}
      </Button>
      <Button loading={busy} onClick={() => void end()}>
        {t('reveal.act')}
      </Button>
      {dialog}
    </>
  );
}
