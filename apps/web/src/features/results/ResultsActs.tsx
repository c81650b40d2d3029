import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { TraceLink } from '../trace/index.js';
import { ExportDialog, type ExportWish } from './ExportDialog.js';
import { useResults } from './results-context.js';

const FORMATS = ['CSV', 'XLSX'] as const;

/** Compare, print, take the numbers away. */
export function ResultsActs() {
  const { t } = useTranslation('results');
  const can = useCan();
  const { results } = useResults();
  const [wish, setWish] = useState<ExportWish | null>(null);
  const kinds = [
    can('export', 'ResultSet') ? ('RESULTS' as const) : null,
    can('export', 'Answers') ? ('ANSWERS' as const) : null,
  ].filter((kind) => kind !== null);
  return (
    <>
      <TraceLink kind="ASSESSMENT" id={results.assessment.id} />
      <LinkButton variant="default" to="/comparison" search={{ after: results.assessment.id }}>
        {t('compare')}
      </LinkButton>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {kinds.length > 0 && (
        <Menu position="bottom-end" width={320}>
          <Menu.Target>
            <Button
              leftSection={<IconDownload size={16} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('export.act')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((kind) => (
              <Fragment key={kind}>
                <Menu.Label>{t(`export.help.${kind}`)}</Menu.Label>
                {FORMATS.map((format) => (
                  <Menu.Item key={format} onClick={() => setWish({ kind, format })}>
                    {t(`export.kind.${kind}`)} · {t(`export.format.${format}`)}
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {wish && <ExportDialog key={`${wish.kind} ${wish.format}`} wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}
