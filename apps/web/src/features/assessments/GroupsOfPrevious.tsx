import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { AssessmentValues } from './assessment-form.js';
import { AssessmentRunDocument } from './assessments.generated.js';
import classes from './RaterGroupsField.module.css';

/** Waves are compared group by group: the next one begins with the groups of the last, under the same names. */
export function GroupsOfPrevious({
  form,
  previousId,
}: {
  form: UseFormReturnType<AssessmentValues>;
  previousId: string;
}) {
  const { t } = useTranslation('assessments');
  const { data } = useQuery(AssessmentRunDocument, { variables: { id: previousId } });
  const groups = data?.assessment.raterGroups ?? [];
  if (groups.length === 0) return null;
  const take = () => {
    form.setFieldValue(
      'raterGroups',
      groups.map(({ kind, name, expectedSize }) => ({ key: crypto.randomUUID(), kind, name, expectedSize })),
    );
    form.clearFieldError('raterGroups');
  };
  return (
    <Button variant="default" onClick={take} className={classes.add}>
      {t('form.groupsOfPrevious', { count: groups.length })}
    </Button>
  );
}
