import { skipToken, useQuery } from '@apollo/client/react';
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../ui/PlainTable.js';
import {
  type Around,
  type Kind,
  isTouchpoint,
  kindsFor,
  type Offered,
  type Row,
  rowProblems,
  WHOLE_JOURNEY,
} from './new-metrics.js';
import own from './Observations.module.css';
import { SetUpChoicesDocument, SetUpStagesDocument } from './observations.generated.js';

interface NewMetricRowsProps {
  offered: readonly Offered[];
  rows: readonly Row[];
  columns: readonly { readonly index: number; readonly header: string }[];
  around: Around;
  onChange: (rows: readonly Row[]) => void;
}

/** One line per column: whether a metric is made for it, what it is called, what kind it is, where it belongs. */
export function NewMetricRows({ offered, rows, columns, around, onChange }: NewMetricRowsProps) {
  const { t } = useTranslation('observations');
  const { data: choices } = useQuery(SetUpChoicesDocument);
  const { data: map } = useQuery(
    SetUpStagesDocument,
    around.journeyId ? { variables: { id: around.journeyId } } : skipToken,
  );
  const stages = around.journeyId ? (map?.journeyMap.stages.map(({ name }) => name) ?? []) : around.stages;
  const knows = ({ stage, ...row }: Row) =>
    stages.includes(stage) || (stage === WHOLE_JOURNEY && !isTouchpoint({ stage, ...row }));
  const teams = choices?.teams.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const chosen = rows.filter((row) => row.chosen).length;
  const headerOf = (column: number) => columns.find(({ index }) => index === column)?.header ?? '';
  return (
    <PlainTable
      label={t('make.rows')}
      columns={[
        {
          key: 'column',
          label: t('map.column'),
          title: (
            <Checkbox
              size="xs"
              label={t('map.column')}
              aria-label={t('make.all')}
              // Said and not inherited: the colour a heading hands down stays behind when the theme changes.
              styles={{ label: { color: 'var(--ts-ink-muted)' } }}
              checked={chosen === rows.length}
              indeterminate={chosen > 0 && chosen < rows.length}
              onChange={(event) => {
                const all = event.currentTarget.checked;
                onChange(rows.map((row) => ({ ...row, chosen: all })));
              }}
            />
          ),
        },
        { key: 'name', title: t('make.name') },
        { key: 'kind', title: t('make.kind') },
        { key: 'scale', title: t('make.counts') },
        ...(around.withTouchpoints ? [{ key: 'stage', title: t('make.stage') }] : []),
        ...(teams.length > 0 ? [{ key: 'team', title: t('make.owner') }] : []),
      ]}
      rows={rows.map((row) => {
        const header = headerOf(row.column);
        const set = (next: Partial<Row>) => onChange([{ ...row, ...next }]);
        const kinds = kindsFor(offered.find(({ column }) => column === row.column)!);
        const wrong = row.chosen ? rowProblems(row) : [];
        return {
          key: String(row.column),
          cells: [
            <Checkbox
              key="chosen"
              size="xs"
              label={header}
              checked={row.chosen}
              onChange={(event) => set({ chosen: event.currentTarget.checked })}
            />,
            <TextInput
              key="name"
              size="xs"
              miw={160}
              aria-label={t('make.nameOf', { column: header })}
              maxLength={200}
              value={row.name}
              error={wrong.includes('name')}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />,
            <NativeSelect
              key="kind"
              size="xs"
              miw={108}
              aria-label={t('make.kindOf', { column: header })}
              data={kinds.map((kind) => ({ value: kind, label: t(`make.kinds.${kind}`) }))}
              value={row.kind}
              onChange={(event) => set({ kind: event.currentTarget.value as Kind })}
            />,
            <Counts key="scale" row={row} header={header} wrong={wrong} onChange={set} />,
            ...(around.withTouchpoints
              ? [
                  <NativeSelect
                    key="stage"
                    size="xs"
                    miw={120}
                    aria-label={t('make.stageOf', { column: header })}
                    data={[
                      { value: '', label: t('make.noStage') },
                      ...(isTouchpoint(row) ? [] : [{ value: WHOLE_JOURNEY, label: t('make.wholeJourney') }]),
                      ...stages.map((stage) => ({ value: stage, label: stage })),
                    ]}
                    value={knows(row) ? row.stage : ''}
                    onChange={(event) => set({ stage: event.currentTarget.value })}
                  />,
                ]
              : []),
            ...(teams.length > 0
              ? [
                  <NativeSelect
                    key="team"
                    size="xs"
                    miw={108}
                    aria-label={t('make.ownerOf', { column: header })}
                    data={[{ value: '', label: t(around.teamId ? 'make.asAbove' : 'make.noTeam') }, ...teams]}
                    value={row.teamId}
                    onChange={(event) => set({ teamId: event.currentTarget.value })}
                  />,
                ]
              : []),
          ],
        };
      })}
    />
  );
}

interface CountsProps {
  row: Row;
  header: string;
  wrong: readonly string[];
  onChange: (next: Partial<Row>) => void;
}

/** In what it counts: a scale with or without a zero that means nothing, or a unit and which way is better. */
function Counts({ row, header, wrong, onChange }: CountsProps) {
  const { t } = useTranslation('observations');
  if (row.kind === 'SHARE') return <span className={own.muted}>{t('make.shareOfWords')}</span>;
  if (row.kind === 'MEASURE')
    return (
      <div className={own.scale}>
        <TextInput
          size="xs"
          w={96}
          aria-label={t('make.unitOf', { column: header })}
          placeholder={t('make.unit')}
          maxLength={40}
          value={row.unit}
          error={wrong.includes('unit')}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        <Checkbox
          size="xs"
          label={t('make.lowerIsBetter')}
          checked={row.lowerIsBetter}
          onChange={(event) => onChange({ lowerIsBetter: event.currentTarget.checked })}
        />
        {row.bounds && (
          <span className={own.muted}>{t('make.bounds', { from: row.bounds[0], to: row.bounds[1] })}</span>
        )}
      </div>
    );
  const end = (key: 'lowest' | 'highest') => (
    <NumberInput
      size="xs"
      w={48}
      hideControls
      allowDecimal={false}
      aria-label={t(`make.${key}Of`, { column: header })}
      value={row[key]}
      error={wrong.includes('scale')}
      onChange={(value) => onChange({ [key]: typeof value === 'number' ? value : '' })}
    />
  );
  return (
    <div className={own.scale}>
      {end('lowest')}
      <span aria-hidden>–</span>
      {end('highest')}
      <Checkbox
        size="xs"
        label={t('make.zeroIsNone')}
        checked={row.zeroIsNone}
        disabled={row.lowest === 0}
        onChange={(event) => onChange({ zeroIsNone: event.currentTarget.checked })}
      />
    </div>
  );
}
