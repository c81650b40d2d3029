import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { writeScoreAddress } from './explain-address.js';
import type { ResultNode } from './result-index.js';
import { useResults } from './results-context.js';
import classes from './ScoreDoor.module.css';

const route = getRouteApi('/app/assessments/$assessmentId/results');

interface ScoreDoorProps {
  node: Pick<ResultNode, 'kind' | 'id'>;
  groupId: string | null;
  children: ReactNode;
}

/** Every score is a door to how it was computed; the address of the open door can be sent. */
export function ScoreDoor({ node, groupId, children }: ScoreDoorProps) {
  const { t } = useTranslation('results');
  const { assessmentId } = route.useParams();
  const { nodeName } = useResults();
  return (
    <AppLink
      from="/assessments/$assessmentId/results"
      to="/assessments/$assessmentId/results"
      params={{ assessmentId }}
      search={(last) => ({
        ...last,
        explain: writeScoreAddress({ nodeKind: node.kind, nodeId: node.id, groupId }),
      })}
      resetScroll={false}
      className={classes.door}
      title={t('explain.open')}
    >
      {children}
      <span className="ts-visually-hidden">. {t('explain.openFor', { name: nodeName(node) })}</span>
    </AppLink>
  );
}
