/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answering } from '../answering.js';
import type { Practice } from '../contract.js';
import { usePage } from '../page-context.js';
import { TextArea } from './written-fields.js';

/** One comment per practice; it travels with the first item that is not itself free text. */
export function CommentField({
  answering,
  practice,
}: {
  answering: Answering;
  practice: Practice;
}): JSX.Element | null {
  const { t } = usePage();
  const carrier = practice.items.find((item) => item.type !== 'text');
  const answer = carrier && answering.book.answers[carrier.id];
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // Before the next key can be struck: what is typed at once must land in the field.
  useLayoutEffect(() => {
    if (opened) field.current?.querySelector('textarea')?.focus();
  }, [opened]);
  if (carrier === undefined) return null;
  const id = `comment-${practice.id}`;
  if (!opened && !answer?.comment) {
    return (
      <button type="button" class="r-text-button r-add-comment" onClick={() => setOpened(true)}>
        + {t('addComment')}
      </button>
    );
  }
  return (
    <div class="r-written" ref={field}>
      <span class="r-label" id={`${id}-label`}>
        {t('comment')}
      </span>
      <TextArea
        id={id}
        labelledBy={`${id}-label`}
        help={t('commentHelp')}
        value={answer?.comment ?? ''}
        onText={(comment) => answering.answer(carrier.id, { ...answer, comment })}
      />
    </div>
  );
}
