import { skipToken, useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { readScoreAddress } from './explain-address.js';
import classes from './ExplainPanel.module.css';
import { ExplainStep } from './ExplainStep.js';
import { ScoreExplanationDocument } from './results.generated.js';
import { useResults } from './results-context.js';
import { useScoreFormat } from './ScoreText.js';
import { Withheld } from './Withheld.js';
import type { ResultsSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

/** How one score came about, down to the counts of answers; as deep as anonymity allows. */
export function ExplainPanel() {
  const { t } = useTranslation('results');
  const score = useScoreFormat();
  const { assessmentId } = route.useParams();
  const { explain }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { find, nodeName, groupName } = useResults();
  const address = readScoreAddress(explain);
  const cell = address && find(address.nodeKind, address.nodeId, address.groupId);
  const shown = cell?.suppression === 'SHOWN';
  const { data, error, refetch } = useQuery(
    ScoreExplanationDocument,
    address && shown ? { variables: { assessmentId, ...address } } : skipToken,
  );
  const close = () =>
    void navigate({
      to: '.',
      search: (last) => ({ ...last, explain: undefined }),
      replace: true,
      resetScroll: false,
    });
  const explanation = data?.scoreExplanation;
  return (
    <SidePanel opened={address !== null} onClose={close} title={t('explain.title')}>
      {address && (
        <>
          <p className={classes.subject}>
            {t('explain.forGroup', {
              node: nodeName({ kind: address.nodeKind, id: address.nodeId }),
              group: groupName(address.groupId),
            })}
          </p>
          {shown && cell.value !== null && <p className={classes.score}>{score(cell.value)}</p>}
          {cell && cell.suppression !== 'SHOWN' && (
            <>
              <Withheld cell={cell} />
              <p>{t('explain.suppressedBody')}</p>
            </>
          )}
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
          {shown && !explanation && !error && <Skeleton height={240} />}
          {shown && explanation && (
            <>
              <ol className={classes.steps}>
                {explanation.steps.map((step, index) => (
                  <ExplainStep key={index} step={step} position={index + 1} />
                ))}
              </ol>
              <p className={classes.formula}>{t('explain.formula', { formula: explanation.formula })}</p>
            </>
          )}
        </>
      )}
    </SidePanel>
  );
}
