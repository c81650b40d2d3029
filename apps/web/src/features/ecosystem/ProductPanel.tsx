import { useQuery } from '@apollo/client/react';
import { Button, NumberInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { ApartFromForm, Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
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
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const form = useForm({
    initialValues: { name: product?.name ?? '', volume: (product?.volume ?? '') as number | string },
    validate: { name: (value) => (value.trim() ? null : t('products.nameMissing')) },
  });
  type Values = typeof form.values;
  const warning = useUnsavedChanges(() => form.isDirty());
  const save = async (values: Values, version: number | undefined): Promise<void> => {
    setError(null);
    const input = { name: values.name.trim(), volume: typeof values.volume === 'number' ? values.volume : null };
    const outcome =
      product && version !== undefined ? await update({ id: product.id, version, input }) : await add({ input });
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    form.resetDirty();
    notifyDone(t('products.saved'));
    onDone();
  };
  const conflict = useConflict<Values>({
    busy: updating,
    save,
    fields: [
      { key: 'name', label: t('products.name') },
      {
        key: 'volume',
        label: t('products.volume'),
        show: (volume) => (typeof volume === 'number' ? number(volume) : t('volume.none')),
      },
    ],
  });
  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, product?.version))}
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
      {warning}
      {conflict.dialog}
    </>
  );
}

function ArchiveProduct({ product, onDone }: PartProps) {
  const { t } = useTranslation('ecosystem');
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);
  const [archive, archiving] = useAct(ArchiveProductDocument, { refetch });
  const [restore, restoring] = useAct(RestoreProductDocument, { refetch });
  const { id, version, name } = product;
  const act = async () => {
    if (!product.archivedAt) {
      const question = {
        title: t('products.archiveTitle', { name }),
        consequence: t('products.archiveConsequence', { count: product.journeyCount }),
        act: t('products.archive'),
      };
      if (!(await confirm(question))) return;
    }
    const outcome = product.archivedAt ? await restore({ id, version }) : await archive({ id, version });
    if (outcome.error) return setError(outcome.error);
    notifyDone(t(product.archivedAt ? 'products.restoredNote' : 'products.archivedNote'));
    onDone();
  };
  return (
    <ApartFromForm>
      {error && <ErrorState error={error} />}
      <Button
        color={product.archivedAt ? undefined : 'red'}
        variant="outline"
        loading={archiving || restoring}
        onClick={() => void act()}
      >
        {t(product.archivedAt ? 'products.restore' : 'products.archive')}
      </Button>
      {dialog}
    </ApartFromForm>
  );
}
