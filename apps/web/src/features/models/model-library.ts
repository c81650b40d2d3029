/** Groups versions of one model, newest first, and finds them by what the reader sees: names, key, version. */
import { pickText } from '../../i18n/localized-text.js';
import type { ModelLibraryQuery } from './models.generated.js';

export type ModelVersionSummary = ModelLibraryQuery['maturityModelVersions'][number];

export interface ModelFamily {
  readonly modelKey: string;
  /** The newest published version; the newest draft while none is published. */
  readonly current: ModelVersionSummary;
  readonly others: readonly ModelVersionSummary[];
}

/** Compares `1.10.0` after `1.9.0`, and a pre-release before its release. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string): [number[], string] => {
    const [numbers = '', ...rest] = version.split('-');
    return [numbers.split('.').map(Number), rest.join('-')];
  };
  const [left, leftPre] = parts(a);
  const [right, rightPre] = parts(b);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (leftPre === rightPre) return 0;
  if (leftPre === '') return 1;
  return rightPre === '' ? -1 : leftPre.localeCompare(rightPre, 'en', { numeric: true });
}

export function modelFamilies(versions: readonly ModelVersionSummary[], search: string, locale: string): ModelFamily[] {
  const families = new Map<string, ModelVersionSummary[]>();
  for (const version of versions) families.set(version.modelKey, [...(families.get(version.modelKey) ?? []), version]);
  const wanted = search.trim().toLowerCase();
  return [...families.entries()]
    .map(([modelKey, members]) => {
      const sorted = [...members].sort((a, b) => compareVersions(b.version, a.version));
      const current = sorted.find((version) => version.state === 'PUBLISHED') ?? sorted[0]!;
      return { modelKey, current, others: sorted.filter((version) => version !== current) };
    })
    .filter(({ modelKey, current, others }) =>
      [modelKey, ...[current, ...others].flatMap(({ name, version }) => [version, ...Object.values(name)])].some(
        (text) => text.toLowerCase().includes(wanted),
      ),
    )
    .sort((a, b) => pickText(a.current.name, locale).localeCompare(pickText(b.current.name, locale), locale));
}
