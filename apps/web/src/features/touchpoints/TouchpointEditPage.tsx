import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { toInput, type TouchpointValues, valuesOf } from './touchpoint-form.js';
import { TouchpointForm } from './TouchpointForm.js';
import { TouchpointPageDocument, UpdateTouchpointDocument } from './touchpoints.generated.js';

const route = getRouteApi('/app/touchpoints/$touchpointId/edit');

export default function TouchpointEditPage() {
  const { t } = useTranslation('touchpoints');
  const { touchpointId } = route.useParams();
  const navigate = route.useNavigate();
  // Read once: what somebody else saves meanwhile shows up as a conflict, not as text changing under the hands.
  const { data, error, refetch } = useQuery(TouchpointPageDocument, {
    variables: { id: touchpointId },
    fetchPolicy: 'no-cache',
  });
  const touchpoint = data?.touchpoint;
  const back = () => void navigate({ to: '/touchpoints/$touchpointId', params: { touchpointId } });
  const [update, busy] = useAct(UpdateTouchpointDocument);
  const save = (values: TouchpointValues, version = 0) => update({ id: touchpointId, version, input: toInput(values) });
  const initial = useMemo(() => touchpoint && valuesOf(touchpoint), [touchpoint]);
  if (error && !touchpoint) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        above={
          <AppLink to="/touchpoints/$touchpointId" params={{ touchpointId }}>
            {touchpoint?.name ?? t('list.title')}
          </AppLink>
        }
        title={t('form.editTitle', { name: touchpoint?.name ?? '…' })}
      />
      {!initial && <Skeleton height={640} mt="md" maw={640} />}
      {touchpoint && !touchpoint.mayUpdate && <ErrorState error={{ code: 'FORBIDDEN' }} />}
      {initial && touchpoint?.mayUpdate && (
        <TouchpointForm
          initial={initial}
          version={touchpoint.version}
          act={t('form.save')}
          save={save}
          busy={busy}
          onSaved={back}
          onCancel={back}
        />
      )}
    </>
  );
}
