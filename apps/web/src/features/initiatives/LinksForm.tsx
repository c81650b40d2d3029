import { useQuery } from '@apollo/client/react';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { GapsField } from './GapsField.js';
import { inputOf } from './initiative-input.js';
import {
  InitiativePlacesDocument,
  InitiativeProblemsDocument,
  type InitiativePageFieldsFragment,
  UpdateInitiativeDocument,
} from './initiatives.generated.js';
import { SearchedChoices } from './SearchedChoices.js';

interface LinksFormProps {
  initiative: InitiativePageFieldsFragment;
  onDone: () => void;
}

/** What an initiative answers and what it changes: pain points, touchpoints and gaps of an assessment. */
export function LinksForm({ initiative, onDone }: LinksFormProps) {
  const { t } = useTranslation('initiatives');
  const [update, busy] = useAct(UpdateInitiativeDocument);
  const [problem, setProblem] = useState('');
  const [place, setPlace] = useState('');
  // What is chosen stands in the field as if it had been typed: nothing is looked for by that.
  const problems = useQuery(InitiativeProblemsDocument, { variables: { search: problem } });
  const places = useQuery(InitiativePlacesDocument, { variables: { search: place } });
  const form = useForm({
    initialValues: {
      painPointIds: initiative.painPoints.map(({ id }) => id),
      touchpointIds: initiative.touchpoints.map(({ id }) => id),
      gaps: initiative.gaps.map(({ assessmentId, nodeId, targetLevel }) => ({
        assessmentId,
        nodeId,
        targetLevel: targetLevel ?? null,
      })),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: initiative.version,
    save: (links, version) =>
      update({
        id: initiative.id,
        version: version ?? initiative.version,
        input: { ...inputOf(initiative), ...links },
      }),
    busy,
    fields: [],
    saved: t('saved'),
    onDone,
    own: 'initiatives',
  });
  const named = ({ id, number, title }: { id: string; number: number; title: string }) => ({
    value: id,
    label: `P-${number} ${title}`,
  });
  const found = (problems.data ?? problems.previousData)?.painPoints.edges ?? [];
  const near = (places.data ?? places.previousData)?.touchpoints.edges ?? [];
  return (
    <>
      <Form onSubmit={onSubmit} act={t('save')} busy={busy} error={error} onCancel={onDone}>
        <SearchedChoices
          label={t('links.painPoints')}
          description={t('links.painPointsHelp')}
          chosen={initiative.painPoints.map(named)}
          found={found.filter(({ node }) => node.state !== 'DISMISSED').map(({ node }) => named(node))}
          onSearch={setProblem}
          {...form.getInputProps('painPointIds')}
        />
        <SearchedChoices
          label={t('links.touchpoints')}
          description={t('links.touchpointsHelp')}
          chosen={initiative.touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
          found={near.map(({ node }) => ({ value: node.id, label: node.name }))}
          onSearch={setPlace}
          {...form.getInputProps('touchpointIds')}
        />
        <GapsField
          known={initiative.gaps}
          value={form.values.gaps}
          onChange={(gaps) => form.setFieldValue('gaps', gaps)}
        />
      </Form>
      {dialogs}
    </>
  );
}
