import { NativeSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColumnSamples } from '../../ui/file-import/ColumnSamples.js';
import { PlainTable } from '../../ui/PlainTable.js';
import own from './FeedbackImports.module.css';
import { type Mapping, SOURCES, TARGETS, withColumn } from './feedback-mapping.js';

interface Column {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}

interface ColumnTargetsProps {
  mapping: Mapping;
  columns: readonly Column[];
  touchpoints: readonly { readonly id: string; readonly name: string }[];
  onChange: (mapping: Mapping) => void;
}

/** The API gives up to so many different cells of a column; where there are more, they are no list to go through. */
const MOST_VALUES = 20;

/** What each column holds: suggested from its name and its cells, to be corrected by the reader. */
export function ColumnTargets({ mapping, columns, touchpoints, onChange }: ColumnTargetsProps) {
  const { t } = useTranslation(['feedbackImports', 'feedback']);
  return (
    <PlainTable
      label={t('map.title')}
      columns={[
        { key: 'column', title: t('map.column') },
        { key: 'samples', title: t('map.samples') },
        { key: 'use', title: t('map.holds') },
      ]}
      rows={columns.map(({ index, header, samples }) => {
        const target = mapping.columns[index];
        const values = samples
          .map((sample) => sample.trim())
          .filter((sample) => sample !== '')
          .slice(0, MOST_VALUES);
        return {
          key: String(index),
          cells: [
            header,
            <ColumnSamples key="samples" of={samples} />,
            <div key="use" className={own.use}>
              <NativeSelect
                aria-label={t('map.holdsFor', { column: header })}
                size="xs"
                data={[
                  { value: '', label: t('target.IGNORE') },
                  ...TARGETS.map((value) => ({ value, label: t(`target.${value}`) })),
                ]}
                value={target ?? ''}
                onChange={(event) => {
                  const chosen = TARGETS.find((each) => each === event.currentTarget.value) ?? null;
                  onChange(withColumn(mapping, index, chosen));
                }}
              />
              {target === 'SOURCE' && (
                <Meanings
                  label={t('map.sourcesOf', { column: header })}
                  names={values}
                  asWritten={t('map.asWritten')}
                  choices={SOURCES.map((value) => ({ value, label: t(`feedback:source.${value}`) }))}
                  meant={mapping.sourceValues}
                  onChange={(sourceValues) => onChange({ ...mapping, sourceValues } as Mapping)}
                />
              )}
              {target === 'TOUCHPOINT' && (
                <Meanings
                  label={t('map.touchpointsOf', { column: header })}
                  names={values}
                  asWritten={t('map.asWritten')}
                  choices={touchpoints.map(({ id, name }) => ({ value: id, label: name }))}
                  meant={mapping.touchpointValues}
                  onChange={(touchpointValues) => onChange({ ...mapping, touchpointValues })}
                />
              )}
            </div>,
          ],
        };
      })}
    />
  );
}

interface MeaningsProps {
  label: string;
  /** What the file says. */
  names: readonly string[];
  /** What stands where nothing else was said: the name itself is looked for. */
  asWritten: string;
  choices: { value: string; label: string }[];
  meant: Readonly<Record<string, string>>;
  onChange: (meant: Record<string, string>) => void;
}

/** What the words of a file mean here. Names that are the same as ours need nothing. */
function Meanings({ label, names, asWritten, choices, meant, onChange }: MeaningsProps) {
  const ours = new Set(choices.map((choice) => choice.label.toLowerCase()));
  const asked = [...new Set([...Object.keys(meant), ...names])].filter((name) => !ours.has(name.toLowerCase()));
  if (asked.length === 0) return null;
  return (
    <details>
      <summary className={own.muted}>{label}</summary>
      <div className={own.meanings}>
        {asked.slice(0, MOST_VALUES).map((name) => (
          <Select
            key={name}
            size="xs"
            label={name}
            placeholder={asWritten}
            searchable
            clearable
            data={choices}
            value={meant[name] ?? null}
            onChange={(value) => {
              const { [name]: _, ...rest } = meant;
              onChange(value ? { ...rest, [name]: value } : rest);
            }}
          />
        ))}
      </div>
    </details>
  );
}
