import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssessmentValues } from './assessment-form.js';
import { RATER_GROUP_KINDS } from './assessment-words.js';
import type { RaterGroupKind } from './assessments.generated.js';
import classes from './RaterGroupsField.module.css';

interface RaterGroupRowProps {
  form: UseFormReturnType<AssessmentValues>;
  index: number;
  fixed: boolean;
  sizesFixed: boolean;
  onUp?: () => void;
  onDown?: () => void;
  onRemove: () => void;
}

export function RaterGroupRow({ form, index, fixed, sizesFixed, onUp, onDown, onRemove }: RaterGroupRowProps) {
  const { t } = useTranslation('assessments');
  const group = form.values.raterGroups[index];
  if (!group) return null;
  const { minimumGroupSize } = form.values;
  const name = group.name || t('form.unnamedGroup', { position: index + 1 });
  const path = `raterGroups.${index}`;
  const tooSmall =
    group.expectedSize !== '' &&
    minimumGroupSize !== '' &&
    group.expectedSize > 0 &&
    group.expectedSize < minimumGroupSize;

  const changeKind = (kind: RaterGroupKind) => {
    form.setFieldValue(`${path}.kind`, kind);
    // A name that only repeated the old kind follows the new one; a name somebody chose stays.
    if (group.name === '' || group.name === t(`groupKind.${group.kind}`))
      form.setFieldValue(`${path}.name`, kind === 'OTHER' ? '' : t(`groupKind.${kind}`));
  };

  return (
    <li className={classes.row}>
      <div className={classes.fields}>
        <NativeSelect
          label={t('form.groupKind')}
          disabled={fixed}
          data={RATER_GROUP_KINDS.map((kind) => ({ value: kind, label: t(`groupKind.${kind}`) }))}
          value={group.kind}
          onChange={(event) => changeKind(event.currentTarget.value as RaterGroupKind)}
        />
        <TextInput
          label={t('form.groupName')}
          required
          disabled={fixed}
          data-path={`${path}.name`}
          {...form.getInputProps(`${path}.name`)}
        />
        <NumberInput
          label={t('form.groupExpected')}
          required
          disabled={sizesFixed}
          min={1}
          clampBehavior="none"
          allowDecimal={false}
          data-path={`${path}.expectedSize`}
          {...form.getInputProps(`${path}.expectedSize`)}
          onChange={(value) => form.setFieldValue(`${path}.expectedSize`, typeof value === 'number' ? value : '')}
        />
        {!fixed && (
          <div className={classes.acts}>
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('form.moveUp', { name })}
              disabled={!onUp}
              onClick={onUp}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('form.moveDown', { name })}
              disabled={!onDown}
              onClick={onDown}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size={36}
              color="red"
              aria-label={t('form.removeGroup', { name })}
              onClick={onRemove}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        )}
      </div>
      {tooSmall && (
        <p className={classes.warning}>
          {t('form.groupTooSmall', { expected: group.expectedSize, minimum: minimumGroupSize })}
        </p>
      )}
    </li>
  );
}
