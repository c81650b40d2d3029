import { useQuery } from '@apollo/client/react';
import { Button, Fieldset, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalizedText, useLocalizedText } from '../../i18n/localized-text.js';
import classes from './Initiatives.module.css';
import {
  AssessmentPartsDocument,
  InitiativeAssessmentsDocument,
  type InitiativePageFieldsFragment,
} from './initiatives.generated.js';

export interface Gap {
  assessmentId: string;
  nodeId: string;
  targetLevel: number | null;
}

interface GapsFieldProps {
  /** Those with names that were there before. */
  known: InitiativePageFieldsFragment['gaps'];
  value: Gap[];
  onChange: (gaps: Gap[]) => void;
}

/** Gaps of published assessments: which part of the model is to reach which level. */
export function GapsField({ known, value, onChange }: GapsFieldProps) {
  const { t } = useTranslation('initiatives');
  const text = useLocalizedText();
  const [names, setNames] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      known.map((gap) => [
        keyOf(gap),
        t('links.gap', { part: text(gap.nodeName as LocalizedText) || gap.nodeId, assessment: gap.assessmentName }),
      ]),
    ),
  );
  const [assessmentId, setAssessmentId] = useState<string | null>(null);
  const [nodeId, setNodeId] = useState<string | null>(null);
  const [level, setLevel] = useState<number | string>('');
  const { data } = useQuery(InitiativeAssessmentsDocument);
  const parts = useQuery(AssessmentPartsDocument, {
    variables: { assessmentId: assessmentId ?? '' },
    skip: assessmentId === null,
  });
  const assessments = (data?.assessments.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }));
  const model = parts.data?.results.model;
  const nodes = (model?.dimensions ?? []).map((dimension) => ({
    group: text(dimension.name),
    items: [
      { value: dimension.id, label: t('links.whole', { dimension: text(dimension.name) }) },
      ...dimension.practices.map(({ id, name }) => ({ value: id, label: text(name) })),
    ],
  }));
  const levels = model?.levels.map((each) => each.value) ?? [1, 5];
  const add = () => {
    if (!assessmentId || !nodeId) return;
    const gap = { assessmentId, nodeId, targetLevel: level === '' ? null : Number(level) };
    const part = nodes.flatMap(({ items }) => items).find((each) => each.value === nodeId)?.label ?? nodeId;
    const assessment = assessments.find((each) => each.value === assessmentId)?.label;
    setNames((last) => ({ ...last, [keyOf(gap)]: t('links.gap', { part, assessment }) }));
    onChange([...value.filter((each) => keyOf(each) !== keyOf(gap)), gap]);
    setNodeId(null);
    setLevel('');
  };
  return (
    <Fieldset legend={t('links.gaps')}>
      <p className={classes.quiet}>{t('links.gapsHelp')}</p>
      {value.length > 0 && (
        <ul className={classes.plain}>
          {value.map((gap) => (
            <li key={keyOf(gap)} className={classes.line}>
              <span>
                {names[keyOf(gap)]}
                {gap.targetLevel !== null && ` · ${t('links.toLevel', { level: gap.targetLevel })}`}
              </span>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onChange(value.filter((each) => keyOf(each) !== keyOf(gap)))}
                aria-label={t('links.removeGap', { gap: names[keyOf(gap)] })}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Select
        label={t('links.assessment')}
        data={assessments}
        value={assessmentId}
        onChange={(id) => {
          setAssessmentId(id);
          setNodeId(null);
        }}
        searchable
        nothingFoundMessage={t('links.noAssessment')}
      />
      {assessmentId && (
        <>
          <Select label={t('links.part')} data={nodes} value={nodeId} onChange={setNodeId} searchable mt="xs" />
          <NumberInput
            label={t('links.level')}
            min={Math.min(...levels)}
            max={Math.max(...levels)}
            step={0.5}
            value={level}
            onChange={setLevel}
            mt="xs"
          />
        </>
      )}
      <Button variant="default" size="xs" mt="sm" disabled={!assessmentId || !nodeId} onClick={add}>
        {t('links.addGap')}
      </Button>
    </Fieldset>
  );
}

const keyOf = ({ assessmentId, nodeId }: { assessmentId: string; nodeId: string }): string =>
  `${assessmentId} ${nodeId}`;
