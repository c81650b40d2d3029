import { Anchor } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { SHAPES } from './mapping.js';
import own from './Observations.module.css';

/** Files with the right headings, for whoever starts from nothing; one for each shape that can be read. */
export function Templates() {
  const { t } = useTranslation('observations');
  return (
    <Panel title={t('template.title')}>
      <ul className={own.templates}>
        {SHAPES.map((shape) => (
          <li key={shape}>
            <Anchor size="sm" fw={600} href={`/observation-imports/template.csv?shape=${shape.toLowerCase()}`} download>
              <IconDownload size={14} aria-hidden /> {t(`template.of.${shape}`)}
            </Anchor>
            <span className={own.muted}>{t(`shape.help.${shape}`)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
