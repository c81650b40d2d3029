import { useTranslation } from 'react-i18next';
import type { EditedField } from '../../ui/use-conflict.js';
import type { TouchpointValues } from './touchpoint-form.js';
import { DONTS } from './touchpoint-words.js';
import type { Channel, DontCheck, ServiceLevel, TouchpointExistence } from './touchpoints.generated.js';

/** The fields as the two versions of a touchpoint are compared by. */
export function useEditedFields(): EditedField<TouchpointValues>[] {
  const { t } = useTranslation('touchpoints');
  return [
    { key: 'name', label: t('field.name') },
    { key: 'description', label: t('field.description') },
    { key: 'channel', label: t('field.channel'), show: (value) => t(`channel.${value as Channel}`) },
    { key: 'existence', label: t('field.existence'), show: (value) => t(`existence.${value as TouchpointExistence}`) },
    ...DONTS.map((dont) => ({
      key: dont,
      label: t(`dont.${dont}`),
      show: (value: string | null) => t(`check.${(value as DontCheck | null) ?? 'UNCHECKED'}`),
    })),
    {
      key: 'serviceLevel',
      label: t('field.serviceLevel'),
      show: (value) => (value ? t(`level.${value as ServiceLevel}`) : ''),
    },
  ];
}
