import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { useObjectForm } from '../../ui/use-object-form.js';
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
  const options = useUnitOptions(units, unit?.id);
  const form = useForm({
    initialValues: { name: unit?.name ?? '', parentId: unit ? unit.parentId : (parentOfNew ?? null) },
    validate: { name: (value) => (value.trim() ? null : t('nameMissing')) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: unit?.version,
    save: (values, version) => {
      const cleaned = { ...values, name: values.name.trim() };
      return unit && version !== undefined ? update({ id: unit.id, version, ...cleaned }) : create(cleaned);
    },
    busy: updating,
    fields: [
      { key: 'name', label: t('unit.name') },
      {
        key: 'parentId',
        label: t('unit.parent'),
        show: (id) => units.find((candidate) => candidate.id === id)?.name ?? '',
      },
    ],
    saved: t('unit.saved'),
    onDone,
  });

  return (
    <>
      <Form
        onSubmit={onSubmit}
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
      {dialogs}
    </>
  );
}
