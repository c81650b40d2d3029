/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { isAnswered } from '../answers.js';
import type { Answering } from '../answering.js';
import type { Answer, Item, Practice } from '../contract.js';
import { localized } from '../locale.js';
import { usePage } from '../page-context.js';
import { ChoiceField, choicesOf } from './choice-field.js';
import { ModelText } from './model-text.js';
import { PercentageField, TextField } from './written-fields.js';

/** A practice that is one level choice needs no question of its own beside its name. */
function Question({ item, practice }: { item: Item; practice: Practice }): JSX.Element {
  const { t, locale } = usePage();
  const text = localized(item.text, locale).text;
  const repeats = [practice.name, practice.description].some((other) => localized(other, locale).text === text);
  return text === '' || repeats ? <>{t('chooseLevel')}</> : <ModelText of={item.text} />;
}

export function ItemField(props: { answering: Answering; practice: Practice; item: Item }): JSX.Element {
  const { answering, practice, item } = props;
  const { t } = usePage();
  const answer = answering.book.answers[item.id];
  const onAnswer = (said: Answer): void => {
    // The comment hangs on the item but is no part of what was chosen: choosing again leaves it alone.
    answering.answer(item.id, answer?.comment === undefined ? said : { ...said, comment: answer.comment });
  };
  const field =
    item.type === 'percentage' ? (
      <PercentageField item={item} answer={answer} onAnswer={onAnswer} />
    ) : item.type === 'text' ? (
      <TextField item={item} answer={answer} onAnswer={onAnswer} />
    ) : (
      <ChoiceField
        item={item}
        choices={choicesOf(item, practice, answering.questionnaire)}
        answer={answer}
        onAnswer={onAnswer}
      />
    );
  const isChoice = item.type !== 'percentage' && item.type !== 'text';
  return (
    <div class="r-item">
      <fieldset class="r-fieldset">
        <legend class="r-question" id={`item-${item.id}-text`}>
          <Question item={item} practice={practice} />
        </legend>
        {field}
        {isChoice && isAnswered(answer) && (
          <button type="button" class="r-text-button r-clear" onClick={() => onAnswer({})}>
            {t('clearAnswer')}
          </button>
        )}
      </fieldset>
    </div>
  );
}
