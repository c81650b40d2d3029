import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { Chart } from '../../ui/Chart.js';
import type { ChartPlace, ChartTheme } from '../../ui/chart-theme.js';
import { IntervalGlyph } from '../../ui/IntervalGlyph.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { radarOption } from './radar-option.js';
import { useResults } from './results-context.js';
import classes from './ResultsPage.module.css';
import { ScoreText, useScoreFormat } from './ScoreText.js';
import type { ResultsSearch } from './routes.js';

const route = getRouteApi('/app/assessments/$assessmentId/results');

/** The maturity profile: the shape at a glance, the exact numbers beside it. */
export function ProfileView() {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const score = useScoreFormat();
  const { group }: ResultsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const { results, nodes, find, scale, nodeName, groupName, levelName } = useResults();
  const groupId = results.groups.some(({ id }) => id === group) ? (group ?? null) : null;
  const rows = useMemo(
    () =>
      nodes
        .filter((node) => node.kind !== 'PRACTICE')
        .map((node) => ({ node, name: nodeName(node), cell: find(node.kind, node.id, groupId) ?? null })),
    [nodes, nodeName, find, groupId],
  );
  const dimensions = useMemo(() => rows.filter(({ node }) => node.kind === 'DIMENSION'), [rows]);
  const drawable =
    dimensions.length >= 4 && dimensions.length <= 8 && dimensions.every(({ cell }) => cell?.value != null);
  const option = useCallback(
    (theme: ChartTheme, place: ChartPlace) =>
      radarOption(theme, place, {
        scale,
        axes: dimensions.map(({ name, cell }) => ({
          name,
          value: cell?.value ?? scale.min,
          lower: cell?.lower ?? null,
          upper: cell?.upper ?? null,
        })),
      }),
    [dimensions, scale],
  );
  const ticks = results.model.levels.map((level) => level.value);
  const interval = (from: number | null | undefined, to: number | null | undefined) =>
    from == null || to == null ? '–' : t('cell.interval', { from: score(from), to: score(to) });
  const percent = formats.percent(results.confidence);

  return (
    <section className="ts-card">
      <div className={classes.head}>
        <h2 className={classes.title}>{t('profile.title')}</h2>
        <NativeSelect
          className="ts-no-print"
          label={t('profile.group')}
          value={groupId ?? ''}
          onChange={(event) => {
            const next = event.currentTarget.value || undefined;
            void navigate({ to: '.', search: (last) => ({ ...last, group: next }), replace: true, resetScroll: false });
          }}
          data={[
            { value: '', label: t('allRespondents') },
            ...results.groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div className={drawable ? classes.pair : undefined}>
        {drawable && (
          <Chart
            title={t('profile.titleFor', { group: groupName(groupId) })}
            note={t('profile.note', { percent })}
            option={option}
            height={280}
            table={{
              columns: [t('profile.dimension'), t('table.score'), t('table.interval', { percent })],
              rows: dimensions.map(({ node, name, cell }) => ({
                key: node.id,
                cells: [name, cell?.value == null ? '' : score(cell.value), interval(cell?.lower, cell?.upper)],
              })),
            }}
          />
        )}
        <div>
          {!drawable && <h3 className={classes.title}>{t('profile.titleFor', { group: groupName(groupId) })}</h3>}
          <PlainTable
            label={t('profile.titleFor', { group: groupName(groupId) })}
            columns={[
              { key: 'node', title: t('profile.dimension') },
              { key: 'glyph', title: t('profile.onScale', { min: scale.min, max: scale.max }) },
              { key: 'score', title: t('table.score'), number: true },
              { key: 'interval', title: t('table.interval', { percent }), number: true },
              { key: 'level', title: t('table.level') },
              { key: 'n', title: t('table.n'), number: true },
            ]}
            rows={rows.map(({ node, name, cell }) => ({
              key: node.id,
              strong: node.kind === 'OVERALL',
              cells: [
                name,
                <IntervalGlyph
                  key="glyph"
                  {...scale}
                  ticks={ticks}
                  value={cell?.value ?? null}
                  lower={cell?.lower ?? null}
                  upper={cell?.upper ?? null}
                />,
                <ScoreText key="score" node={node} groupId={groupId} cell={cell} />,
                interval(cell?.lower, cell?.upper),
                cell?.level == null ? (
                  '–'
                ) : (
                  <LevelBadge
                    key="level"
                    level={cell.level}
                    name={levelName(cell.level)}
                    lowest={scale.min}
                    highest={scale.max}
                  />
                ),
                cell?.n == null ? '–' : formats.number(cell.n),
              ],
            }))}
          />
          {!drawable && dimensions.length > 0 && <p className={classes.help}>{t('profile.tooFewDimensions')}</p>}
        </div>
      </div>
    </section>
  );
}
