import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import type { AppError } from '../../api/app-error.js';
import { useLocalizedText } from '../../i18n/localized-text.js';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { saveText } from '../../ui/save-text.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { PublishMaturityModelVersionDocument } from './models.generated.js';
import type { ReadModel } from './read-model.js';

const refetch = ['ModelLibrary', 'ModelReader'];

/** What can be done with a model: assess with it, publish it, take its file away to change it. */
export function ModelActs({ model }: { model: ReadModel }) {
  const { t } = useTranslation('models');
  const text = useLocalizedText();
  const can = useCan();
  const [confirm, dialog] = useConfirm();
  const [publish, busy] = useAct(PublishMaturityModelVersionDocument, { refetch });
  const [failure, setFailure] = useState<AppError | null>(null);
  const named = { name: text(model.name), version: model.version };

  const askAndPublish = async () => {
    const agreed = await confirm({
      title: t('publish.title', named),
      consequence: t('publish.body'),
      act: t('publish.confirm'),
      destructive: false,
    });
    if (!agreed) return;
    const { error } = await publish({ id: model.id });
    setFailure(error ?? null);
    if (!error) notifyDone(t('publish.done', named));
  };

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => saveText(`${model.modelKey}-${model.version}.yaml`, model.source, 'application/yaml')}
      >
        {t('reader.downloadSource')}
      </Button>
      {model.state === 'DRAFT' && can('update', 'MaturityModel') && (
        <Button onClick={() => void askAndPublish()} loading={busy}>
          {t('publish.act')}
        </Button>
      )}
      {model.state === 'PUBLISHED' && can('create', 'Assessment') && (
        <LinkButton to="/assessments/new" search={{ model: model.id }}>
          {t('library.assess')}
        </LinkButton>
      )}
      {failure && <ErrorState error={failure} />}
      {dialog}
    </>
  );
}
