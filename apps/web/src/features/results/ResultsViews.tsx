import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentsView } from './CommentsView.js';
import { DistributionView } from './DistributionView.js';
import { GapsView } from './GapsView.js';
import { HeatmapView } from './HeatmapView.js';
import { NumbersView } from './NumbersView.js';
import { ProfileView } from './ProfileView.js';
import classes from './ResultsPage.module.css';
import { RESULT_VIEWS, type ResultsSearch } from './routes.js';
import { usePrinting } from '../../ui/use-printing.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

const VIEWS: Record<(typeof RESULT_VIEWS)[number], ComponentType> = {
  profile: ProfileView,
  heatmap: HeatmapView,
  numbers: NumbersView,
  distribution: DistributionView,
  gaps: GapsView,
  comments: CommentsView,
};
/** Comments are read on screen, one practice at a time; the rest is the report. */
const PRINTED = RESULT_VIEWS.filter((each) => each !== 'comments');

/** One part at a time on screen, all of them on paper. */
export function ResultsViews() {
  const { t } = useTranslation('results');
  const { view = 'profile' }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const printing = usePrinting();
  if (printing)
    return (
      <div className={classes.printed}>
        {PRINTED.map((each) => {
          const View = VIEWS[each];
          return <View key={each} />;
        })}
      </div>
    );
  const View = VIEWS[view];
  return (
    <Tabs
      value={view}
      onChange={(next) =>
        void navigate({
          to: '.',
          search: (last) => ({ ...last, view: RESULT_VIEWS.find((each) => each === next) }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      <Tabs.List aria-label={t('nav.label')} className="ts-no-print">
        {RESULT_VIEWS.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`nav.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} pt="md">
        <View />
      </Tabs.Panel>
    </Tabs>
  );
}
