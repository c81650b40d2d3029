import { useQuery } from '@apollo/client/react';
import { ActionIcon, Button, Group, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { useFieldText } from '../../ui/field-errors.js';
import { FormDialog } from '../../ui/FormDialog.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { type Mapping, type MappingInput, readMapping } from './mapping.js';
import {
  ArchiveMappingDocument,
  type SavedMappingFieldsFragment,
  SavedMappingsDocument,
  SaveMappingDocument,
} from './observations.generated.js';

interface SavedMappingsProps {
  mapping: Mapping;
  input: MappingInput;
  onChoose: (mapping: Mapping) => void;
}

type Saved = SavedMappingFieldsFragment;
/** What is being named: the mapping on the page as a new one or in the place of a saved one, or a saved one anew. */
type Naming = { readonly what: 'new' } | { readonly what: 'rename' | 'replace'; readonly saved: Saved };
const refetch = ['SavedMappings'];

/** How files that come again and again are read: chosen, kept, renamed, thrown away. */
export function SavedMappings({ mapping, input, onChoose }: SavedMappingsProps) {
  const { t } = useTranslation('observations');
  const { data } = useQuery(SavedMappingsDocument);
  const [chosen, setChosen] = useState('');
  const [naming, setNaming] = useState<Naming | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [archive] = useAct(ArchiveMappingDocument, { refetch });
  const [confirm, dialog] = useConfirm();
  const all = data?.observationMappings ?? [];
  const saved = all.find(({ id }) => id === chosen);
  const remove = async (gone: Saved) => {
    const agreed = await confirm({
      title: t('saved.removeTitle', { name: gone.name }),
      consequence: t('saved.removeText'),
      act: t('saved.remove'),
    });
    if (!agreed) return;
    const { error } = await archive({ id: gone.id, version: gone.version });
    setFailure(error ?? null);
    if (!error) setChosen('');
  };
  return (
    <>
      <Group gap="xs" align="flex-end">
        {all.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('saved.label')}
            data={[{ value: '', label: t('saved.none') }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
            value={chosen}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setChosen(id);
              const next = all.find((each) => each.id === id);
              // The day of the last file is not that of this one.
              if (next) onChoose({ ...readMapping(next.mapping), observedOn: mapping.observedOn });
            }}
          />
        )}
        <Button size="xs" variant="default" onClick={() => setNaming({ what: 'new' })}>
          {t('saved.keep')}
        </Button>
        {saved && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t('saved.acts', { name: saved.name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setNaming({ what: 'replace', saved })}>{t('saved.replace')}</Menu.Item>
              <Menu.Item onClick={() => setNaming({ what: 'rename', saved })}>{t('saved.rename')}</Menu.Item>
              <Menu.Item color="red" onClick={() => void remove(saved)}>
                {t('saved.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {failure && <ErrorState error={failure} />}
      {naming && (
        <NameMapping
          naming={naming}
          input={input}
          onClose={() => setNaming(null)}
          onSaved={(id) => {
            setChosen(id);
            setNaming(null);
          }}
        />
      )}
      {dialog}
    </>
  );
}

interface NameMappingProps {
  naming: Naming;
  input: MappingInput;
  onClose: () => void;
  onSaved: (id: string) => void;
}

function NameMapping({ naming, input, onClose, onSaved }: NameMappingProps) {
  const { t } = useTranslation('observations');
  const say = useFieldText('observations');
  const before = naming.what === 'new' ? null : naming.saved;
  const [name, setName] = useState(before?.name ?? '');
  const unsaved = name !== (before?.name ?? '');
  const warning = useUnsavedChanges(unsaved);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [save, saving] = useAct(SaveMappingDocument, { refetch });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    // Renaming keeps what is saved, not what stands on the page.
    const mapping = naming.what === 'rename' ? kept(naming.saved) : input;
    const { data, error } = await save({ name, mapping, id: before?.id, version: before?.version });
    if (data) return onSaved(data.saveObservationMapping.id);
    setFailure(error ?? null);
  };
  const ofName = failure?.fields?.find(({ path }) => path === 'name');
  return (
    <FormDialog title={t(`saved.title.${naming.what}`)} unsaved={unsaved} onClose={onClose}>
      {(close) => (
        <form onSubmit={(event) => void submit(event)}>
          <TextInput
            label={t('saved.name')}
            description={t('saved.nameHelp')}
            data-autofocus
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={ofName && say(ofName)}
          />
          {failure && !ofName && <ErrorState error={failure} />}
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={close}>
              {t('saved.cancel')}
            </Button>
            <Button type="submit" loading={saving}>
              {t('saved.save')}
            </Button>
          </Group>
          {warning}
        </form>
      )}
    </FormDialog>
  );
}

/** Sheet and header row belong to what is saved as well, and the page's mapping does not hold them. */
function kept({ mapping }: Saved): MappingInput {
  const { sheet, headerRow } = mapping as { sheet?: string | null; headerRow?: number | null };
  const { observedOn } = mapping as { observedOn?: string | null };
  const read = readMapping(mapping);
  return {
    shape: read.shape,
    identity: read.identity,
    columns: Object.entries(read.columns).map(([column, each]) => ({
      column: Number(column),
      target: each.target,
      metricId: each.metricId,
      dimension: each.dimension,
      unit: each.unit,
      words: each.words,
    })),
    metricId: read.metricId || null,
    metricValues: read.metricValues,
    observedOn,
    dateOrder: read.dateOrder || null,
    decimal: read.decimal,
    noValueWords: [...read.noValueWords],
    sheet,
    headerRow,
  };
}
