import { ActionIcon, Button, Group, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useConfirm } from '../ConfirmDialog.js';
import { ErrorState } from '../ErrorState.js';
import { useFieldText } from '../field-errors.js';
import { FormDialog } from '../FormDialog.js';
import { useUnsavedChanges } from '../use-unsaved-changes.js';

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly mapping: unknown;
}

interface SaveAsked<Input> {
  readonly name: string;
  readonly mapping: Input;
  readonly id?: string;
  readonly version?: number;
}

interface SavedMappingsProps<Input> {
  all: readonly SavedMapping[];
  /** What stands on the page. */
  input: Input;
  /** What is saved, as the API takes it: sheet and header row belong to it, and the page's mapping does not hold them. */
  toInput: (mapping: unknown) => Input;
  onChoose: (mapping: unknown) => void;
  save: (asked: SaveAsked<Input>) => Promise<{ readonly id?: string; readonly error?: AppError }>;
  saving: boolean;
  archive: (asked: { readonly id: string; readonly version: number }) => Promise<{ readonly error?: AppError }>;
}

/** What is being named: the mapping on the page as a new one or in the place of a saved one, or a saved one anew. */
type Naming = { readonly what: 'new' } | { readonly what: 'rename' | 'replace'; readonly saved: SavedMapping };

/** How files that come again and again are read: chosen, kept, renamed, thrown away. */
export function SavedMappings<Input>(props: SavedMappingsProps<Input>) {
  const { all, onChoose, archive } = props;
  const { t } = useTranslation('fileImport');
  const [chosen, setChosen] = useState('');
  const [naming, setNaming] = useState<Naming | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [confirm, dialog] = useConfirm();
  const saved = all.find(({ id }) => id === chosen);
  const remove = async (gone: SavedMapping) => {
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
              if (next) onChoose(next.mapping);
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
          {...props}
          naming={naming}
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

type NameMappingProps<Input> = Pick<SavedMappingsProps<Input>, 'input' | 'toInput' | 'save' | 'saving'> & {
  naming: Naming;
  onClose: () => void;
  onSaved: (id: string) => void;
};

function NameMapping<Input>({ naming, input, toInput, save, saving, onClose, onSaved }: NameMappingProps<Input>) {
  const { t } = useTranslation('fileImport');
  const say = useFieldText('fileImport');
  const before = naming.what === 'new' ? null : naming.saved;
  const [name, setName] = useState(before?.name ?? '');
  const unsaved = name !== (before?.name ?? '');
  const warning = useUnsavedChanges(unsaved);
  const [failure, setFailure] = useState<AppError | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    // Renaming keeps what is saved, not what stands on the page.
    const mapping = naming.what === 'rename' ? toInput(naming.saved.mapping) : input;
    const { id, error } = await save({ name, mapping, id: before?.id, version: before?.version });
    if (id) return onSaved(id);
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
