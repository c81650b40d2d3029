import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/localized-text.js';
import type { ImportableItemsQuery, ImportShape } from './imports.generated.js';

type Practice = ImportableItemsQuery['maturityModelVersion']['dimensions'][number]['practices'][number];

interface Option {
  value: string;
  label: string;
}
interface OptionGroup {
  group: string;
  items: Option[];
}

export function useColumnOptions(
  model: ImportableItemsQuery['maturityModelVersion'],
  shape: ImportShape,
): (Option | OptionGroup)[] {
  const { t } = useTranslation('imports');
  const text = useLocalizedText();
  const plain = (value: 'ignore' | 'group' | 'respondent' | 'item' | 'value' | 'comment'): Option => ({
    value,
    label: t(`map.targets.${value}`),
  });
  const shared = [plain('ignore'), plain('respondent'), plain('group')];
  if (shape === 'ROW_PER_ANSWER') return [...shared, plain('item'), plain('value'), plain('comment')];
  const nameOf = (target: 'item' | 'comment', practice: Practice, item: Practice['items'][number]) => {
    // A practice with one question is known by its own name; more questions need theirs.
    const name = practice.items.length === 1 ? text(practice.name) : `${text(practice.name)}: ${text(item.text)}`;
    // A closed field shows no group: a comment must say that it is one.
    return target === 'comment' ? t('map.commentOn', { name }) : name;
  };
  const items = (target: 'item' | 'comment', practices: Practice[]) =>
    practices.flatMap((practice) =>
      practice.items.map((item) => ({
        value: `${target}:${item.id}`,
        label: nameOf(target, practice, item),
      })),
    );
  return [
    ...shared,
    ...model.dimensions.map((dimension) => ({
      group: t('map.answersOf', { dimension: text(dimension.name) }),
      items: items('item', dimension.practices),
    })),
    ...model.dimensions.map((dimension) => ({
      group: t('map.commentsOf', { dimension: text(dimension.name) }),
      items: items('comment', dimension.practices),
    })),
  ];
}
