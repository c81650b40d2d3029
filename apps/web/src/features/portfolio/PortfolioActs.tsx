import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import type { PortfolioSearch } from './routes.js';

const FORMATS = ['xlsx', 'csv'] as const;

/** To a board: on paper, or as tables. */
export function PortfolioActs({ search }: { search: PortfolioSearch }) {
  const { t } = useTranslation('portfolio');
  const can = useCan();
  const asked = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined)).toString();
  return (
    <>
      {can('export', 'Initiative') && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
              {t('export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {FORMATS.map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={`/exports/portfolio.${format}${asked && `?${asked}`}`}
                download
              >
                {t(`format.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
}
