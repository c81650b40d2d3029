import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { Panel } from '../../ui/Panel.js';
import type { Comparison } from './comparison-rows.js';

/** Parts of the model that only one of the versions has: said, not dropped. */
export function Unmatched({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('comparison');
  const text = useLocalizedText();
  const { unmatchedBefore, unmatchedAfter, model } = comparison;
  if (unmatchedBefore.length === 0 && unmatchedAfter.length === 0) return null;
  const names = new Map(
    model.dimensions.flatMap(({ id, name, practices }) => [
      [id, name] as const,
      ...practices.map((practice) => [practice.id, practice.name] as const),
    ]),
  );
  const list = (title: string, ids: readonly string[]) =>
    ids.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {ids.map((id) => (
            // The earlier version's own names are not part of the answer; its ids are.
            <li key={id}>{text(names.get(id)) || id}</li>
          ))}
        </ul>
      </>
    );
  return (
    <Panel title={t('unmatchedTitle')}>
      {list(t('unmatchedBefore'), unmatchedBefore)}
      {list(t('unmatchedAfter'), unmatchedAfter)}
    </Panel>
  );
}
