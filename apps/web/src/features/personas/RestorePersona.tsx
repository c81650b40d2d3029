import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useAct } from '../../api/use-act.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { ApartFromForm } from '../../ui/Form.js';
import { notifyDone } from '../../ui/notify.js';
import { type PersonaFieldsFragment, RestorePersonaDocument } from './personas.generated.js';

export function RestorePersona({ persona, onDone }: { persona: PersonaFieldsFragment; onDone: () => void }) {
  const { t } = useTranslation('personas');
  const [restore, restoring] = useAct(RestorePersonaDocument, { refetch: ['Personas', 'JourneyChoices'] });
  const [error, setError] = useState<AppError | null>(null);
  const bringBack = async () => {
    const outcome = await restore({ id: persona.id, version: persona.version });
    if (outcome.error) return setError(outcome.error);
    notifyDone(t('restoredNote'));
    onDone();
  };
  return (
    <ApartFromForm>
      {error && <ErrorState error={error} />}
      <Button variant="outline" loading={restoring} onClick={() => void bringBack()}>
        {t('restore')}
      </Button>
    </ApartFromForm>
  );
}
