import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.js';
import classes from './CommentsView.module.css';
import { AssessmentCommentsDocument } from './results.generated.js';
import { useResults } from './results-context.js';
import page from './ResultsPage.module.css';
import type { ResultsSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');
const PAGE = 50;

/** What respondents wrote, apart from who they are. */
export function CommentsView() {
  const { t } = useTranslation('results');
  const { assessmentId } = route.useParams();
  const { practice }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { results, nodes, nodeName } = useResults();
  const { data, error, loading, refetch, fetchMore } = useQuery(AssessmentCommentsDocument, {
    variables: { assessmentId, practiceId: practice, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.comments;
  const edges = list?.edges ?? [];
  return (
    <section className="ts-card">
      <h2 className={page.title}>{t('comments.title')}</h2>
      <p className={page.help}>{t('comments.help')}</p>
      <div className={page.filters}>
        <NativeSelect
          label={t('comments.practice')}
          value={practice ?? ''}
          onChange={(event) => {
            const next = event.currentTarget.value || undefined;
            void navigate({
              to: '.',
              search: (last) => ({ ...last, practice: next }),
              replace: true,
              resetScroll: false,
            });
          }}
          data={[
            { value: '', label: t('comments.anyPractice') },
            ...nodes
              .filter((node) => node.kind === 'PRACTICE')
              .map((node) => ({ value: node.id, label: nodeName(node) })),
          ]}
        />
        {list && (
          <span className={page.quiet} role="status">
            {t('comments.shown', { shown: edges.length, total: list.totalCount })}
          </span>
        )}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!list && !error && <Skeleton height={160} />}
      {list?.totalCount === 0 && (
        <p>
          {t('comments.none')} {t('comments.noneWhy', { minimum: results.minimumGroupSize })}
        </p>
      )}
      <ul className={classes.comments}>
        {edges.map(({ node }, index) => (
          <li key={index}>
            {!practice && <p className={page.quiet}>{nodeName({ kind: 'PRACTICE', id: node.practiceId })}</p>}
            <p lang={node.locale} className={classes.text}>
              {node.text}
            </p>
          </li>
        ))}
      </ul>
      {list?.pageInfo.hasNextPage && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
        >
          {t('comments.more')}
        </Button>
      )}
    </section>
  );
}
