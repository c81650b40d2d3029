import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pickText } from '../../i18n/localized-text.js';
import { cellFinder, resultNodes, type Results, scoreScale } from './result-index.js';
import type { ResultsView } from './results-context.js';

/** Indexes one answer once; every part of the page reads from it. */
export function useResultsView(results: Results | undefined): ResultsView | null {
  const { t, i18n } = useTranslation('results');
  const locale = i18n.language;
  return useMemo(() => {
    if (!results) return null;
    const nodes = resultNodes(results);
    const nodeNames = new Map(nodes.map(({ kind, id, name }) => [`${kind} ${id}`, name] as const));
    const groupNames = new Map(results.groups.map(({ id, name }) => [id, name]));
    const levelNames = new Map(results.model.levels.map(({ value, name }) => [value, name]));
    return {
      results,
      nodes,
      find: cellFinder(results.cells),
      scale: scoreScale(results.model, results.unit),
      nodeName: ({ kind, id }) =>
        pickText(nodeNames.get(`${kind} ${id}`), locale) || (kind === 'OVERALL' ? t('overall') : id),
      groupName: (groupId) => (groupId === null ? t('allRespondents') : (groupNames.get(groupId) ?? '')),
      levelName: (level) => pickText(levelNames.get(level), locale),
    };
  }, [results, locale, t]);
}
