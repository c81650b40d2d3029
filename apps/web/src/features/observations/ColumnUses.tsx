import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ColumnSamples } from '../../ui/file-import/ColumnSamples.js';
import { PlainTable } from '../../ui/PlainTable.js';
import {
  type ColumnOfOthers,
  type ColumnUse,
  type Mapping,
  type Metric,
  readUse,
  withColumn,
  writeUse,
} from './mapping.js';
import own from './Observations.module.css';
import { useColumnOptions } from './use-column-options.js';

interface Column {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}

interface ColumnUsesProps {
  mapping: Mapping;
  columns: readonly Column[];
  metrics: readonly Metric[];
  ofOthers: readonly ColumnOfOthers[];
  onChange: (mapping: Mapping) => void;
}

const MOST_WORDS = 8;
const NUMBER = /^[\s+\-−]?[\d.,\s'’]+%?$/;
const NOTHING = /^(na|n\/a|#n\/a|n\.a\.|nan|null|none|-|–|—|不适用|无|未评价)$/i;
const wordsIn = (samples: readonly string[]): string[] =>
  samples.filter((sample) => sample !== '' && !NUMBER.test(sample) && !NOTHING.test(sample.trim()));

/** What each column holds: suggested from its name and its cells, to be corrected by the reader. */
export function ColumnUses({ mapping, columns, metrics, ofOthers, onChange }: ColumnUsesProps) {
  const { t } = useTranslation('observations');
  const options = useColumnOptions(mapping.shape, metrics);
  return (
    <PlainTable
      label={t('map.columns')}
      columns={[
        { key: 'column', title: t('map.column') },
        { key: 'samples', title: t('map.samples') },
        { key: 'use', title: t('map.holds') },
      ]}
      rows={columns.map((column) => {
        const { index, header, samples } = column;
        const held = mapping.columns[index];
        const foreign = ofOthers.find((each) => each.column === index);
        return {
          key: String(index),
          cells: [
            header,
            <ColumnSamples key="samples" of={samples} />,
            <div key="use" className={own.use}>
              <NativeSelect
                aria-label={t('map.holdsFor', { column: header })}
                size="xs"
                data={options}
                value={writeUse(held)}
                onChange={(event) => onChange(withColumn(mapping, index, readUse(event.currentTarget.value, header)))}
              />
              {foreign && <WhoseItIs of={foreign} />}
              {held && (
                <Details
                  held={held}
                  column={column}
                  metric={metrics.find(({ id }) => id === held.metricId)}
                  onChange={(next) => onChange(withColumn(mapping, index, next))}
                />
              )}
            </div>,
          ],
        };
      })}
    />
  );
}

/** Why a column that is understood is left out all the same, and who can bring it in. */
function WhoseItIs({ of: { metricName: metric, teamName: team } }: { of: ColumnOfOthers }) {
  const { t } = useTranslation('observations');
  return <span className={own.muted}>{team ? t('map.ofTeam', { metric, team }) : t('map.ofNobody', { metric })}</span>;
}

interface DetailsProps {
  held: ColumnUse;
  column: Column;
  metric: Metric | undefined;
  onChange: (use: ColumnUse) => void;
}

const MEASURES = new Set(['MEAN', 'SUM', 'MINIMUM', 'MAXIMUM', 'LAST']);

/** What has to be known besides: how segments are called, in what the file counts, which number a word means. */
function Details({ held, column, metric, onChange }: DetailsProps) {
  const { t } = useTranslation('observations');
  if (held.target === 'SEGMENT')
    return (
      <TextInput
        size="xs"
        aria-label={t('map.dimensionOf', { column: column.header })}
        description={t('map.dimension')}
        maxLength={100}
        value={held.dimension ?? ''}
        onChange={(event) => onChange({ ...held, dimension: event.currentTarget.value })}
      />
    );
  if (held.target !== 'METRIC' && held.target !== 'VALUE') return null;
  const words = wordsIn(column.samples);
  const known = Object.keys(held.words).length > 0;
  return (
    <>
      {metric && <ScaleOf metric={metric} />}
      {metric && MEASURES.has(metric.aggregation) && (
        <TextInput
          size="xs"
          aria-label={t('map.unitOf', { column: column.header })}
          description={t('map.unit')}
          placeholder={metric.unit}
          maxLength={40}
          value={held.unit ?? ''}
          onChange={(event) => onChange({ ...held, unit: event.currentTarget.value || null })}
        />
      )}
      {(known || (words.length > 0 && words.length <= MOST_WORDS)) && (
        <div className={own.words} role="group" aria-label={t('map.words', { column: column.header })}>
          {[...new Set([...Object.keys(held.words), ...words])].slice(0, MOST_WORDS).map((word) => (
            <NumberInput
              key={word}
              size="xs"
              w={120}
              label={word}
              placeholder={t('map.noNumber')}
              value={held.words[word] ?? ''}
              onChange={(value) => {
                const { [word]: _, ...rest } = held.words;
                onChange({ ...held, words: typeof value === 'number' ? { ...rest, [word]: value } : rest });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

function ScaleOf({ metric }: { metric: Metric }) {
  const { t } = useTranslation('observations');
  const { scaleMinimum: from, scaleMaximum: to, notApplicable } = metric;
  if (from === null || to === null) return null;
  return (
    <span className={own.muted}>
      {notApplicable.length > 0
        ? t('map.scaleWithout', { from, to, values: notApplicable.join(', ') })
        : t('map.scale', { from, to })}
    </span>
  );
}
