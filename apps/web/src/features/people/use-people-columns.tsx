import { Link } from '@tanstack/react-router';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import type { MembershipState, PersonFieldsFragment } from './people.generated.js';

const column = createColumnHelper<PersonFieldsFragment>();
const tones: Record<MembershipState, Tone> = { ACTIVE: 'good', INVITED: 'active', ENDED: 'quiet' };

export function MembershipBadge({ state }: { state: MembershipState }) {
  const { t } = useTranslation('people');
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>;
}

export function usePeopleColumns() {
  const { t } = useTranslation(['people', 'shell']);
  const { list, date } = useFormats();
  return useMemo(
    () => [
      column.accessor((person) => person.name || person.email, {
        id: 'name',
        header: t('column.name'),
        meta: { fixed: true },
        cell: ({ row, getValue }) => (
          <Link from="/admin/people" to="/admin/people" search={(last) => ({ ...last, person: row.original.id })}>
            {getValue()}
          </Link>
        ),
      }),
      column.accessor('email', { header: t('column.email') }),
      column.accessor((person) => t(`shell:role.${person.role}`), { id: 'role', header: t('column.role') }),
      column.accessor(
        (person) => list(person.teams.map((team) => (team.lead ? t('leads', { team: team.name }) : team.name))),
        { id: 'teams', header: t('column.teams'), cell: (cell) => cell.getValue() || '–' },
      ),
      column.accessor('state', {
        header: t('column.state'),
        cell: (cell) => <MembershipBadge state={cell.getValue()} />,
      }),
      column.accessor((person) => person.validTo ?? person.invitedAt ?? person.validFrom, {
        id: 'since',
        header: t('column.since'),
        cell: (cell) => date(cell.getValue()),
      }),
    ],
    [t, list, date],
  );
}
