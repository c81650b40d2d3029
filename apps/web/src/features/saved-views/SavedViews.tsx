import { Button, Menu, Modal } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkPlus,
  IconCheck,
  IconDeviceFloppy,
  IconFilterOff,
  IconPencil,
} from '@tabler/icons-react';
import type { ViewPage } from '@touchstone/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import classes from './SavedViews.module.css';
import { type SavedViewFieldsFragment, UpdateSavedViewDocument } from './saved-views.generated.js';
import { useSavedView } from './use-saved-view.js';
import { ViewDialog } from './ViewDialog.js';

/** The filters that one looks through often, under a name: one's own, and those that all share. */
export function SavedViews({ page }: { page: ViewPage }) {
  const { t } = useTranslation('savedViews');
  const { views, error, retry, present, chosen, changed, choose, name, leave } = useSavedView(page);
  const [edited, setEdited] = useState<'new' | SavedViewFieldsFragment | null>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [update] = useAct(UpdateSavedViewDocument);
  const keepChange = async ({ id, version, name: called }: SavedViewFieldsFragment) => {
    const outcome = await update({ id, version, input: { query: present } });
    if (outcome.error) return setRefusal(outcome.error);
    notifyDone(t('updated', { name: called }));
  };
  const section = (label: string, some: SavedViewFieldsFragment[] | undefined) =>
    some &&
    some.length > 0 && (
      <>
        <Menu.Label>{label}</Menu.Label>
        {some.map((view) => (
          <Menu.RadioItem
            key={view.id}
            value={view.id}
            // Filters that have moved away are no longer its own; to choose it then brings them back.
            checked={view.id === chosen?.id && !changed}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => choose(view)}
          >
            <span className={classes.name}>{view.name}</span>
            {!view.mine && <span className={classes.owner}>{view.ownerName}</span>}
          </Menu.RadioItem>
        ))}
      </>
    );
  return (
    <>
      <Menu position="bottom-end" width="18rem">
        <Menu.Target>
          <Button variant="subtle" size="xs" leftSection={<IconBookmark size={16} aria-hidden />}>
            {chosen ? (
              <span className={classes.label}>
                <span className={classes.chosen}>{t('chosen', { name: chosen.name })}</span>
                {changed && <span>{t('changed')}</span>}
              </span>
            ) : (
              t('label')
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          {error && !views && (
            <>
              <Menu.Label>{t('unread')}</Menu.Label>
              <Menu.Item onClick={retry}>{t('retry')}</Menu.Item>
            </>
          )}
          {views?.length === 0 && <Menu.Label className={classes.lead}>{t('none')}</Menu.Label>}
          {section(
            t('mine'),
            views?.filter(({ mine, shared }) => mine && !shared),
          )}
          {section(
            t('shared'),
            views?.filter(({ shared }) => shared),
          )}
          <Menu.Divider />
          {chosen?.mayUpdate && changed && (
            <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => void keepChange(chosen)}>
              {t('update')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconBookmarkPlus size={16} aria-hidden />}
            disabled={present === ''}
            onClick={() => setEdited('new')}
          >
            {t(present === '' ? 'filterFirst' : 'add')}
          </Menu.Item>
          {chosen?.mayUpdate && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEdited(chosen)}>
              {t('edit')}
            </Menu.Item>
          )}
          {present !== '' && (
            <Menu.Item leftSection={<IconFilterOff size={16} aria-hidden />} onClick={leave}>
              {t('leave')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {edited && (
        <ViewDialog
          page={page}
          view={edited === 'new' ? undefined : edited}
          present={present}
          onClose={() => setEdited(null)}
          onAdded={name}
        />
      )}
      <Modal
        opened={refusal !== null}
        onClose={() => setRefusal(null)}
        title={t('notKept')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {refusal && <ErrorState error={refusal} />}
      </Modal>
    </>
  );
}
