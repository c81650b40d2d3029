import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LONGEST_VIEW_NAME, type ViewPage } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { FormDialog } from '../../ui/FormDialog.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import {
  CreateSavedViewDocument,
  RemoveSavedViewDocument,
  type SavedViewFieldsFragment,
  UpdateSavedViewDocument,
} from './saved-views.generated.js';
import { pageName } from './use-saved-view.js';

interface ViewDialogProps {
  page: ViewPage;
  /** The view whose name and readers are changed; without one the present filters become one. */
  view: SavedViewFieldsFragment | undefined;
  present: string;
  onClose: () => void;
  onAdded: (id: string) => void;
}

const refetch = ['SavedViews'];

/** What a view is called and who sees it. */
export function ViewDialog({ page, view, present, onClose, onAdded }: ViewDialogProps) {
  const { t } = useTranslation('savedViews');
  const [create, creating] = useAct(CreateSavedViewDocument, { refetch });
  const [update, updating] = useAct(UpdateSavedViewDocument, { refetch });
  const [remove, removing] = useAct(RemoveSavedViewDocument, { refetch });
  const form = useForm({
    initialValues: { name: view?.name ?? '', shared: view?.shared ?? false },
    validate: { name: (name) => (name.trim() ? null : t('nameMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: view?.version,
    busy: creating || updating,
    fields: [
      { key: 'name', label: t('name') },
      { key: 'shared', label: t('who'), show: (shared) => t(shared ? 'forAll' : 'forMe') },
    ],
    saved: t('saved'),
    onDone: onClose,
    save: async (values, version) => {
      if (view && version !== undefined) return update({ id: view.id, version, input: values });
      const outcome = await create({ page: pageName(page), input: { ...values, query: present } });
      if (outcome.data) {
        form.resetDirty();
        onAdded(outcome.data.createSavedView.id);
      }
      return outcome;
    },
  });
  return (
    <FormDialog title={t(view ? 'editTitle' : 'addTitle')} unsaved={form.isDirty()} onClose={onClose}>
      {(close) => (
        <>
          <Form onSubmit={onSubmit} act={t('save')} busy={creating || updating} error={error} onCancel={close}>
            <TextInput label={t('name')} maxLength={LONGEST_VIEW_NAME} data-autofocus {...form.getInputProps('name')} />
            <Checkbox
              label={t('share')}
              description={t('shareHelp')}
              {...form.getInputProps('shared', { type: 'checkbox' })}
            />
          </Form>
          {view && (
            <ConsequentialButton
              act={t('remove')}
              title={t('removeTitle', { name: view.name })}
              consequence={t(view.shared ? 'removeShared' : 'removeOwn')}
              perform={() => remove({ id: view.id, version: view.version })}
              busy={removing}
              onDone={() => finish(t('removed'))}
              onRefused={refuse}
            />
          )}
          {dialogs}
        </>
      )}
    </FormDialog>
  );
}
