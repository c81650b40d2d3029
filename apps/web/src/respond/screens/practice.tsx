/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answering } from '../answering.js';
import { nextPlace, previousPlace, type Step } from '../navigation.js';
import { localized } from '../locale.js';
import { usePage } from '../page-context.js';
import { CommentField } from '../parts/comment-field.js';
import { SavedState } from '../parts/connection.js';
import { ForwardIcon } from '../parts/icons.js';
import { ItemField } from '../parts/item-field.js';
import { ModelText } from '../parts/model-text.js';
import { StepBar } from '../parts/step-bar.js';
import { practiceStatus } from '../progress.js';

export function PracticeScreen({ answering, step }: { answering: Answering; step: Step }): JSX.Element {
  const { t, locale } = usePage();
  const { practice, dimension, index, total } = step;
  const last = index === total - 1;
  const untouched = practiceStatus(practice, answering.book.answers) === 'unanswered';
  const goOn = (event: Event): void => {
    event.preventDefault();
    const unclear = (event.currentTarget as HTMLFormElement).querySelector<HTMLElement>('[aria-invalid="true"]');
    if (unclear) unclear.focus();
    else answering.go(nextPlace(answering.steps, answering.place));
  };
  return (
    <form class="r-screen" onSubmit={goOn} noValidate key={practice.id}>
      <p class="r-eyebrow">
        <span>
          <ModelText of={dimension.name} />
        </span>
        <span class="r-step-of">{t('stepOf', { index: index + 1, total })}</span>
      </p>
      <h1 tabIndex={-1}>
        <ModelText of={practice.name} />
      </h1>
      {localized(practice.description, locale).text && (
        <p class="r-lead">
          <ModelText of={practice.description} />
        </p>
      )}
      {practice.items.map((item) => (
        <ItemField key={item.id} answering={answering} practice={practice} item={item} />
      ))}
      <CommentField key={`comment-${practice.id}`} answering={answering} practice={practice} />
      <StepBar onBack={() => answering.go(previousPlace(answering.steps, answering.place))}>
        <SavedState answering={answering} />
        <button type="submit" class={untouched ? 'r-button r-push' : 'r-button r-primary r-push'}>
          {last ? t('toReview') : untouched ? t('skip') : t('next')}
          <ForwardIcon />
        </button>
      </StepBar>
    </form>
  );
}
