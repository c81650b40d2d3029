import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import classes from './Personas.module.css';
import type { PersonaFieldsFragment } from './personas.generated.js';

const column = createColumnHelper<PersonaFieldsFragment>();

export function usePersonaColumns() {
  const { t } = useTranslation('personas');
  return useMemo(() => {
    const text = (value: string) => (value ? <p className={classes.text}>{value}</p> : '–');
    return [
      column.accessor('name', {
        header: t('name'),
        meta: { fixed: true },
        cell: ({ row: { original: persona } }) => (
          <>
            <AppLink size="sm" from="/personas" to="/personas" search={(last) => ({ ...last, persona: persona.id })}>
              {persona.name}
            </AppLink>{' '}
            {persona.archivedAt && <StatusBadge tone="quiet">{t('archived')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor((row) => t(`kind.${row.kind}`), { id: 'kind', header: t('kind.label') }),
      column.accessor('description', { header: t('description'), cell: (cell) => text(cell.getValue()) }),
      column.accessor('needs', { header: t('needs'), cell: (cell) => text(cell.getValue()) }),
      column.accessor('journeyCount', {
        header: t('journeys'),
        meta: { number: true },
        cell: ({ row: { original: persona } }) =>
          persona.journeyCount === 0 ? (
            0
          ) : (
            <AppLink
              size="sm"
              to="/journeys"
              search={{ q: persona.name }}
              aria-label={t('journeysOf', { count: persona.journeyCount, name: persona.name })}
            >
              {persona.journeyCount}
            </AppLink>
          ),
      }),
    ];
  }, [t]);
}
