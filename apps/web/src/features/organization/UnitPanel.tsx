import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { usePlaceFieldErrors } from '../../ui/field-errors.js';
import { notifyDone } from '../../ui/notify.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useConflict } from '../../ui/use-conflict.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { CreateBusinessUnitDocument, type UnitFieldsFragment, UpdateBusinessUnitDocument } from './teams.generated.js';
import { useUnitOptions } from './unit-options.js';

interface UnitPanelProps {
  units: UnitFieldsFragment[];
  /** A unit's id, `new`, or nothing: closed. */
  opened: string | undefined;
  parentOfNew: string | undefined;
  onClose: () => void;
}

export function UnitPanel({ units, opened, parentOfNew, onClose }: UnitPanelProps) {
  const { t } = useTranslation('teams');
  const unit = units.find((candidate) => candidate.id === opened);
  const shown = opened === 'new' || unit !== undefined;
  return (
    <SidePanel opened={shown} onClose={onClose} title={unit?.name ?? t('unit.create')}>
      {shown && (
        <UnitForm
          key={unit ? `${unit.id}:${unit.version}` : 'new'}
          unit={unit}
          units={units}
          parentOfNew={parentOfNew}
          onDone={onClose}
        />
      )}
    </SidePanel>
  );
}

interface UnitFormProps {
  unit: UnitFieldsFragment | undefined;
  units: UnitFieldsFragment[];
  parentOfNew: string | undefined;
  onDone: () => void;
}

function UnitForm({ unit, units, parentOfNew, onDone }: UnitFormProps) {
  const { t } = useTranslation('teams');
  const refetch = ['Units', 'Teams'];
  const [create, creating] = useAct(CreateBusinessUnitDocument, { refetch });
  const [update, updating] = useAct(UpdateBusinessUnitDocument, { refetch });
  const place = usePlaceFieldErrors();
  const [error, setError] = useState<AppError | null>(null);
  const options = useUnitOptions(units, unit?.id);
  const form = useForm({
    initialValues: { name: unit?.name ?? '', parentId: unit ? unit.parentId : (parentOfNew ?? null) },
    validate: { name: (value) => (value.trim() ? null : t('nameMissing')) },
  });
  type Values = typeof form.values;

  const warning = useUnsavedChanges(() => form.isDirty());
  const save = async (values: Values, version: number | undefined): Promise<void> => {
    setError(null);
    const cleaned = { ...values, name: values.name.trim() };
    const outcome =
      unit && version !== undefined ? await update({ id: unit.id, version, ...cleaned }) : await create(cleaned);
    if (outcome.error) {
      if (conflict.raise(outcome.error, values, form.getInitialValues())) return;
      return setError(place(form, Object.keys(values), outcome.error));
    }
    form.resetDirty();
    notifyDone(t('unit.saved'));
    onDone();
  };
  const conflict = useConflict<Values>({
    busy: updating,
    save,
    fields: [
      { key: 'name', label: t('unit.name') },
      {
        key: 'parentId',
        label: t('unit.parent'),
        show: (id) => units.find((candidate) => candidate.id === id)?.name ?? '',
      },
    ],
  });

  return (
    <>
      <Form
        onSubmit={form.onSubmit((values) => save(values, unit?.version))}
        act={unit ? t('save') : t('unit.add')}
        busy={creating || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput label={t('unit.name')} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={t('unit.parent')}
          description={t('unit.parentHelp')}
          clearable
          clearButtonProps={{ 'aria-label': t('unit.noParent') }}
          searchable
          data={options}
          {...form.getInputProps('parentId')}
        />
      </Form>
      {warning}
      {conflict.dialog}
    </>
  );
}
