import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import type { ReportUnsaved } from '../../ui/use-ask-before-closing.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { CHANNELS } from '../touchpoints/index.js';
import {
  type Channel,
  MapTeamsDocument,
  NearTouchpointsDocument,
  PlaceNewTouchpointDocument,
} from './journey-map.generated.js';

interface NewTouchpointProps {
  stageId: string;
  name: string;
  /** Takes one that the library has instead. */
  onKnown: (touchpointId: string) => void;
  onDone: () => void;
  report: ReportUnsaved;
}

/** A touchpoint that the library lacks: first what it has under a like name, then channel and owner. */
export function NewTouchpoint({ stageId, name: begun, onKnown, onDone, report }: NewTouchpointProps) {
  const { t } = useTranslation('journeys');
  const [name, setName] = useState(begun);
  const [channel, setChannel] = useState<Channel>('WEB');
  const [teamId, setTeamId] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [asked] = useDebouncedValue(name.trim(), 300);
  const [error, setError] = useState<AppError | null>(null);
  const { data: near } = useQuery(NearTouchpointsDocument, { variables: { name: asked }, skip: asked.length < 2 });
  const { data: teams } = useQuery(MapTeamsDocument, { variables: { search: search || null } });
  const [place, placing] = useAct(PlaceNewTouchpointDocument);
  const dirty = name.trim() !== begun.trim() || teamId !== null;
  const warning = useUnsavedChanges(dirty);
  useEffect(() => {
    report('new', dirty);
    return () => report('new', false);
  }, [report, dirty]);
  const save = async () => {
    const input = { name: name.trim(), channel, existence: 'EXISTING' as const };
    const outcome = await place({ stageId, input, teamId });
    if (outcome.error) return setError(outcome.error);
    onDone();
  };
  return (
    <Form
      aria-label={t('touchpoint.newTitle')}
      act={t('touchpoint.create')}
      busy={placing}
      error={error?.fields ? null : error}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('form.name')}
        maxLength={200}
        required
        value={name}
        error={error?.fields ? t('nameTaken') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {(near?.nearTouchpoints.length ?? 0) > 0 && (
        <div role="status">
          <p>{t('touchpoint.near')}</p>
          <Group gap="xs">
            {near?.nearTouchpoints.map((each) => (
              <Button key={each.id} size="compact-sm" variant="default" onClick={() => onKnown(each.id)}>
                {each.name}
              </Button>
            ))}
          </Group>
        </div>
      )}
      <NativeSelect
        label={t('import.channel')}
        value={channel}
        onChange={(event) => setChannel(CHANNELS.find((each) => each === event.currentTarget.value) ?? 'OTHER')}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value.toLowerCase() as 'app'}`) }))}
      />
      <Select
        label={t('touchpoint.owner')}
        clearable
        clearButtonProps={{ 'aria-label': t('form.nothing') }}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={(teams?.teams.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
        value={teamId}
        onChange={setTeamId}
      />
      <Group>
        <Button variant="subtle" onClick={onDone}>
          {t('form.back')}
        </Button>
      </Group>
      {warning}
    </Form>
  );
}
