import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/localized-text.js';
import type { ColumnUse } from './column-mapping.js';
import { isTarget } from './column-targets.js';
import type { ImportableItemsQuery, ImportShape } from './imports.generated.js';

interface Option {
  value: string;
  label: string;
}
interface OptionGroup {
  group: string;
  items: Option[];
}

/** One choice per column, so that nobody has to choose twice: the item stands in the value. */
export const writeUse = (use: ColumnUse | undefined): string =>
  use ? (use.itemId ? `${use.target}:${use.itemId}` : use.target) : 'ignore';

export function readUse(value: string): ColumnUse | null {
  const [target, itemId] = value.split(':');
  return isTarget(target) && target !== 'ignore' ? { target, itemId: itemId ?? null } : null;
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
  const items = (target: 'item' | 'comment', practices: (typeof model)['dimensions'][number]['practices']) =>
    practices.flatMap((practice) =>
      practice.items.map((item) => ({
        value: `${target}:${item.id}`,
        // A practice with one question is known by its own name; more questions need theirs.
        label: practice.items.length === 1 ? text(practice.name) : `${text(practice.name)}: ${text(item.text)}`,
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
