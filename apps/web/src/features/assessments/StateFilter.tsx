import { useQuery } from '@apollo/client/react';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { ASSESSMENT_STATES } from './assessment-words.js';
import { AssessmentCountsDocument, type AssessmentState } from './assessments.generated.js';
import classes from './StateFilter.module.css';

interface StateFilterProps {
  state: AssessmentState | undefined;
  search: string | undefined;
  onState: (state: AssessmentState | undefined) => void;
}

const countName = {
  DRAFT: 'draft',
  OPEN: 'open',
  CLOSED: 'closed',
  PUBLISHED: 'published',
  ARCHIVED: 'archived',
} as const;

/** One button per state with how many there are, so that nobody opens an empty filter. */
export function StateFilter({ state, search, onState }: StateFilterProps) {
  const { t } = useTranslation('assessments');
  const { number } = useFormats();
  // Kept out of the cache: one-row pages must not replace the list that shares their filters.
  const { data } = useQuery(AssessmentCountsDocument, { variables: { search }, fetchPolicy: 'no-cache' });
  const choices = [
    { value: undefined, label: t('list.all'), count: data?.all.totalCount },
    ...ASSESSMENT_STATES.map((value) => ({
      value,
      label: t(`state.${value}`),
      count: data?.[countName[value]].totalCount,
    })),
  ];
  return (
    <div role="group" aria-label={t('list.state')} className={classes.states}>
      {choices.map((choice) => (
        <UnstyledButton
          key={choice.label}
          className={classes.state}
          aria-pressed={choice.value === state}
          onClick={() => onState(choice.value)}
        >
          {choice.label}
          {choice.count !== undefined && <span className={classes.count}>{number(choice.count)}</span>}
        </UnstyledButton>
      ))}
    </div>
  );
}
