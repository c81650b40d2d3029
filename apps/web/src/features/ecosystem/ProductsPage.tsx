import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { ProductPortfolioDocument } from './ecosystem.generated.js';
import { portfolioVariables } from './portfolio-variables.js';
import { ProductPanel } from './ProductPanel.js';
import type { ProductsSearch } from './routes.js';
import { useProductColumns } from './use-product-columns.js';

const route = getRouteApi('/app/products');

/** What customers buy or use: named once, weighed for the ecosystem view. */
export default function ProductsPage() {
  const { t } = useTranslation('ecosystem');
  const search: ProductsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const columns = useProductColumns();
  const query = useQuery(ProductPortfolioDocument, {
    variables: portfolioVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.productPortfolio;
  const change = (next: ProductsSearch) => void navigate({ to: '.', search: (last) => ({ ...last, ...next }) });
  const create = can('create', 'Journey') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ product: 'new' })}>
      {t('products.create')}
    </Button>
  );
  return (
    <>
      <PageHeader
        above={<AppLink to="/ecosystem">{t('title')}</AppLink>}
        title={t('products.title')}
        period={t('products.lead')}
        actions={create || undefined}
      />
      <DataTable
        id="products"
        label={t('products.title')}
        columns={columns}
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        onRow={can('update', 'Journey') ? (row) => change({ product: row.id }) : undefined}
        filters={
          <Group gap="xs">
            <SearchField label={t('products.search')} value={search.q} onChange={(q) => change({ q })} />
            <FilterCheckbox
              label={t('products.showArchived')}
              value={search.archived}
              onChange={(archived) => change({ archived })}
            />
          </Group>
        }
        empty={
          search.q ? (
            <NothingFound
              title={t('products.noneHere')}
              clear={t('products.clear')}
              onClear={() => change({ q: undefined })}
            >
              {t('products.noneHereText')}
            </NothingFound>
          ) : (
            <EmptyState title={t('products.none')} begin={create || undefined}>
              {t('products.noneText')}
            </EmptyState>
          )
        }
      />
      <ProductPanel search={search} onClose={() => change({ product: undefined })} />
    </>
  );
}
