import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../Panel.js';
import { type ImportProblem, ProblemTable } from './ProblemTable.js';

interface ProblemsPanelProps {
  problems: readonly ImportProblem[];
  total: number;
  /** Where all of them can be had as a CSV. */
  file: string;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** What an import did not take and why, page by page, and as a file to work it off with. */
export function ProblemsPanel({ problems, total, file, hasMore, loading, onMore }: ProblemsPanelProps) {
  const { t } = useTranslation('fileImport');
  return (
    <Panel
      title={t('problem.count', { count: total })}
      actions={
        <Button
          component="a"
          href={file}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('problem.download')}
        </Button>
      }
    >
      <ProblemTable problems={problems} />
      {hasMore && (
        <Group mt="md">
          <Button variant="default" loading={loading} onClick={onMore}>
            {t('problem.more')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
