import { useQuery } from '@apollo/client/react';
import { Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import {
  ImportJourneyDocument,
  type JourneyFilePreviewQuery,
  JourneysToReplaceDocument,
} from './journey-files.generated.js';

type Preview = JourneyFilePreviewQuery['journeyFilePreview'];

/** As a journey of its own, or in the place of what another shows; that is asked first, because it cannot be taken back. */
export function ImportMapForm({ preview }: { preview: Preview }) {
  const { t } = useTranslation('journeys');
  const navigate = useNavigate();
  const [kind, setKind] = useState<'new' | 'replace'>('new');
  const [name, setName] = useState(preview.name);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [replaceId, setReplaceId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [confirm, dialog] = useConfirm();
  const [bring, bringing] = useAct(ImportJourneyDocument, { refetch: ['Journeys', 'JourneyMap'] });
  const { data } = useQuery(JourneysToReplaceDocument, {
    variables: { search: search || null },
    skip: kind === 'new',
    fetchPolicy: 'network-only',
  });
  const journeys = (data?.journeys.edges ?? []).map(({ node }) => node);
  const chosen = journeys.find(({ id }) => id === replaceId);
  const { fileId } = preview;

  const save = async () => {
    setError(null);
    if (kind === 'new' ? !name.trim() : !chosen) return setMissing(true);
    setMissing(false);
    if (kind === 'replace' && chosen) {
      const { stageCount: stages, touchpointCount: touchpoints } = chosen;
      const question = {
        title: t('import.replaceTitle', { name: chosen.name }),
        consequence: t('import.replaceConsequence', { stages, touchpoints }),
        act: t('import.replaceAct'),
      };
      if (!(await confirm(question))) return;
    }
    const outcome = await bring(
      kind === 'new'
        ? { fileId, name: name.trim() }
        : { fileId, replaceId: chosen?.id, replaceVersion: chosen?.version },
    );
    if (outcome.error) return setError(outcome.error);
    notifyDone(t('import.done'));
    void navigate({ to: '/journeys/$journeyId', params: { journeyId: outcome.data.importJourney.id } });
  };
  const nameError =
    (missing && !name.trim() && t('nameMissing')) ||
    (error?.fields?.some(({ path }) => path === 'name') && t('nameTaken')) ||
    (preview.nameTaken && name === preview.name && t('nameTaken'));

  return (
    <Panel title={t('import.bringIn')}>
      <Form
        aria-label={t('import.bringIn')}
        act={t(kind === 'new' ? 'import.actNew' : 'import.replaceAct')}
        busy={bringing}
        error={error?.fields ? null : error}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Radio.Group
          label={t('import.as')}
          value={kind}
          onChange={(value) => setKind(value === 'replace' ? 'replace' : 'new')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="new" label={t('import.asNew')} />
            <Radio value="replace" label={t('import.asReplacement')} />
          </Stack>
        </Radio.Group>
        {kind === 'new' ? (
          <TextInput
            label={t('form.name')}
            maxLength={200}
            value={name}
            error={nameError || null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        ) : (
          <Select
            label={t('import.replaced')}
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            filter={({ options }) => options}
            error={missing && !chosen ? t('import.chooseJourney') : null}
            data={journeys.map((journey) => ({
              value: journey.id,
              label: `${journey.name} · ${t(`state.${journey.state}`)}`,
            }))}
            value={replaceId}
            onChange={setReplaceId}
          />
        )}
      </Form>
      {dialog}
    </Panel>
  );
}
