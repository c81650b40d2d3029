import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/AppLink.js';
import { connectionRows } from '../../ui/connection-rows.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import { sortOf, sortParam } from '../../ui/list-search.js';
import { SearchField } from '../../ui/SearchField.js';
import { INVITATION_STATES } from './assessment-words.js';
import type { AssessmentFieldsFragment } from './assessments.generated.js';
import { InvitationListDocument } from './invitations.generated.js';
import classes from './AssessmentRunPage.module.css';
import { RenewedLink } from './RenewedLink.js';
import type { RunSearch } from './routes.js';
import { useWaveActs } from './use-wave-acts.js';
import { useInvitationColumns } from './use-invitation-columns.js';
import { useInvitationVerbs } from './use-invitation-verbs.js';

const route = getRouteApi('/app/assessments/$assessmentId');
const PAGE = 50;

/** Who was invited by name, how far each has come, and what can be done about it. Never what they answered. */
export function InvitationsTab({ assessment }: { assessment: AssessmentFieldsFragment }) {
  const { t } = useTranslation('assessments');
  const { q, group, invitation: state, sort }: RunSearch = route.useSearch();
  const navigate = route.useNavigate();
  const verbs = useInvitationVerbs();
  const mayInvite = useWaveActs(assessment.state)('invite');
  const anonymous = assessment.anonymity === 'ANONYMOUS';
  const columns = useInvitationColumns(mayInvite ? verbs : null, anonymous);
  const states = INVITATION_STATES.filter((each) => !anonymous || (each !== 'OPENED' && each !== 'SUBMITTED'));
  const query = useQuery(InvitationListDocument, {
    variables: { assessmentId: assessment.id, first: PAGE, raterGroupId: group, state, search: q },
    notifyOnNetworkStatusChange: true,
  });
  const list = query.data?.invitations;
  const filter = (change: RunSearch) =>
    void navigate({ to: '.', search: (last) => ({ ...last, ...change }), replace: true });
  const inviteButton = mayInvite && (
    <LinkButton
      to="/assessments/$assessmentId/invite"
      params={{ assessmentId: assessment.id }}
      size="xs"
      leftSection={<IconUserPlus size={16} aria-hidden />}
    >
      {t('invitations.invite')}
    </LinkButton>
  );

  return (
    <>
      {anonymous && <p className={classes.help}>{t('invitations.anonymous')}</p>}
      {verbs.failure && <ErrorState error={verbs.failure} />}
      <DataTable
        id="invitations"
        label={t('invitations.title')}
        columns={columns}
        {...connectionRows(query, list)}
        rowKey={(row) => row.id}
        sort={sortOf(sort)}
        onSort={(next) => filter({ sort: sortParam(next) })}
        filters={
          <Group gap="xs">
            <SearchField label={t('invitations.search')} value={q} onChange={(text) => filter({ q: text })} />
            <FilterSelect
              label={t('invitations.group')}
              any={t('invitations.allGroups')}
              choices={assessment.raterGroups.map(({ id, name }) => ({ value: id, label: name }))}
              value={group}
              onChange={(next) => filter({ group: next })}
            />
            <FilterSelect
              label={t('invitations.state')}
              any={t('invitations.allStates')}
              choices={states.map((each) => ({
                value: each,
                label: anonymous && each === 'ISSUED' ? t('invitations.invited') : t(`invitationState.${each}`),
              }))}
              value={state}
              onChange={(next) => filter({ invitation: next })}
            />
            {inviteButton}
          </Group>
        }
        empty={
          q || group || state ? (
            <EmptyState title={t('invitations.emptyFiltered')}>{null}</EmptyState>
          ) : (
            <EmptyState title={t('invitations.emptyTitle')} begin={inviteButton}>
              {t(anonymous ? 'invitations.emptyBodyAnonymous' : 'invitations.emptyBody')}{' '}
              {mayInvite ? null : t('invitations.onlyWhileOpen')}
            </EmptyState>
          )
        }
      />
      {verbs.dialog}
      {verbs.renewed && <RenewedLink renewed={verbs.renewed} onClose={verbs.forgetRenewed} />}
    </>
  );
}
