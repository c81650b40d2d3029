import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import type { GapRow } from './gap-rows.js';
import { useResults } from './results-context.js';

/** Whether this reader can do something about a gap, here and now: what is not published is nobody's work yet. */
export function useMayTakeUp(): boolean {
  const can = useCan();
  const { results } = useResults();
  return results.assessment.state === 'PUBLISHED' && (can('create', 'Feedback') || can('create', 'Initiative'));
}

/** Leads from a gap to what is done about it: into the inbox, to be sorted, or straight into an initiative. */
export function TakeUpGap({ row }: { row: GapRow }) {
  const { t } = useTranslation('results');
  const can = useCan();
  const navigate = useNavigate();
  const { results, nodeName } = useResults();
  // The whole is no part of the model that somebody could mend.
  if (row.nodeKind === 'OVERALL') return null;
  const of = { assessment: results.assessment.id, node: row.nodeId };
  // What is within the noise of raters is nothing that was found.
  const noise = !row.beyondNoise;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          className="ts-no-print"
          size="compact-xs"
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('gaps.takeUpOne', { node: nodeName({ kind: row.nodeKind, id: row.nodeId }) })}
        >
          {t('gaps.takeUp')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {noise && <Menu.Label>{t('gaps.noiseOnly')}</Menu.Label>}
        {can('create', 'Feedback') && !noise && (
          <Menu.Item onClick={() => void navigate({ to: '/inbox', search: { act: 'gap', ...of } })}>
            {t('gaps.asFeedback')}
          </Menu.Item>
        )}
        {can('create', 'Initiative') && (
          <Menu.Item onClick={() => void navigate({ to: '/initiatives', search: { add: true, ...of } })}>
            {t('gaps.asInitiative')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
