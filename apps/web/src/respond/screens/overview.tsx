/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answering } from '../answering.js';
import { firstOpenStep, practicePlace, stepAt } from '../navigation.js';
import { usePage } from '../page-context.js';
import { OwnLink } from '../parts/own-link.js';
import { PracticeList } from '../parts/practice-list.js';
import { StepBar } from '../parts/step-bar.js';
import { overallProgress } from '../progress.js';

export function Overview({ answering }: { answering: Answering }): JSX.Element {
  const { t } = usePage();
  const { steps, book } = answering;
  const { answered, total } = overallProgress(
    steps.map((step) => step.practice),
    book.answers,
  );
  const firstOpen = firstOpenStep(steps, book.answers);
  const before = answering.before && stepAt(steps, answering.before);
  return (
    <div class="r-screen">
      <p class="r-eyebrow">{t.count('progressLabel', answered, { total })}</p>
      <h1 tabIndex={-1}>{t('overviewTitle')}</h1>
      <p class="r-lead">{t('overviewText')}</p>
      <PracticeList answering={answering} />
      <OwnLink />
      <StepBar onBack={before && (() => answering.go(practicePlace(before)))}>
        {firstOpen ? (
          <button
            type="button"
            class="r-button r-primary r-push"
            onClick={() => answering.go(practicePlace(firstOpen))}
          >
            {t('toFirstOpen')}
          </button>
        ) : (
          <button type="button" class="r-button r-primary r-push" onClick={() => answering.go({ screen: 'review' })}>
            {t('toReview')}
          </button>
        )}
      </StepBar>
    </div>
  );
}
