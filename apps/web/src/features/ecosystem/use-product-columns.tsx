import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { PortfolioFieldsFragment } from './ecosystem.generated.js';

const column = createColumnHelper<PortfolioFieldsFragment>();

export function useProductColumns() {
  const { t } = useTranslation('ecosystem');
  const { number } = useFormats();
  const can = useCan();
  const mayEdit = can('update', 'Journey');
  return useMemo(
    () => [
      column.accessor('name', {
        header: t('products.name'),
        meta: { fixed: true },
        cell: ({ row: { original: product } }) => (
          <>
            {mayEdit ? (
              <AppLink size="sm" from="/products" to="/products" search={(last) => ({ ...last, product: product.id })}>
                {product.name}
              </AppLink>
            ) : (
              product.name
            )}{' '}
            {product.archivedAt && <StatusBadge tone="quiet">{t('products.archived')}</StatusBadge>}
          </>
        ),
      }),
      column.accessor('volume', {
        header: t('products.volume'),
        meta: { number: true },
        cell: (cell) => {
          const volume = cell.getValue();
          return volume === null ? t('volume.none') : number(volume);
        },
      }),
      column.accessor('journeyCount', { header: t('products.journeys'), meta: { number: true } }),
    ],
    [t, number, mayEdit],
  );
}
