/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answering } from '../answering.js';
import { isAnswered } from '../answers.js';
import { previousPlace, type Step } from '../navigation.js';
import { usePage } from '../page-context.js';
import { SavedState } from '../parts/connection.js';
import { ModelText } from '../parts/model-text.js';
import { Status } from '../parts/practice-list.js';
import { StepBar } from '../parts/step-bar.js';
import { practiceStatus, questionProgress } from '../progress.js';

function StepLinks({ answering, steps }: { answering: Answering; steps: readonly Step[] }): JSX.Element {
  return (
    <ul class="r-rows">
      {steps.map((step) => (
        <li key={step.practice.id}>
          <button
            type="button"
            class="r-row"
            onClick={() => answering.go({ screen: 'practice', practiceId: step.practice.id })}
          >
            <span class="r-row-number">{step.index + 1}</span>
            <span class="r-row-name">
              <ModelText of={step.practice.name} />
            </span>
            <Status status={practiceStatus(step.practice, answering.book.answers)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Refused({ answering, itemIds }: { answering: Answering; itemIds: readonly string[] }): JSX.Element {
  const { t } = usePage();
  const steps = answering.steps.filter((step) => step.practice.items.some((item) => itemIds.includes(item.id)));
  return (
    <div class="r-panel r-bad" role="alert">
      <p>{t(steps.length > 0 ? 'sendInvalid' : 'sendInvalidUnknown')}</p>
      {steps.length > 0 && <StepLinks answering={answering} steps={steps} />}
    </div>
  );
}

function StillOpen({ answering }: { answering: Answering }): JSX.Element {
  const { t } = usePage();
  const { answered, total } = questionProgress(answering.questionnaire, answering.book.answers);
  if (answered === total) return <p class="r-lead">{t('reviewComplete')}</p>;
  const open = answering.steps.filter((step) => practiceStatus(step.practice, answering.book.answers) !== 'answered');
  return (
    <>
      <p class="r-lead">
        {t.count('reviewOpen', total - answered)}{' '}
        <span class="r-lead-sub">{t(answered === 0 ? 'reviewNothing' : 'reviewOpenHelp')}</span>
      </p>
      <section class="r-panel" aria-labelledby="still-open">
        <h2 class="r-panel-title" id="still-open">
          {t('reviewOpenList')}
        </h2>
        <StepLinks answering={answering} steps={open} />
      </section>
    </>
  );
}

export function Review({ answering }: { answering: Answering }): JSX.Element {
  const { respondent, t } = usePage();
  const { sending } = answering;
  const nothing = !Object.values(answering.book.answers).some(isAnswered);
  const under = sending.state === 'sending' || sending.state === 'waiting';
  return (
    <div class="r-screen">
      <h1 tabIndex={-1}>{t('reviewTitle')}</h1>
      {sending.state === 'invalid' && <Refused answering={answering} itemIds={sending.itemIds} />}
      {sending.state === 'waiting' ? (
        <div class="r-panel" role="status">
          <p>{t('sendingWaiting')}</p>
          <button type="button" class="r-button" onClick={() => respondent.tryNow()}>
            {t('tryNow')}
          </button>
        </div>
      ) : (
        <StillOpen answering={answering} />
      )}
      <p class="r-final">{t('reviewFinal')}</p>
      <StepBar onBack={under ? undefined : () => answering.go(previousPlace(answering.steps, answering.place))}>
        <SavedState answering={answering} />
        <button
          type="button"
          class="r-button r-primary r-push"
          aria-disabled={under || nothing}
          onClick={() => {
            if (!under && !nothing) void answering.submit();
          }}
        >
          {under ? t('sending') : t('send')}
        </button>
      </StepBar>
    </div>
  );
}
