import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentRunDocument } from './assessments.generated.js';
import { InviteForm } from './InviteForm.js';
import { IssuedLinks } from './IssuedLinks.js';
import type { InviteOutcome } from './use-invite.js';

const route = getRouteApi('/app/assessments/$assessmentId/invite');

/** Paste, look, invite; then the links, this once. */
export default function InvitePage() {
  const { t } = useTranslation('assessments');
  const { assessmentId } = route.useParams();
  const { data, error, refetch } = useQuery(AssessmentRunDocument, { variables: { id: assessmentId } });
  const [outcome, setOutcome] = useState<InviteOutcome | null>(null);
  const assessment = data?.assessment;
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/assessments/$assessmentId" params={{ assessmentId }} search={{ tab: 'invitations' }}>
            {assessment?.name ?? t('list.title')}
          </AppLink>
        }
        title={t('invite.title')}
      />
      {error && !assessment && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!assessment && !error && <Skeleton height={420} mt="md" />}
      {assessment && !outcome && <InviteForm assessment={assessment} onInvited={setOutcome} />}
      {assessment && outcome && <IssuedLinks assessment={assessment} outcome={outcome} />}
    </>
  );
}
