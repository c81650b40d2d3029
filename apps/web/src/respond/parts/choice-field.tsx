/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Answer, Item, LocalizedText, Practice, Questionnaire } from '../contract.js';
import { usePage } from '../page-context.js';
import { CheckIcon } from './icons.js';
import { ModelText } from './model-text.js';

interface Choice {
  readonly value: number;
  /** What is on the card's mark: the level's number; nothing for answers without a rank. */
  readonly mark: string;
  readonly title: LocalizedText | undefined;
  readonly text: LocalizedText | undefined;
}

/** Levels are read with their descriptors; every other scale by its labels. */
export function choicesOf(item: Item, practice: Practice, questionnaire: Questionnaire): Choice[] {
  if (item.type !== 'level') {
    return item.options.map(({ value, label }) => ({ value, mark: '', title: label, text: undefined }));
  }
  return questionnaire.levels.map((level) => ({
    value: level.value,
    mark: String(level.value),
    title: level.name,
    text: practice.descriptors.find((descriptor) => descriptor.level === level.value)?.text ?? level.description,
  }));
}

interface CardProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly mark?: string;
  readonly title: JSX.Element | string;
  readonly text?: JSX.Element | string | undefined;
  readonly quiet?: boolean;
}

function ChoiceCard({ name, checked, onChoose, mark, title, text, quiet }: CardProps): JSX.Element {
  return (
    <label class={quiet ? 'r-card r-card-quiet' : 'r-card'}>
      <input type="radio" class="r-card-input" name={name} checked={checked} onChange={onChoose} />
      <span class="r-card-face">
        <span class="r-card-mark">{checked ? <CheckIcon /> : mark}</span>
        <span class="r-card-body">
          <span class="r-card-title">{title}</span>
          {text && <span class="r-card-text">{text}</span>}
        </span>
      </span>
    </label>
  );
}

interface ChoiceFieldProps {
  readonly item: Item;
  readonly choices: readonly Choice[];
  readonly answer: Answer | undefined;
  readonly onAnswer: (choice: Pick<Answer, 'value' | 'notApplicable'>) => void;
}

/** One radio group: arrow keys move and choose, Enter goes on (the form submits), a press anywhere on a card chooses. */
export function ChoiceField({ item, choices, answer, onAnswer }: ChoiceFieldProps): JSX.Element {
  const { t } = usePage();
  const name = `item-${item.id}`;
  return (
    <div class={item.type === 'level' ? 'r-cards' : 'r-cards r-cards-short'}>
      {choices.map((choice) => (
        <ChoiceCard
          key={choice.value}
          name={name}
          checked={answer?.notApplicable !== true && answer?.value === choice.value}
          onChoose={() => onAnswer({ value: choice.value })}
          mark={choice.mark}
          title={<ModelText of={choice.title} />}
          text={choice.text && <ModelText of={choice.text} />}
        />
      ))}
      {item.notApplicableAllowed && (
        <ChoiceCard
          name={name}
          checked={answer?.notApplicable === true}
          onChoose={() => onAnswer({ notApplicable: true })}
          mark="–"
          title={t('notApplicable')}
          text={t('notApplicableLevel')}
          quiet
        />
      )}
    </div>
  );
}
