/** Prerequisites name practices and levels of the model, once each, and never wait for each other in a circle. */
import type { MaturityModelFile } from './maturity-model.schema.js';
import { checkUnique, type PlacedPractice, type ProblemCollector } from './problem-collector.js';

export function checkPrerequisites(
  file: MaturityModelFile,
  practices: readonly PlacedPractice[],
  collect: ProblemCollector,
): void {
  const ids = new Set(practices.map(({ practice }) => practice.id));
  const known = file.levels.map(({ value }) => value);
  for (const { practice, path } of practices) {
    practice.prerequisites?.forEach((prerequisite, index) => {
      const at = [...path, 'prerequisites', index];
      if (!ids.has(prerequisite.practice)) {
        collect.add('unknown-practice', [...at, 'practice'], { id: prerequisite.practice });
      }
      if (!known.includes(prerequisite.level)) {
        collect.add('unknown-level', [...at, 'level'], { level: prerequisite.level, known: known.join(', ') });
      }
    });
    checkUnique(
      'prerequisite',
      (practice.prerequisites ?? []).map((prerequisite, index) => ({
        id: prerequisite.practice,
        path: [...path, 'prerequisites', index, 'practice'],
      })),
      collect,
    );
  }
  checkCycles(practices, collect);
}

/** Depth-first, without recursion: a chain may be as long as the file. Each cycle is reported where it closes. */
function checkCycles(practices: readonly PlacedPractice[], collect: ProblemCollector): void {
  const byId = new Map(practices.map((placed) => [placed.practice.id, placed]));
  const done = new Set<string>();
  for (const { practice } of practices) {
    const trail: { id: string; next: number }[] = [{ id: practice.id, next: 0 }];
    const onTrail = new Set([practice.id]);
    while (trail.length > 0) {
      const top = trail.at(-1)!;
      const placed = byId.get(top.id);
      const edge = done.has(top.id) ? undefined : placed?.practice.prerequisites?.[top.next];
      if (!placed || !edge) {
        done.add(top.id);
        onTrail.delete(top.id);
        trail.pop();
        continue;
      }
      const index = top.next++;
      if (onTrail.has(edge.practice)) {
        const ids = trail.map(({ id }) => id);
        const cycle = [...ids.slice(ids.indexOf(edge.practice)), edge.practice].join(' → ');
        collect.add('prerequisite-cycle', [...placed.path, 'prerequisites', index, 'practice'], { cycle });
      } else {
        trail.push({ id: edge.practice, next: 0 });
        onTrail.add(edge.practice);
      }
    }
  }
}
