import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink, LinkButton } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { Facts } from '../../ui/Facts.js';
import { notifyDone } from '../../ui/notify.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useRefusal } from '../../ui/use-refusal.js';
import { TraceLink } from '../trace/index.js';
import classes from './Opportunities.module.css';
import {
  OneOpportunityDocument,
  OpportunityCriteriaDocument,
  type OpportunityFieldsFragment,
  RestoreOpportunityDocument,
  SetOpportunityStateDocument,
} from './opportunities.generated.js';
import { OpportunityHistory } from './OpportunityHistory.js';
import { OpportunityForm } from './OpportunityForm.js';
import { IMPACTS, opportunityTone } from './opportunity-words.js';
import { PutAwayForm } from './PutAwayForm.js';
import type { OpportunitiesSearch } from './routes.js';

interface OpportunityLookProps {
  id: string;
  search: OpportunitiesSearch;
  change: (next: OpportunitiesSearch) => void;
}

/** One opportunity beside the list: what it says, what hangs on it, and what may be done with it. */
export function OpportunityLook({ id, search, change }: OpportunityLookProps) {
  const { data, error, refetch } = useQuery(OneOpportunityDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const can = useCan();
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />;
  const { opportunity } = data;
  const mayUpdate = can('update', 'Opportunity') && !opportunity.archivedAt;
  const back = () => change({ edit: undefined, put: undefined });
  if (search.edit && mayUpdate)
    return <OpportunityForm key={opportunity.version} opportunity={opportunity} onDone={back} />;
  if (search.put && mayUpdate)
    return <PutAwayForm key={opportunity.version} opportunity={opportunity} to={search.put} onDone={back} />;
  return <Look opportunity={opportunity} mayUpdate={mayUpdate} change={change} />;
}

interface LookProps {
  opportunity: OpportunityFieldsFragment;
  mayUpdate: boolean;
  change: (next: OpportunitiesSearch) => void;
}

function Look({ opportunity, mayUpdate, change }: LookProps) {
  const { t } = useTranslation('opportunities');
  const { state, stateReason, description, painPoints, initiatives, archivedAt } = opportunity;
  return (
    <div className={classes.stack}>
      <h3 className={classes.name}>
        O-{opportunity.number} {opportunity.title}
      </h3>
      <div>
        <StatusBadge tone={opportunityTone[state]}>{t(`state.${state}`)}</StatusBadge>{' '}
        {archivedAt && <StatusBadge tone="quiet">{t('archive.archived')}</StatusBadge>}
      </div>
      {stateReason && <p className={classes.said}>{t('reason', { reason: stateReason })}</p>}
      {description && <p className={classes.said}>{description}</p>}
      <Acts opportunity={opportunity} mayUpdate={mayUpdate} change={change} />
      <Facts
        facts={[
          {
            name: t('field.painPoints'),
            value:
              painPoints.length === 0 ? (
                t('noPainPoint')
              ) : (
                <ul className={classes.plain}>
                  {painPoints.map(({ id, number, title }) => (
                    <li key={id}>
                      <AppLink to="/pain-points/$painPointId" params={{ painPointId: id }} size="sm">
                        P-{number} {title}
                      </AppLink>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            name: t('field.initiatives'),
            value:
              initiatives.length === 0 ? (
                t('noInitiative')
              ) : (
                <ul className={classes.plain}>
                  {initiatives.map(({ id, number, title }) => (
                    <li key={id}>
                      <AppLink to="/initiatives/$initiativeId" params={{ initiativeId: id }} size="sm">
                        I-{number} {title}
                      </AppLink>
                    </li>
                  ))}
                </ul>
              ),
          },
          ...useEstimates(opportunity),
        ]}
      />
      <OpportunityHistory id={opportunity.id} version={opportunity.version} />
    </div>
  );
}

function useEstimates(opportunity: OpportunityFieldsFragment) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const { data } = useQuery(OpportunityCriteriaDocument);
  const { impact, confidence, ease } = opportunity;
  const number = (value: number | null | undefined) => (value == null ? t('notEstimated') : formats.number(value));
  const step = IMPACTS.find((each) => each === impact);
  const scored = (data?.opportunityCriteria.criteria ?? []).map(({ id, name }) => {
    const score = opportunity.scores.find(({ criterionId }) => criterionId === id)?.score;
    return { name, value: score === undefined ? t('notEstimated') : t('ofFive', { score }) };
  });
  return [
    { name: t('field.reach'), value: number(opportunity.reach) },
    { name: t('field.impact'), value: step === undefined ? t('notEstimated') : t(`impact.${step}`) },
    { name: t('field.confidence'), value: confidence == null ? t('notEstimated') : formats.percent(confidence) },
    { name: t('field.effort'), value: number(opportunity.effort) },
    { name: t('field.ease'), value: ease == null ? t('notEstimated') : t('ofTen', { score: ease }) },
    { name: t('field.userValue'), value: number(opportunity.userValue) },
    { name: t('field.timeCriticality'), value: number(opportunity.timeCriticality) },
    { name: t('field.riskReduction'), value: number(opportunity.riskReduction) },
    ...scored,
  ];
}

function Acts({ opportunity, mayUpdate, change }: LookProps) {
  const { t } = useTranslation('opportunities');
  const can = useCan();
  const refetch = ['OpportunityList', 'OpportunityLenses'];
  const [setState, opening] = useAct(SetOpportunityStateDocument, { refetch });
  const [restore, restoring] = useAct(RestoreOpportunityDocument, { refetch });
  const [refusal, attempt] = useRefusal();
  const { id, version, state, archivedAt } = opportunity;
  const perform = async (act: Parameters<typeof attempt>[0], said: string) => {
    if (await attempt(act)) notifyDone(said);
  };
  const away = state === 'PARKED' || state === 'DISMISSED';
  return (
    <>
      {refusal && <ErrorState error={refusal} />}
      <div className={classes.acts}>
        <TraceLink kind="OPPORTUNITY" id={id} />
        {can('create', 'Initiative') && !archivedAt && !away && (
          <LinkButton to="/initiatives" search={{ add: true, opportunity: id }}>
            {t('start')}
          </LinkButton>
        )}
        {mayUpdate && (
          <Button variant="default" onClick={() => change({ edit: true })}>
            {t('edit')}
          </Button>
        )}
        {mayUpdate && state === 'OPEN' && (
          <>
            <Button variant="default" onClick={() => change({ put: 'PARKED' })}>
              {t('put.act.PARKED')}
            </Button>
            <Button variant="default" onClick={() => change({ put: 'DISMISSED' })}>
              {t('put.act.DISMISSED')}
            </Button>
          </>
        )}
        {mayUpdate && away && (
          <Button
            variant="default"
            loading={opening}
            onClick={() => void perform(setState({ id, version, state: 'OPEN' }), t('reopened'))}
          >
            {t('reopen')}
          </Button>
        )}
        {archivedAt && can('archive', 'Opportunity') && (
          <Button
            variant="default"
            loading={restoring}
            onClick={() => void perform(restore({ id, version }), t('archive.restored'))}
          >
            {t('archive.restore')}
          </Button>
        )}
      </div>
    </>
  );
}
