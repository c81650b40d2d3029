import { useQuery } from '@apollo/client/react';
import { Button, NumberInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { useRefusal } from '../../ui/use-refusal.js';
import {
  AddProductDocument,
  ArchiveProductDocument,
  type PortfolioFieldsFragment,
  ProductPortfolioDocument,
  RestoreProductDocument,
  UpdateProductDocument,
} from './ecosystem.generated.js';
import { portfolioVariables } from './portfolio-variables.js';
import type { ProductsSearch } from './routes.js';

const refetch = ['ProductPortfolio'];

/** One product beside the list: its name, its weight, and whether it is still offered. */
export function ProductPanel({ search, onClose }: { search: ProductsSearch; onClose: () => void }) {
  const { t } = useTranslation('ecosystem');
  const can = useCan();
  const isNew = search.product === 'new';
  const { data } = useQuery(ProductPortfolioDocument, {
    variables: portfolioVariables(search),
    skip: !search.product,
  });
  const product = isNew ? undefined : data?.productPortfolio.edges.find(({ node }) => node.id === search.product)?.node;
  const may = can(isNew ? 'create' : 'update', 'Journey');
  return (
    <SidePanel opened={search.product !== undefined} onClose={onClose} title={product?.name ?? t('products.create')}>
      {!data && <Skeleton height={200} />}
      {data && !isNew && !product && <ErrorState error={{ code: 'NOT_FOUND' }} />}
      {!may && <ErrorState error={{ code: 'FORBIDDEN' }} />}
      {data && may && (isNew || product) && (
        <Stack>
          {!product?.archivedAt && <ProductForm key={product?.version ?? 'new'} product={product} onDone={onClose} />}
          {product && can('archive', 'Journey') && <ArchiveProduct product={product} onDone={onClose} />}
        </Stack>
      )}
    </SidePanel>
  );
}

interface PartProps {
  product: PortfolioFieldsFragment;
  onDone: () => void;
}

function ProductForm({
  product,
  onDone,
}: Omit<PartProps, 'product'> & { product: PortfolioFieldsFragment | undefined }) {
  const { t } = useTranslation('ecosystem');
  const { number } = useFormats();
  const [add, adding] = useAct(AddProductDocument, { refetch });
  const [update, updating] = useAct(UpdateProductDocument, { refetch });
  const form = useForm({
    initialValues: { name: product?.name ?? '', volume: (product?.volume ?? '') as number | string },
    validate: { name: (value) => (value.trim() ? null : t('products.nameMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: product?.version,
    save: ({ name, volume }, version) => {
      const input = { name: name.trim(), volume: typeof volume === 'number' ? volume : null };
      return product && version !== undefined ? update({ id: product.id, version, input }) : add({ input });
    },
    busy: updating,
    fields: [
      { key: 'name', label: t('products.name') },
      {
        key: 'volume',
        label: t('products.volume'),
        show: (volume) => (typeof volume === 'number' ? number(volume) : t('volume.none')),
      },
    ],
    saved: t('products.saved'),
    onDone,
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={t(product ? 'products.save' : 'products.add')}
        busy={adding || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('products.name')} data-autofocus {...form.getInputProps('name')} />
        <NumberInput
          label={t('products.volume')}
          description={t('products.volumeHelp')}
          min={0}
          hideControls
          thousandSeparator=" "
          {...form.getInputProps('volume')}
        />
      </Form>
      {dialogs}
    </>
  );
}

function ArchiveProduct({ product, onDone }: PartProps) {
  const { t } = useTranslation('ecosystem');
  const [refusal, attempt] = useRefusal();
  const [archive, archiving] = useAct(ArchiveProductDocument, { refetch });
  const [restore, restoring] = useAct(RestoreProductDocument, { refetch });
  const { id, version, name } = product;
  const finish = (said: string) => {
    notifyDone(said);
    onDone();
  };
  const bringBack = async () => {
    if (await attempt(restore({ id, version }))) finish(t('products.restoredNote'));
  };
  if (product.archivedAt) {
    return (
      <ApartFromForm>
        {refusal && <ErrorState error={refusal} />}
        <Button variant="outline" loading={restoring} onClick={() => void bringBack()}>
          {t('products.restore')}
        </Button>
      </ApartFromForm>
    );
  }
  return (
    <ConsequentialButton
      act={t('products.archive')}
      title={t('products.archiveTitle', { name })}
      consequence={t('products.archiveConsequence', { count: product.journeyCount })}
      perform={() => archive({ id, version })}
      busy={archiving}
      onDone={() => finish(t('products.archivedNote'))}
    />
  );
}
