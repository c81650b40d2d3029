/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answering } from '../answering.js';
import type { Dimension } from '../contract.js';
import type { Step } from '../navigation.js';
import { usePage } from '../page-context.js';
import { overallProgress, practiceStatus, type PracticeStatus } from '../progress.js';
import { AnsweredIcon, PartlyIcon, UnansweredIcon } from './icons.js';
import { ModelText } from './model-text.js';

const ICONS = { answered: AnsweredIcon, partly: PartlyIcon, unanswered: UnansweredIcon } as const;
const WORDS = { answered: 'statusAnswered', partly: 'statusPartly', unanswered: 'statusUnanswered' } as const;

export function Status({ status, quiet }: { status: PracticeStatus; quiet?: boolean }): JSX.Element {
  const { t } = usePage();
  const StatusIcon = ICONS[status];
  return (
    <span class={`r-status r-status-${status}`}>
      <StatusIcon />
      <span class={quiet ? 'r-hidden' : undefined}>{t(WORDS[status])}</span>
    </span>
  );
}

function PracticeRow({ answering, step, quiet }: { answering: Answering; step: Step; quiet?: boolean }): JSX.Element {
  const { place, book } = answering;
  const here = place.screen === 'practice' && place.practiceId === step.practice.id;
  return (
    <li>
      <button
        type="button"
        class="r-row"
        aria-current={here ? 'step' : undefined}
        onClick={() => answering.go({ screen: 'practice', practiceId: step.practice.id })}
      >
        <span class="r-row-number">{step.index + 1}</span>
        <span class="r-row-name">
          <ModelText of={step.practice.name} />
        </span>
        <Status status={practiceStatus(step.practice, book.answers)} quiet={quiet} />
      </button>
    </li>
  );
}

function DimensionGroup(props: { answering: Answering; dimension: Dimension; quiet?: boolean }): JSX.Element {
  const { answering, dimension, quiet } = props;
  const { t } = usePage();
  const steps = answering.steps.filter((step) => step.dimension.id === dimension.id);
  const { answered, total } = overallProgress(dimension.practices, answering.book.answers);
  return (
    <section>
      <h2 class="r-group-title">
        <ModelText of={dimension.name} />
        <span class="r-group-count" aria-label={t.count('progressLabel', answered, { total })} role="img">
          {t('dimensionCount', { answered, total })}
        </span>
      </h2>
      <ol class="r-rows">
        {steps.map((step) => (
          <PracticeRow key={step.practice.id} answering={answering} step={step} quiet={quiet} />
        ))}
      </ol>
    </section>
  );
}

/** All practices by dimension, each with its state. Beside the question (quiet) on wide screens, else a screen. */
export function PracticeList({ answering, quiet }: { answering: Answering; quiet?: boolean }): JSX.Element {
  return (
    <>
      {answering.questionnaire.dimensions.map((dimension) => (
        <DimensionGroup key={dimension.id} answering={answering} dimension={dimension} quiet={quiet} />
      ))}
    </>
  );
}
