import { Button, Menu } from '@mantine/core';
import { IconDownload, IconPhoto, IconPrinter, IconTable, IconBraces } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import type { MapFieldsFragment } from './journey-map.generated.js';
import { downloadImage } from './download-image.js';
import { lanes } from './map-words.js';
import { mapImage } from './map-image.js';

/** The map to take along: as a table, as data, as a picture, on paper. */
export function ExportMenu({ map }: { map: MapFieldsFragment }) {
  const { t } = useTranslation('journeys');
  const can = useCan();
  const files = can('export', 'Journey');
  const base = `/exports/journeys/${map.id}`;
  const picture = (format: 'svg' | 'png') => {
    const label = (lane: (typeof lanes)[number]) => t(`lane.${lane}`);
    void downloadImage(mapImage(map, label), map.name, format);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files && (
          <>
            <Menu.Item component="a" href={`${base}/map.xlsx`} leftSection={<IconTable size={16} aria-hidden />}>
              {t('export.xlsx')}
            </Menu.Item>
            <Menu.Item component="a" href={`${base}/map.csv`} leftSection={<IconTable size={16} aria-hidden />}>
              {t('export.csv')}
            </Menu.Item>
            <Menu.Item
              component="a"
              href={`${base}/map.csv?rows=touchpoints`}
              leftSection={<IconTable size={16} aria-hidden />}
            >
              {t('export.csvTouchpoints')}
            </Menu.Item>
            <Menu.Item component="a" href={`${base}/map.json`} leftSection={<IconBraces size={16} aria-hidden />}>
              {t('export.json')}
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconPhoto size={16} aria-hidden />} onClick={() => picture('png')}>
          {t('export.png')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPhoto size={16} aria-hidden />} onClick={() => picture('svg')}>
          {t('export.svg')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('map.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
