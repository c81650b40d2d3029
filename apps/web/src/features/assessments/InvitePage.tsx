import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AssessmentRunDocument } from './assessments.generated.js';
import type { IssuedLink } from './issued-link.js';
import { InviteForm } from './InviteForm.js';
import { IssuedLinks } from './IssuedLinks.js';

const route = getRouteApi('/app/assessments/$assessmentId/invite');

/** Paste, look, invite; then the links, this once. */
export default function InvitePage() {
  const { t } = useTranslation('assessments');
  const { assessmentId } = route.useParams();
  const { data, error, refetch } = useQuery(AssessmentRunDocument, { variables: { id: assessmentId } });
  const [issued, setIssued] = useState<{ links: readonly IssuedLink[]; mailed: boolean } | null>(null);
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
      {assessment && !issued && (
        <InviteForm assessment={assessment} onIssued={(links, mailed) => setIssued({ links, mailed })} />
      )}
      {assessment && issued && <IssuedLinks assessment={assessment} links={issued.links} mailed={issued.mailed} />}
    </>
  );
}
