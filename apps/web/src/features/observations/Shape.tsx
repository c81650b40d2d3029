import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Mapping, SHAPES, withShape } from './mapping.js';

/** What a row of the file is. */
export function Shape({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const { t } = useTranslation('observations');
  return (
    <Radio.Group
      label={t('shape.label')}
      value={mapping.shape}
      onChange={(value) => {
        const shape = SHAPES.find((each) => each === value);
        if (shape) onChange(withShape(mapping, shape));
      }}
    >
      <Stack gap="xs" mt="xs">
        {SHAPES.map((shape) => (
          <Radio key={shape} value={shape} label={t(`shape.${shape}`)} description={t(`shape.help.${shape}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
