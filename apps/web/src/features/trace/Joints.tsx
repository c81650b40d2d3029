import { useTranslation } from 'react-i18next';
import type { TraceQuery } from './trace.generated.js';
import classes from './Trace.module.css';
import { useNodeText } from './use-node-text.js';

const AT_MOST = 5;

/** How one object of the thread hangs together with those nearer to the origin, or, of the origin, with those around it. */
export function Joints({ trace, place }: { trace: TraceQuery['trace']; place: number }) {
  const { t } = useTranslation('trace');
  const nodeText = useNodeText();
  const node = trace.nodes[place];
  if (!node) return null;
  const reach = (other: number) => Math.abs(trace.nodes[other]?.distance ?? 0);
  const joints = trace.edges.flatMap((edge) => {
    const other = edge.from === place ? edge.to : edge.to === place ? edge.from : null;
    if (other === null || (place !== 0 && reach(other) > reach(place))) return [];
    const end = trace.nodes[other];
    return end ? [{ key: `${edge.from} ${edge.to} ${edge.relation}`, forward: edge.from === place, end, edge }] : [];
  });
  return (
    <ul className={classes.joints}>
      {joints.slice(0, AT_MOST).map(({ key, forward, end, edge }) => (
        <li key={key}>
          {t(forward ? `joint.${edge.relation}` : `jointBack.${edge.relation}`, {
            name: nodeText(end),
            kind: t(`kind.${end.kind}`),
          })}
        </li>
      ))}
      {joints.length > AT_MOST && <li>{t('list.moreJoints', { count: joints.length - AT_MOST })}</li>}
      {node.more.map(({ kind, down, count }) => (
        <li key={`${kind} ${down}`}>{t('list.moreOfKind', { kind: t(`kind.${kind}`), count })}</li>
      ))}
    </ul>
  );
}
