import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import type { TeamsSearch } from './routes.js';
import classes from './TeamsPage.module.css';
import { TeamPanel } from './TeamPanel.js';
import { TeamTable } from './TeamTable.js';
import { UnitsDocument } from './teams.generated.js';
import { UnitPanel } from './UnitPanel.js';
import { UnitTree } from './UnitTree.js';

export default function TeamsPage() {
  const { t } = useTranslation('teams');
  const can = useCan();
  const search = useSearch({ from: '/app/admin/teams' });
  const navigate = useNavigate({ from: '/admin/teams' });
  const change = (next: Partial<TeamsSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: 'q' in next });
  const { data, error, refetch } = useQuery(UnitsDocument, {
    variables: { includeArchived: search.archived ?? false },
  });
  const units = data?.businessUnits ?? [];

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {can('create', 'BusinessUnit') && (
              <Button variant="default" onClick={() => change({ editUnit: 'new', team: undefined })}>
                {t('unit.create')}
              </Button>
            )}
            {can('create', 'Team') && (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => change({ team: 'new', editUnit: undefined })}
              >
                {t('team.create')}
              </Button>
            )}
          </>
        }
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <div className={classes.columns}>
        <UnitTree units={units} loading={!data && !error} selected={search.unit} onChange={change} />
        <TeamTable
          search={search}
          onChange={change}
          filters={
            <Group gap="sm">
              <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
              <FilterCheckbox
                label={t('showArchived')}
                value={search.archived}
                onChange={(archived) => change({ archived })}
              />
            </Group>
          }
        />
      </div>
      <TeamPanel units={units} search={search} onClose={() => change({ team: undefined })} />
      <UnitPanel
        units={units}
        opened={search.editUnit}
        parentOfNew={search.unit}
        onClose={() => change({ editUnit: undefined })}
      />
    </>
  );
}
