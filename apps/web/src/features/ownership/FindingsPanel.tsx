import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './AccountabilityPage.module.css';
import type { AccountabilityFindingKind, AccountabilityFindingsQuery } from './ownership.generated.js';
import { FINDING_TONES } from './ownership-words.js';

type Findings = AccountabilityFindingsQuery['accountabilityFindings'];
type Finding = Findings['found']['edges'][number]['node'];

interface FindingsPanelProps {
  findings: Findings | undefined;
  loading: boolean;
  error: unknown;
  onRetry: () => void;
  onMore: () => void;
  kind: AccountabilityFindingKind | undefined;
  onKind: (kind: AccountabilityFindingKind | undefined) => void;
}

/** What is missing, double or in conflict; each line leads to the place to mend it. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, loading, error, kind, onKind } = props;
  const { t } = useTranslation('ownership');
  const { number } = useFormats();
  const all = findings?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const choices = findings?.counts.filter(({ count, kind: each }) => count > 0 || each === kind) ?? [];
  return (
    <Panel title={t('finding.title')}>
      {error !== undefined && error !== null && !loading && <ErrorState error={error} onRetry={props.onRetry} />}
      {!findings && loading && <Skeleton height={160} />}
      {findings && (
        <>
          <p className={classes.detail}>
            {t('finding.summary', { touchpoints: findings.touchpointCount, owned: findings.ownedCount, findings: all })}
          </p>
          {all > 0 && (
            <div role="group" aria-label={t('finding.filter')} className={classes.kinds}>
              <UnstyledButton className={classes.kind} aria-pressed={!kind} onClick={() => onKind(undefined)}>
                {t('finding.all')} <span className={classes.count}>{number(all)}</span>
              </UnstyledButton>
              {choices.map((choice) => (
                <UnstyledButton
                  key={choice.kind}
                  className={classes.kind}
                  aria-pressed={kind === choice.kind}
                  onClick={() => onKind(choice.kind)}
                >
                  {t(`finding.kind.${choice.kind}`)} <span className={classes.count}>{number(choice.count)}</span>
                </UnstyledButton>
              ))}
            </div>
          )}
          {findings.touchpointCount > 0 && all === 0 && (
            <p className={classes.good}>
              <StatusBadge tone="good">{t('finding.none')}</StatusBadge>
            </p>
          )}
          <ul className={classes.list}>
            {findings.found.edges.map(({ node }) => (
              <FindingLine key={node.key} finding={node} />
            ))}
          </ul>
          {findings.found.pageInfo.hasNextPage && (
            <div className={classes.foot}>
              <Button variant="default" size="xs" onClick={props.onMore} loading={loading}>
                {t('finding.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { t } = useTranslation('ownership');
  const { date, list } = useFormats();
  const can = useCan();
  const about = {
    teams: list(finding.teamNames),
    metrics: list(finding.metricNames),
    from: finding.from ? date(finding.from) : '',
    to: finding.to ? date(finding.to) : '',
    reason: finding.reason ?? '',
    open: finding.to ? 'no' : 'yes',
    watched: finding.teamNames.length > 0 ? 'archived' : 'nobody',
  };
  return (
    <li className={classes.finding}>
      <span>
        <StatusBadge tone={FINDING_TONES[finding.kind]}>{t(`finding.kind.${finding.kind}`)}</StatusBadge>
      </span>
      <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId: finding.touchpointId }} size="sm" fw={600}>
        {finding.touchpointName}
      </AppLink>
      <span className={classes.detail}>
        {t(`finding.detail.${finding.kind}`, about)}{' '}
        {finding.kind === 'ARCHIVED_TEAM_ACCOUNTABLE' && can('update', 'Ownership') && (
          <AppLink to="/accountability" search={{ reorganise: true, from: finding.teamIds[0] }} size="sm">
            {t('finding.handOver', about)}
          </AppLink>
        )}
        {finding.class === 'CONFLICT' && (
          <AppLink to="/metrics/$metricId" params={{ metricId: finding.metricIds[0]! }} size="sm">
            {t('finding.atMetric')}
          </AppLink>
        )}
      </span>
    </li>
  );
}
