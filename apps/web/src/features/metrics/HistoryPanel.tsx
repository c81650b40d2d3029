import { Button } from '@mantine/core';
import { changeOfDefinition } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useFormats } from '../../i18n/format.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { useUnit } from '../../ui/use-unit.js';
import classes from './Metric.module.css';
import { asDefinition, toInput, toValues } from './metric-form.js';
import { DeleteBreakDocument, type DefinitionFieldsFragment, type MetricFieldsFragment } from './metrics.generated.js';
import { useRefusal } from '../../ui/use-refusal.js';

interface PanelProps {
  metric: MetricFieldsFragment;
  onEdit: ((edit: string) => void) | undefined;
}

/** How the meaning has changed over time, and where the series breaks for it. */
export function HistoryPanel({ metric, onEdit }: PanelProps) {
  const { t } = useTranslation('metrics');
  const { date, list } = useFormats();
  const unitOf = useUnit();
  const [mend] = useAct(DeleteBreakDocument);
  const [confirm, dialog] = useConfirm();
  const [refusal, attempt] = useRefusal();
  const { versions, breaks, definition } = metric;

  const changedIn = (version: DefinitionFieldsFragment, before: DefinitionFieldsFragment | undefined): string => {
    if (!before) return t('history.first');
    const meant = (each: DefinitionFieldsFragment) => asDefinition(toInput(toValues(each)));
    const { fields } = changeOfDefinition(meant(before), meant(version));
    return t('history.changed', { fields: list(fields.map((field) => t(`history.field.${field}`))) });
  };
  const remove = async (id: string, day: string) => {
    const yes = await confirm({
      title: t('break.removeTitle', { date: date(day) }),
      consequence: t('break.removeConsequence'),
      act: t('break.remove'),
    });
    if (yes && (await attempt(mend({ id })))) notifyDone(t('break.removed'));
  };

  return (
    <Panel
      title={t('page.history')}
      actions={
        onEdit && (
          <Button size="xs" variant="default" onClick={() => onEdit('break')}>
            {t('break.add')}
          </Button>
        )
      }
    >
      <h3 className="ts-visually-hidden">{t('page.versions')}</h3>
      <ol className={classes.list} reversed>
        {versions.map((version, index) => (
          <li key={version.number} className={classes.item}>
            <span className={classes.what}>
              {t('history.from', { date: date(version.validFrom) })}{' '}
              {version.number === definition.number && <StatusBadge tone="active">{t('history.present')}</StatusBadge>}
              <span className={classes.quiet}>
                {' '}
                {changedIn(version, versions[index + 1])}{' '}
                {t('history.counted', {
                  aggregation: t(`aggregation.${version.aggregation}`),
                  unit: unitOf(version.unit),
                })}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <h3 className={classes.subtitle}>{t('page.breaks')}</h3>
      {breaks.length === 0 ? (
        <p className={classes.quiet}>{t('break.none')}</p>
      ) : (
        <ul className={classes.list}>
          {breaks.map((each) => (
            <li key={each.id} className={classes.item}>
              <span className={classes.what}>
                {t('break.one', { date: date(each.beginsOn), cause: t(`break.cause.${each.cause}`) })}
                <p className={classes.quiet}>{each.note}</p>
              </span>
              {onEdit && !each.demanded && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() => void remove(each.id, each.beginsOn)}
                  aria-label={t('break.removeOne', { date: date(each.beginsOn) })}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusal && <ErrorState error={refusal} />}
      {dialog}
    </Panel>
  );
}
