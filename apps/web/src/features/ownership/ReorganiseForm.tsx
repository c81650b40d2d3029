import { skipToken, useQuery } from '@apollo/client/react';
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, toAppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { useFieldText } from '../../ui/field-errors.js';
import { Form } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { useUnsavedChanges } from '../../ui/use-unsaved-changes.js';
import { ReorganisationPreviewDocument, ReorganiseDocument, type Responsibility } from './ownership.generated.js';
import { RESPONSIBILITIES } from './ownership-words.js';
import { PlanPreview } from './PlanPreview.js';
import { reorganisationInput } from './reorganisation-input.js';
import classes from './ReorganiseForm.module.css';
import { useOwnerChoices } from './use-owner-choices.js';

interface ReorganiseFormProps {
  fromTeamId: string | undefined;
  touchpointId: string | undefined;
  onClose: () => void;
}

/** The plan is shown as soon as enough is chosen, and again whenever a choice changes; carried out is what is shown. */
export function ReorganiseForm({ fromTeamId, touchpointId, onClose }: ReorganiseFormProps) {
  const { t } = useTranslation('ownership');
  const [from, setFrom] = useState<string | null>(fromTeamId ?? null);
  const [to, setTo] = useState<string | null>(null);
  const [day, setDay] = useState('');
  const [parts, setParts] = useState<Responsibility[]>([]);
  // The touchpoints that are handed over; null means all of them.
  const [chosen, setChosen] = useState<string[] | null>(touchpointId ? [touchpointId] : null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const done = useRef(false);
  const begun = from !== (fromTeamId ?? null) || to !== null || day !== '' || parts.length > 0;
  const warning = useUnsavedChanges(() => begun && !done.current);
  const say = useFieldText();
  const everyTeam = useOwnerChoices(true);
  const activeTeams = useOwnerChoices().filter(({ value }) => value !== from);
  const [reorganise, busy] = useAct(ReorganiseDocument, {
    refetch: ['AccountabilityMatrix', 'AccountabilityFindings'],
  });

  const whole = reorganisationInput({ from, to, day, parts, chosen: null });
  const input = reorganisationInput({ from, to, day, parts, chosen });
  // Kept out of the cache: a plan is of the moment.
  const fresh = { fetchPolicy: 'no-cache' } as const;
  const all = useQuery(ReorganisationPreviewDocument, whole ? { variables: { input: whole }, ...fresh } : skipToken);
  const some = useQuery(
    ReorganisationPreviewDocument,
    chosen && input ? { variables: { input }, ...fresh } : skipToken,
  );
  const asked = chosen ? some : all;
  const plan = input ? asked.data?.reorganisationPreview : undefined;
  const failure = refusal ?? (input && asked.error ? toAppError(asked.error) : null);
  const problems = failure?.code === 'VALIDATION' ? (failure.fields ?? []) : [];
  const problemOf = (path: string) => {
    const problem = problems.find((field) => field.path.endsWith(path));
    return problem && say(problem);
  };
  const placed = ['fromTeamId', 'toTeamId', 'day'].some(problemOf);

  const choose = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      setRefusal(null);
      set(value);
    };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!input || !plan) return;
    const outcome = await reorganise({ input, planKey: plan.planKey });
    if (outcome.error) {
      setRefusal(outcome.error);
      // What stands in the way may have changed the plan: show it as it is now.
      if (outcome.error.code === 'CONFLICT') void Promise.all([all.refetch(), chosen && some.refetch()]);
      return;
    }
    done.current = true;
    notifyDone(t('reorganise.done', { count: outcome.data.reorganise.touchpointCount }));
    onClose();
  };

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      act={t('reorganise.act', { count: plan?.touchpointCount ?? 0 })}
      busy={busy}
      disabled={!plan}
      error={placed ? null : failure}
      sayKept={false}
      onCancel={onClose}
      aria-label={t('reorganise.title')}
    >
      <div className={classes.side}>
        <Select
          label={t('reorganise.from')}
          searchable
          required
          data={everyTeam}
          value={from}
          error={problemOf('fromTeamId')}
          onChange={(value) => {
            choose(setFrom)(value);
            setChosen(null);
          }}
        />
        <Select
          label={t('reorganise.to')}
          searchable
          required
          data={activeTeams}
          value={to}
          error={problemOf('toTeamId')}
          onChange={choose(setTo)}
        />
      </div>
      <TextInput
        type="date"
        label={t('reorganise.day')}
        description={t('reorganise.dayHelp')}
        required
        value={day}
        error={problemOf('day')}
        onChange={(event) => choose(setDay)(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('reorganise.parts')}
        description={t('reorganise.partsHelp')}
        placeholder={parts.length === 0 ? t('reorganise.allParts') : undefined}
        clearable
        clearButtonProps={{ 'aria-label': t('reorganise.allParts') }}
        data={RESPONSIBILITIES.map((value) => ({ value, label: t(`responsibility.${value}`) }))}
        value={parts}
        onChange={(value) => choose(setParts)(value as Responsibility[])}
      />
      {whole && (
        <PlanPreview
          everything={all.data?.reorganisationPreview}
          plan={plan}
          loading={all.loading || asked.loading}
          chosen={chosen}
          onChosen={choose(setChosen)}
        />
      )}
      {warning}
    </Form>
  );
}
