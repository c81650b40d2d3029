import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { AppLink } from '../../ui/AppLink.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { EMPTY_TOUCHPOINT, toInput, type TouchpointValues } from './touchpoint-form.js';
import { TouchpointForm } from './TouchpointForm.js';
import { CreateTouchpointDocument, type CreateTouchpointMutation } from './touchpoints.generated.js';

const route = getRouteApi('/app/touchpoints/new');

export default function TouchpointCreatePage() {
  const { t } = useTranslation('touchpoints');
  const navigate = route.useNavigate();
  const [create, busy] = useAct(CreateTouchpointDocument);
  // Sent again after a lost answer, the same request makes no second touchpoint.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const save = async (values: TouchpointValues) => {
    const outcome = await create({ input: toInput(values), idempotencyKey: key });
    // A refusal that was heard ends the request: corrected, it is another one.
    if (outcome.error && outcome.error.code !== 'OFFLINE') setKey(crypto.randomUUID());
    return outcome;
  };
  const go = ({ createTouchpoint }: CreateTouchpointMutation) => {
    // An owner is what a new touchpoint needs next.
    const params = { touchpointId: createTouchpoint.id };
    void navigate({ to: '/touchpoints/$touchpointId', params, search: { assign: true } });
  };
  return (
    <>
      <PageHeader above={<AppLink to="/touchpoints">{t('list.title')}</AppLink>} title={t('form.createTitle')} />
      <TouchpointForm
        initial={EMPTY_TOUCHPOINT}
        act={t('form.create')}
        save={save}
        busy={busy}
        onSaved={go}
        onCancel={() => void navigate({ to: '/touchpoints' })}
      />
    </>
  );
}
