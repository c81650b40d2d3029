import { useQuery } from '@apollo/client/react';
import { Fieldset, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useCan } from '../../session/session.js';
import { ConsequentialButton } from '../../ui/ConsequentialButton.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { PainPointsField } from '../choices/index.js';
import classes from './Opportunities.module.css';
import {
  ArchiveOpportunityDocument,
  CreateOpportunityDocument,
  OpportunityCriteriaDocument,
  type OpportunityFieldsFragment,
  UpdateOpportunityDocument,
} from './opportunities.generated.js';
import { IMPACTS } from './opportunity-words.js';

interface OpportunityFormProps {
  opportunity: OpportunityFieldsFragment | undefined;
  /** What a new one is about. */
  painPoint?: OpportunityFieldsFragment['painPoints'][number];
  onDone: () => void;
}

type Estimate = number | string;
const estimate = (value: number | null | undefined): Estimate => value ?? '';
const numberOf = (value: Estimate): number | null => (value === '' ? null : Number(value));
const STALE = ['OpportunityList', 'OpportunityLenses', 'PainPointPage'];

/** What could be done about pain points, with the estimates that the lenses ask for; none of them has to be given. */
export function OpportunityForm({ opportunity, painPoint, onDone }: OpportunityFormProps) {
  const { t } = useTranslation('opportunities');
  const formats = useFormats();
  const mayArchive = useCan()('archive', 'Opportunity');
  const { data } = useQuery(OpportunityCriteriaDocument);
  const [create, creating] = useAct(CreateOpportunityDocument, { refetch: STALE });
  const [update, updating] = useAct(UpdateOpportunityDocument, { refetch: STALE });
  const [archive, archiving] = useAct(ArchiveOpportunityDocument, { refetch: STALE });
  const criteria = data?.opportunityCriteria.criteria ?? [];
  const known = opportunity?.painPoints ?? (painPoint ? [painPoint] : []);
  const form = useForm({
    initialValues: {
      title: opportunity?.title ?? '',
      description: opportunity?.description ?? '',
      painPointIds: known.map(({ id }) => id),
      reach: estimate(opportunity?.reach),
      impact: opportunity?.impact == null ? '' : String(opportunity.impact),
      confidence: estimate(opportunity?.confidence == null ? null : Math.round(opportunity.confidence * 100)),
      effort: estimate(opportunity?.effort),
      ease: estimate(opportunity?.ease),
      userValue: estimate(opportunity?.userValue),
      timeCriticality: estimate(opportunity?.timeCriticality),
      riskReduction: estimate(opportunity?.riskReduction),
      scores: Object.fromEntries(
        (opportunity?.scores ?? []).map(({ criterionId, score }) => [criterionId, score]),
      ) as Record<string, Estimate>,
    },
    validate: { title: (title) => (title.trim() ? null : t('form.titleMissing')) },
  });
  const { onSubmit, error, refuse, finish, dialogs } = useObjectForm({
    form,
    version: opportunity?.version,
    save: (values, version) => {
      const confidence = numberOf(values.confidence);
      const input = {
        title: values.title,
        description: values.description,
        painPointIds: values.painPointIds,
        reach: numberOf(values.reach),
        impact: numberOf(values.impact),
        confidence: confidence === null ? null : confidence / 100,
        effort: numberOf(values.effort),
        ease: numberOf(values.ease),
        userValue: numberOf(values.userValue),
        timeCriticality: numberOf(values.timeCriticality),
        riskReduction: numberOf(values.riskReduction),
        scores: criteria.flatMap(({ id }) => {
          const score = numberOf(values.scores[id] ?? '');
          return score === null ? [] : [{ criterionId: id, score }];
        }),
      };
      return opportunity && version !== undefined ? update({ id: opportunity.id, version, input }) : create({ input });
    },
    busy: creating || updating,
    fields: [{ key: 'title', label: t('field.title') }],
    saved: t('form.saved'),
    onDone: () => onDone(),
    own: 'opportunities',
  });
  const size = { min: 0, decimalScale: 2 };
  return (
    <>
      <Form
        onSubmit={onSubmit}
        act={opportunity ? t('form.save') : t('create')}
        busy={creating || updating}
        error={error}
        onCancel={() => onDone()}
      >
        <TextInput label={t('field.title')} maxLength={200} data-autofocus {...form.getInputProps('title')} />
        <Textarea label={t('field.description')} rows={3} maxLength={4000} {...form.getInputProps('description')} />
        <PainPointsField
          label={t('field.painPoints')}
          description={t('form.painPoints')}
          known={known}
          {...form.getInputProps('painPointIds')}
        />
        <Fieldset legend={t('form.estimates')}>
          <p className={classes.quiet}>{t('form.estimatesHelp')}</p>
          <div className={classes.estimates}>
            <NumberInput
              label={t('field.reach')}
              description={t('form.reach')}
              {...size}
              {...form.getInputProps('reach')}
            />
            <Select
              label={t('field.impact')}
              description={t('form.impact')}
              clearable
              clearButtonProps={{ 'aria-label': t('form.noEstimate') }}
              data={IMPACTS.map((value) => ({
                value: String(value),
                label: t('form.impactStep', { step: t(`impact.${value}` as 'impact.3'), value: formats.number(value) }),
              }))}
              {...form.getInputProps('impact')}
            />
            <NumberInput
              label={t('field.confidence')}
              description={t('form.confidence')}
              min={0}
              max={100}
              suffix=" %"
              {...form.getInputProps('confidence')}
            />
            <NumberInput
              label={t('field.effort')}
              description={t('form.effort')}
              {...size}
              {...form.getInputProps('effort')}
            />
            <NumberInput
              label={t('field.ease')}
              description={t('form.ease')}
              min={1}
              max={10}
              allowDecimal={false}
              {...form.getInputProps('ease')}
            />
          </div>
        </Fieldset>
        <Fieldset legend={t('form.delay')}>
          <p className={classes.quiet}>{t('form.delayHelp')}</p>
          <div className={classes.estimates}>
            <NumberInput label={t('field.userValue')} {...size} {...form.getInputProps('userValue')} />
            <NumberInput label={t('field.timeCriticality')} {...size} {...form.getInputProps('timeCriticality')} />
            <NumberInput label={t('field.riskReduction')} {...size} {...form.getInputProps('riskReduction')} />
          </div>
        </Fieldset>
        {criteria.length > 0 && (
          <Fieldset legend={t('form.criteria')}>
            <p className={classes.quiet}>{t('form.criteriaHelp')}</p>
            <div className={classes.estimates}>
              {criteria.map(({ id, name, direction }) => (
                <NumberInput
                  key={id}
                  label={name}
                  description={t(`direction.${direction}`)}
                  min={1}
                  max={5}
                  allowDecimal={false}
                  value={form.values.scores[id] ?? ''}
                  onChange={(score) => form.setFieldValue('scores', { ...form.values.scores, [id]: score })}
                />
              ))}
            </div>
          </Fieldset>
        )}
      </Form>
      {opportunity && mayArchive && !opportunity.archivedAt && (
        <ConsequentialButton
          act={t('archive.act')}
          title={t('archive.title', { title: opportunity.title })}
          consequence={t('archive.text')}
          perform={() => archive({ id: opportunity.id, version: opportunity.version })}
          busy={archiving}
          onDone={() => finish(t('archive.done'))}
          onRefused={refuse}
        />
      )}
      {dialogs}
    </>
  );
}
