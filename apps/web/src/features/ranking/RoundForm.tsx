import { useQuery } from '@apollo/client/react';
import { MultiSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outcome, useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { SearchedChoices } from '../../ui/SearchedChoices.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import classes from './Ranking.module.css';
import type { Round } from './ranking-words.js';
import {
  OpenRankingRoundDocument,
  RankingItemChoicesDocument,
  RankingJudgeChoicesDocument,
  UpdateRankingRoundDocument,
} from './ranking.generated.js';

const FEWEST = 3;
const MOST = 30;

/** Opens a round, or changes its name, day and judges while they judge: what is ranked stays what it is. */
export function RoundForm({ round, onDone }: { round?: Round; onDone: () => void }) {
  const { t } = useTranslation('ranking');
  const navigate = useNavigate();
  const [open, opening] = useAct(OpenRankingRoundDocument, { refetch: ['RankingList'] });
  const [update, updating] = useAct(UpdateRankingRoundDocument, { refetch: ['RankingPage'] });
  const people = useJudgeChoices(round);
  const several = (ids: string[]) =>
    ids.length < FEWEST || ids.length > MOST ? t('form.several', { fewest: FEWEST, most: MOST }) : null;
  const form = useForm({
    initialValues: {
      name: round?.name ?? '',
      opportunityIds: round?.items.map(({ opportunityId }) => opportunityId) ?? [],
      judgeIds: round?.judges.filter(({ excusedAt }) => !excusedAt).map(({ membershipId }) => membershipId) ?? [],
      closesOn: round?.closesOn ?? '',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('form.nameMissing')),
      opportunityIds: several,
      judgeIds: several,
      closesOn: (day) => (day ? null : t('form.dayMissing')),
    },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: round?.version,
    save: async ({ name, closesOn, judgeIds, opportunityIds }, version): Promise<Outcome<string | null>> => {
      const input = { name, closesOn, judgeIds };
      if (round && version !== undefined) {
        const changed = await update({ id: round.id, version, input });
        return changed.error ? { error: changed.error } : { data: null };
      }
      const opened = await open({ input: { ...input, opportunityIds } });
      return opened.error ? { error: opened.error } : { data: opened.data.openRankingRound.id };
    },
    busy: opening || updating,
    fields: [
      { key: 'name', label: t('field.name') },
      { key: 'closesOn', label: t('field.closesOn') },
    ],
    saved: round ? t('saved') : t('opened'),
    onSaved: (id: string | null) =>
      id ? void navigate({ to: '/ranking/$roundId', params: { roundId: id } }) : onDone(),
    own: 'ranking',
  });
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={round ? t('save') : t('open')}
        busy={opening || updating}
        error={error}
        onCancel={onDone}
      >
        <TextInput
          label={t('field.name')}
          description={t('form.nameHelp')}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        {round ? (
          <p className={classes.quiet}>{t('form.itemsStay')}</p>
        ) : (
          <ItemsField
            value={form.values.opportunityIds}
            onChange={(ids) => form.setFieldValue('opportunityIds', ids)}
            error={form.errors['opportunityIds']}
          />
        )}
        <MultiSelect
          label={t('field.judges')}
          description={t('form.judgesHelp')}
          searchable
          data={people}
          {...form.getInputProps('judgeIds')}
        />
        <TextInput
          type="date"
          label={t('field.closesOn')}
          description={t('form.closesOnHelp')}
          {...form.getInputProps('closesOn')}
        />
      </Form>
      {dialogs}
    </>
  );
}

/** Executives and team leads; whoever judges already stays to be seen, also where the role has changed since. */
function useJudgeChoices(round: Round | undefined) {
  const { t } = useTranslation('ranking');
  const { data } = useQuery(RankingJudgeChoicesDocument);
  const choicesOf = (edges: readonly { node: { id: string; name: string } }[] = []) =>
    edges.map(({ node }) => ({ value: node.id, label: node.name }));
  const executives = choicesOf(data?.executives.edges);
  const leads = choicesOf(data?.leads.edges);
  const known = new Set([...executives, ...leads].map(({ value }) => value));
  const others = (round?.judges ?? [])
    .filter(({ membershipId }) => !known.has(membershipId))
    .map(({ membershipId, name }) => ({ value: membershipId, label: name }));
  return [
    { group: t('form.executives'), items: executives },
    { group: t('form.leads'), items: leads },
    ...(data && others.length > 0 ? [{ group: t('form.others'), items: others }] : []),
  ];
}

interface ItemsFieldProps {
  value?: string[];
  onChange: (ids: string[]) => void;
  error?: ReactNode;
}

/** Opportunities that are open or taken up; the server searches them. */
function ItemsField(field: ItemsFieldProps) {
  const { t } = useTranslation('ranking');
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(RankingItemChoicesDocument, { variables: { search: search || null } });
  const found = ((data ?? previousData)?.opportunities.edges ?? []).map(({ node: { id, number, title } }) => ({
    value: id,
    label: `O-${number} ${title}`,
  }));
  return (
    <SearchedChoices
      label={t('field.items')}
      description={t('form.itemsHelp')}
      chosen={[]}
      found={found}
      onSearch={setSearch}
      {...field}
    />
  );
}
