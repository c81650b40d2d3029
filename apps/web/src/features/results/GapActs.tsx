import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { TraceLink } from '../trace/index.js';
import type { GapRow } from './gap-rows.js';
import { useResults } from './results-context.js';

/** What this reader can do about gaps, here and now: what is not published is nobody's work yet. */
export function useGapActs() {
  const can = useCan();
  const { results } = useResults();
  const published = results.assessment.state === 'PUBLISHED';
  return {
    asFeedback: published && can('create', 'Feedback'),
    asInitiative: published && can('create', 'Initiative'),
    trace: published && can('read', 'Initiative'),
  };
}

/** Leads from a gap to what is done about it: into the inbox, to be sorted, straight into an initiative, or along its thread. */
export function GapActs({ row }: { row: GapRow }) {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const acts = useGapActs();
  const { results, nodeName } = useResults();
  // The whole is no part of the model that somebody could mend.
  if (row.nodeKind === 'OVERALL') return null;
  const of = { assessment: results.assessment.id, node: row.nodeId };
  const traceId = `${of.assessment}:${of.node}`;
  const name = nodeName({ kind: row.nodeKind, id: row.nodeId });
  // What is within the noise of raters is nothing that was found.
  const found = row.beyondNoise;
  if (!acts.asFeedback && !acts.asInitiative)
    return acts.trace && found ? <TraceLink kind="GAP" id={traceId} name={name} small /> : null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          className="ts-no-print"
          size="compact-xs"
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('gaps.takeUpOne', { node: name })}
        >
          {t('gaps.takeUp')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!found && <Menu.Label>{t('gaps.noiseOnly')}</Menu.Label>}
        {acts.asFeedback && found && (
          <Menu.Item onClick={() => void navigate({ to: '/inbox', search: { act: 'gap', ...of } })}>
            {t('gaps.asFeedback')}
          </Menu.Item>
        )}
        {acts.asInitiative && (
          <Menu.Item onClick={() => void navigate({ to: '/initiatives', search: { add: true, ...of } })}>
            {t('gaps.asInitiative')}
          </Menu.Item>
        )}
        {acts.trace && found && (
          <Menu.Item onClick={() => void navigate({ to: '/trace/$kind/$traceId', params: { kind: 'gap', traceId } })}>
            {t('gaps.trace')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
