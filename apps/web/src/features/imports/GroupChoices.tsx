import { NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import { columnOf, groupNames, type Mapping } from './column-mapping.js';
import type { ImportContextQuery, UploadedTableQuery } from './imports.generated.js';
import classes from '../../ui/file-import/FileImport.module.css';

interface GroupChoicesProps {
  mapping: Mapping;
  columns: UploadedTableQuery['uploadedTable']['columns'];
  groups: ImportContextQuery['assessment']['raterGroups'];
  onChange: (mapping: Mapping) => void;
}

/** What the file calls our groups; or one group for everybody, when no column says it. */
export function GroupChoices({ mapping, columns, groups, onChange }: GroupChoicesProps) {
  const { t } = useTranslation('imports');
  const choices = [
    { value: '', label: t('groups.choose') },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const hasColumn = columnOf(mapping, 'group') !== null;
  const names = groupNames(mapping, columns);
  return (
    <Stack>
      <p className={classes.help}>{hasColumn ? t('groups.help') : t('groups.helpWithout')}</p>
      {hasColumn && (
        <PlainTable
          label={t('groups.title')}
          columns={[
            { key: 'name', title: t('groups.inFile') },
            { key: 'group', title: t('groups.ours') },
          ]}
          rows={names.map((name) => ({
            key: name,
            cells: [
              name,
              <NativeSelect
                key="group"
                size="xs"
                maw={320}
                aria-label={t('groups.oursFor', { name })}
                data={choices}
                value={mapping.groupValues[name] ?? ''}
                onChange={(event) =>
                  onChange({
                    ...mapping,
                    groupValues: { ...mapping.groupValues, [name]: event.currentTarget.value },
                  })
                }
              />,
            ],
          }))}
        />
      )}
      <NativeSelect
        label={hasColumn ? t('groups.fallback') : t('groups.everybody')}
        maw={320}
        data={choices}
        value={mapping.raterGroupId}
        onChange={(event) => onChange({ ...mapping, raterGroupId: event.currentTarget.value })}
      />
    </Stack>
  );
}
