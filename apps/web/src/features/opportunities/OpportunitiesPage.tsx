import { useQuery } from '@apollo/client/react';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../session/session.js';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { FilterCheckbox } from '../../ui/FilterCheckbox.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { NothingFound } from '../../ui/NothingFound.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { SearchField } from '../../ui/SearchField.js';
import { SidePanel } from '../../ui/SidePanel.js';
import { CriteriaForm } from './CriteriaForm.js';
import { LensView } from './LensView.js';
import { OpportunityCriteriaDocument, OpportunityListDocument } from './opportunities.generated.js';
import classes from './Opportunities.module.css';
import { NewOpportunity } from './NewOpportunity.js';
import { OpportunityLook } from './OpportunityLook.js';
import { type Lens, LENSES, OPPORTUNITY_STATES } from './opportunity-words.js';
import type { OpportunitiesSearch } from './routes.js';
import { useOpportunityColumns } from './use-opportunity-columns.js';

const route = getRouteApi('/app/opportunities');
const PAGE = 50;
const UNFILTERED = { q: undefined, state: undefined, archived: undefined };

/** What could be done about pain points: a list, and the open ones through the lenses that set an order. */
export default function OpportunitiesPage() {
  const { t } = useTranslation('opportunities');
  const search: OpportunitiesSearch = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  const change = (next: OpportunitiesSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const create = can('create', 'Opportunity') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ opportunity: 'new' })}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        period={t('lead')}
        actions={
          <>
            <LinkButton to="/ranking" variant="default">
              {t('ranking')}
            </LinkButton>
            {create}
          </>
        }
        below={<Views search={search} change={change} />}
      />
      {search.lens ? (
        <LensView
          lens={search.lens}
          onOpen={(opportunity) => change({ opportunity })}
          onCriteria={can('archive', 'Opportunity') ? () => change({ criteria: true }) : undefined}
        />
      ) : (
        <List search={search} change={change} create={create} />
      )}
      <Beside search={search} change={change} />
    </>
  );
}

interface PartProps {
  search: OpportunitiesSearch;
  change: (next: OpportunitiesSearch) => void;
}

function Views({ search, change }: PartProps) {
  const { t } = useTranslation('opportunities');
  return (
    // Wider than a phone: it scrolls by itself.
    <div className={classes.views}>
      <SegmentedControl
        size="xs"
        aria-label={t('lens.label')}
        data={[
          { value: 'list', label: t('lens.list') },
          ...LENSES.map((value) => ({ value, label: t(`lens.name.${value}`) })),
        ]}
        value={search.lens ?? 'list'}
        onChange={(lens) => change({ lens: lens === 'list' ? undefined : (lens as Lens) })}
      />
    </div>
  );
}

function List({ search, change, create }: PartProps & { create: ReactNode }) {
  const { t } = useTranslation('opportunities');
  const columns = useOpportunityColumns();
  const query = useQuery(OpportunityListDocument, {
    variables: {
      first: PAGE,
      search: search.q,
      states: search.state && [search.state],
      includeArchived: search.archived ?? false,
    },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const narrowed = Boolean(search.q ?? search.state);
  const empty = narrowed ? (
    <NothingFound title={t('noneHere')} clear={t('clearFilters')} onClear={() => change(UNFILTERED)}>
      {t('noneHereText')}
    </NothingFound>
  ) : (
    <EmptyState title={t('none')} begin={create}>
      {t('noneText')}
    </EmptyState>
  );
  return (
    <DataTable
      id="opportunities"
      label={t('title')}
      columns={columns}
      {...connectionRows(query, query.data?.opportunities)}
      rowKey={(row) => row.id}
      sort={sortOf(search.sort)}
      onSort={(next) => change({ sort: sortParam(next) })}
      onRow={(row) => change({ opportunity: row.id })}
      filters={
        <Group gap="xs">
          <SearchField label={t('search')} value={search.q} onChange={(q) => change({ q })} />
          <FilterSelect
            label={t('field.state')}
            any={t('anyState')}
            choices={OPPORTUNITY_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
            value={search.state}
            onChange={(state) => change({ state })}
          />
          <FilterCheckbox
            label={t('withArchived')}
            value={search.archived}
            onChange={(archived) => change({ archived })}
          />
        </Group>
      }
      empty={empty}
    />
  );
}

/** What the address opens beside list and lenses. */
function Beside({ search, change }: PartProps) {
  const { t } = useTranslation('opportunities');
  const can = useCan();
  const adds = search.opportunity === 'new' && can('create', 'Opportunity');
  const looks = search.opportunity !== undefined && search.opportunity !== 'new';
  const sets = (search.criteria ?? false) && can('archive', 'Opportunity');
  const { data } = useQuery(OpportunityCriteriaDocument, { skip: !sets });
  const close = () => change({ opportunity: undefined, painPoint: undefined, edit: undefined, put: undefined });
  const closeCriteria = () => change({ criteria: undefined });
  const title = search.put ? t(`put.act.${search.put}`) : t(search.edit ? 'edit' : 'one');
  return (
    <>
      <SidePanel opened={adds} onClose={close} title={t('create')}>
        {adds && <NewOpportunity painPointId={search.painPoint} onDone={close} />}
      </SidePanel>
      <SidePanel opened={looks} onClose={close} title={title}>
        {looks && search.opportunity && <OpportunityLook id={search.opportunity} search={search} change={change} />}
      </SidePanel>
      <SidePanel opened={sets} onClose={closeCriteria} title={t('criteria.title')}>
        {sets && data && (
          <CriteriaForm
            key={data.opportunityCriteria.version}
            criteria={data.opportunityCriteria}
            onDone={closeCriteria}
          />
        )}
      </SidePanel>
    </>
  );
}
