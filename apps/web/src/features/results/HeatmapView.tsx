import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { LevelBadge } from '../../ui/LevelBadge.js';
import { HeatCell } from './HeatCell.js';
import classes from './HeatmapView.module.css';
import { useResults } from './results-context.js';

/** Practice by rater group on one single-hue ramp: a real table, so that it reads without colour and without sight. */
export function HeatmapView() {
  const { t } = useTranslation('results');
  const formats = useFormats();
  const { results, nodes, find, scale, nodeName, groupName, levelName } = useResults();
  const cuts = [null, ...results.groups.map(({ id }) => id)];
  const submitted = (groupId: string | null) =>
    groupId === null ? results.submissions : results.groups.find(({ id }) => id === groupId)?.submitted;
  return (
    <section className="ts-card">
      <h2 className={classes.title}>{t('heatmap.title')}</h2>
      <p className={classes.help}>{t('heatmap.help')}</p>
      {results.unit === 'LEVEL' && (
        <div className={classes.legend} aria-hidden>
          {results.model.levels.map(({ value }) => (
            <LevelBadge key={value} level={value} name={levelName(value)} lowest={scale.min} highest={scale.max} />
          ))}
        </div>
      )}
      <div className={classes.scroll} role="region" aria-label={t('heatmap.title')} tabIndex={0}>
        <table className={classes.map}>
          <thead>
            <tr>
              <th scope="col">{t('heatmap.practice')}</th>
              {cuts.map((groupId) => {
                const n = submitted(groupId);
                return (
                  <th key={groupId ?? ''} scope="col" className={classes.group}>
                    {groupName(groupId)}
                    <span className={classes.n}>{n == null ? '' : t('cell.n', { n: formats.number(n) })}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {nodes.map((node) => (
              <tr key={`${node.kind} ${node.id}`} className={node.kind === 'PRACTICE' ? undefined : classes.dimension}>
                <th scope="row">{nodeName(node)}</th>
                {cuts.map((groupId) => (
                  <HeatCell
                    key={groupId ?? ''}
                    node={node}
                    groupId={groupId}
                    cell={find(node.kind, node.id, groupId) ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
