import { ActionIcon, Menu, Skeleton, Stack } from '@mantine/core';
import { IconArchive, IconDots, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { notifyDone } from '../../ui/notify.js';
import { Panel } from '../../ui/Panel.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { TeamsSearch } from './routes.js';
import { ArchiveBusinessUnitDocument, type UnitFieldsFragment } from './teams.generated.js';
import classes from './TeamsPage.module.css';
import { type UnitNode, unitTree } from './unit-tree.js';
import { useState } from 'react';
import type { AppError } from '../../api/app-error.js';

interface UnitTreeProps {
  units: UnitFieldsFragment[];
  loading: boolean;
  selected: string | undefined;
  onChange: (next: Partial<TeamsSearch>) => void;
}

/** The organisation's units; choosing one narrows the teams beside it. */
export function UnitTree({ units, loading, selected, onChange }: UnitTreeProps) {
  const { t, i18n } = useTranslation('teams');
  const can = useCan();
  const [archive] = useAct(ArchiveBusinessUnitDocument, { refetch: ['Units', 'Teams'] });
  const [confirm, dialog] = useConfirm();
  const [error, setError] = useState<AppError | null>(null);

  const askToArchive = async (unit: UnitFieldsFragment) => {
    setError(null);
    const yes = await confirm({
      title: t('unit.archiveTitle', { name: unit.name }),
      consequence: t('unit.archiveConsequence', { teams: unit.teamCount }),
      act: t('archive'),
    });
    if (!yes) return;
    const outcome = await archive({ id: unit.id, version: unit.version });
    if (outcome.error) return setError(outcome.error);
    if (selected === unit.id) onChange({ unit: undefined });
    notifyDone(t('unit.archived'));
  };

  const branch = (nodes: UnitNode<UnitFieldsFragment>[]) =>
    nodes.map(({ unit, children }) => (
      <li key={unit.id}>
        <div className={classes.row}>
          <Link
            from="/admin/teams"
            to="/admin/teams"
            search={(last) => ({ ...last, unit: unit.id })}
            className={classes.unit}
            aria-current={selected === unit.id ? 'true' : undefined}
          >
            {unit.name}
            {unit.archivedAt ? (
              <StatusBadge tone="quiet">{t('archived')}</StatusBadge>
            ) : (
              <span className={classes.count}>{t('unit.teams', { count: unit.teamCount })}</span>
            )}
          </Link>
          {can('update', 'BusinessUnit') && !unit.archivedAt && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={t('unit.acts', { name: unit.name })}>
                  <IconDots size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => onChange({ editUnit: unit.id, team: undefined })}
                >
                  {t('edit')}
                </Menu.Item>
                <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => void askToArchive(unit)}>
                  {t('archive')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
        {children.length > 0 && <ul className={classes.branch}>{branch(children)}</ul>}
      </li>
    ));

  return (
    <Panel title={t('unit.title')}>
      {loading ? (
        <Stack gap="xs">
          {[70, 55, 60, 45].map((width) => (
            <Skeleton key={width} height={16} width={`${width}%`} />
          ))}
        </Stack>
      ) : (
        <ul className={classes.tree}>
          <li>
            <div className={classes.row}>
              <Link
                from="/admin/teams"
                to="/admin/teams"
                search={(last) => ({ ...last, unit: undefined })}
                className={classes.unit}
                aria-current={selected ? undefined : 'true'}
              >
                {t('unit.all')}
              </Link>
            </div>
          </li>
          {branch(unitTree(units, i18n.language))}
        </ul>
      )}
      {error && <ErrorState error={error} />}
      {dialog}
    </Panel>
  );
}
