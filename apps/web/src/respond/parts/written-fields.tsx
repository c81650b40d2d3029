/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, Item } from '../contract.js';
import { usePage } from '../page-context.js';
import { parsePercentage } from '../percentage.js';

/** The length that the API accepts for a written answer or a comment. */
export const LONGEST_TEXT = 4000;
const WARN_FROM = 500;

interface FieldProps {
  readonly item: Item;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

function NotApplicableBox({ item, answer, onAnswer }: FieldProps): JSX.Element | null {
  const { t } = usePage();
  if (!item.notApplicableAllowed) return null;
  return (
    <label class="r-check">
      <input
        type="checkbox"
        checked={answer?.notApplicable === true}
        onChange={(event) => onAnswer(event.currentTarget.checked ? { notApplicable: true } : {})}
      />
      {t('notApplicable')}
    </label>
  );
}

export function PercentageField({ item, answer, onAnswer }: FieldProps): JSX.Element {
  const { t } = usePage();
  // What is typed stays as typed; only a number within bounds becomes the answer.
  const [typed, setTyped] = useState<string | null>(null);
  const given = answer?.value === undefined ? '' : String(answer.value);
  const shown = typed ?? given;
  const invalid = shown.trim() !== '' && parsePercentage(shown) === null;
  const id = `item-${item.id}`;
  return (
    <div class="r-written">
      <span class="r-percent">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={9}
          aria-labelledby={`${id}-text`}
          aria-describedby={invalid ? `${id}-help ${id}-error` : `${id}-help`}
          aria-invalid={invalid}
          disabled={answer?.notApplicable === true}
          value={shown}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const value = parsePercentage(text);
            onAnswer(value === null ? {} : { value });
          }}
          onBlur={() => invalid || setTyped(null)}
        />
        <span aria-hidden="true">%</span>
      </span>
      <p class="r-help" id={`${id}-help`}>
        {t('percentHelp')}
      </p>
      {invalid && (
        <p class="r-error" id={`${id}-error`} role="alert">
          {t('percentInvalid')}
        </p>
      )}
      <NotApplicableBox
        item={item}
        answer={answer}
        onAnswer={(next) => {
          setTyped(null);
          onAnswer(next);
        }}
      />
    </div>
  );
}

interface TextAreaProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly help: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

export function TextArea({ id, labelledBy, help, value, onText }: TextAreaProps): JSX.Element {
  const { t } = usePage();
  const left = LONGEST_TEXT - value.length;
  return (
    <>
      <textarea
        id={id}
        rows={4}
        maxLength={LONGEST_TEXT}
        aria-labelledby={labelledBy}
        aria-describedby={`${id}-help`}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class="r-help" id={`${id}-help`}>
        {help}
        {left <= WARN_FROM && <span class="r-left"> {t.count('charactersLeft', left)}</span>}
      </p>
    </>
  );
}

/** Leaving it empty says as much as "not applicable" would. */
export function TextField({ item, answer, onAnswer }: FieldProps): JSX.Element {
  const { t } = usePage();
  const id = `item-${item.id}`;
  return (
    <div class="r-written">
      <TextArea
        id={id}
        labelledBy={`${id}-text`}
        help={t('textHelp')}
        value={answer?.text ?? ''}
        onText={(text) => onAnswer({ text })}
      />
    </div>
  );
}
