import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import type { ColumnUse, Mapping } from './column-mapping.js';
import type { ImportableItemsQuery, ImportShape, UploadedTableQuery } from './imports.generated.js';
import { ColumnSamples } from '../../ui/file-import/ColumnSamples.js';
import { readUse, writeUse } from './column-use.js';
import { useColumnOptions } from './use-column-options.js';

interface ColumnChoicesProps {
  mapping: Mapping;
  columns: UploadedTableQuery['uploadedTable']['columns'];
  model: ImportableItemsQuery['maturityModelVersion'];
  onChange: (mapping: Mapping) => void;
}

const SHAPES: readonly ImportShape[] = ['ROW_PER_RESPONDENT', 'ROW_PER_ANSWER'];

/** What each column holds: suggested from its name, to be corrected by the reader. */
export function ColumnChoices({ mapping, columns, model, onChange }: ColumnChoicesProps) {
  const { t } = useTranslation('imports');
  const options = useColumnOptions(model, mapping.shape);
  const choose = (index: number, use: ColumnUse | null) => {
    const rest = Object.fromEntries(Object.entries(mapping.columns).filter(([column]) => Number(column) !== index));
    onChange({ ...mapping, columns: use ? { ...rest, [index]: use } : rest });
  };
  return (
    <Stack>
      <Radio.Group
        label={t('map.shape')}
        value={mapping.shape}
        onChange={(value) => {
          const shape = SHAPES.find((each) => each === value);
          // The columns of one shape mean nothing in the other.
          if (shape) onChange({ ...mapping, shape, columns: {} });
        }}
      >
        <Stack gap="xs" mt="xs">
          {SHAPES.map((shape) => (
            <Radio
              key={shape}
              value={shape}
              label={t(`map.shapes.${shape}`)}
              description={t(`map.shapesHelp.${shape}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <PlainTable
        label={t('map.title')}
        columns={[
          { key: 'column', title: t('map.column') },
          { key: 'samples', title: t('map.samples') },
          { key: 'use', title: t('map.holds') },
        ]}
        rows={columns.map((column) => ({
          key: String(column.index),
          cells: [
            column.header || t('map.unnamed', { position: column.index + 1 }),
            <ColumnSamples key="samples" of={column.samples} />,
            <NativeSelect
              key="use"
              aria-label={t('map.holdsFor', { column: column.header || column.index + 1 })}
              size="xs"
              data={options}
              value={writeUse(mapping.columns[column.index])}
              onChange={(event) => choose(column.index, readUse(event.currentTarget.value))}
            />,
          ],
        }))}
      />
      <TextInput
        label={t('map.naWords')}
        description={t('map.naWordsHelp')}
        defaultValue={mapping.notApplicableWords.join(', ')}
        onBlur={(event) => {
          const words = event.currentTarget.value.split(/[,，;；]/).map((word) => word.trim());
          onChange({ ...mapping, notApplicableWords: words.filter((word) => word !== '') });
        }}
        maw={480}
      />
    </Stack>
  );
}
