import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Announcer.js';
import type { AssessmentValues } from './assessment-form.js';
import { RATER_GROUP_KINDS } from './assessment-words.js';
import { GroupsOfPrevious } from './GroupsOfPrevious.js';
import { RaterGroupRow } from './RaterGroupRow.js';
import classes from './RaterGroupsField.module.css';

/** The groups of raters in the order in which results will show them: add, remove, move. */
interface RaterGroupsFieldProps {
  form: UseFormReturnType<AssessmentValues>;
  fixed: boolean;
  sizesFixed: boolean;
}

export function RaterGroupsField({ form, fixed, sizesFixed }: RaterGroupsFieldProps) {
  const { t } = useTranslation('assessments');
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const groups = form.values.raterGroups;
  const add = () => {
    // The next kind nobody has taken, under its usual name: most waves need nothing else.
    const kind = RATER_GROUP_KINDS.find((each) => !groups.some((group) => group.kind === each)) ?? 'OTHER';
    form.insertListItem('raterGroups', {
      key: crypto.randomUUID(),
      kind,
      name: kind === 'OTHER' ? '' : t(`groupKind.${kind}`),
      expectedSize: '',
    });
    // It said that there is no group; now there is one.
    form.clearFieldError('raterGroups');
  };
  const move = (from: number, to: number) => {
    form.reorderListItem('raterGroups', { from, to });
    announce(t('form.moved', { name: groups[from]?.name ?? '', position: to + 1 }));
  };
  const remove = (index: number) => {
    form.removeListItem('raterGroups', index);
    // The button that had the focus is gone with its row.
    list.current?.focus();
  };
  return (
    <div className={classes.groups}>
      <p className={classes.help}>{t('form.groupsHelp')}</p>
      <ol ref={list} tabIndex={-1} className={classes.list}>
        {groups.map((group, index) => (
          <RaterGroupRow
            key={group.key}
            form={form}
            index={index}
            fixed={fixed}
            sizesFixed={sizesFixed}
            onUp={index > 0 ? () => move(index, index - 1) : undefined}
            onDown={index < groups.length - 1 ? () => move(index, index + 1) : undefined}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {form.errors.raterGroups && <p className={classes.error}>{form.errors.raterGroups}</p>}
      {!fixed && groups.length === 0 && form.values.previousAssessmentId !== '' && (
        <GroupsOfPrevious form={form} previousId={form.values.previousAssessmentId} />
      )}
      {!fixed && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
          data-path="raterGroups"
          className={classes.add}
        >
          {t('form.addGroup')}
        </Button>
      )}
    </div>
  );
}
