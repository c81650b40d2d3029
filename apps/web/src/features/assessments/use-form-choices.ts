import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { pickText } from '../../i18n/localized-text.js';
import { AssessmentFormChoicesDocument, type AssessmentFormChoicesQuery } from './assessments.generated.js';
import { unitChoices } from './unit-choices.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface FormChoices {
  readonly minimumGroupSize: number;
  readonly models: readonly (Choice & { readonly modelKey: string })[];
  readonly units: readonly Choice[];
  readonly waves: readonly Choice[];
}

interface FormChoicesQuery {
  readonly choices: FormChoices | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Everything the form offers to choose from, in the reader's language. */
export function useFormChoices(except?: string): FormChoicesQuery {
  const { t, i18n } = useTranslation('assessments');
  // Kept out of the cache: this page of waves must not replace the list that the list page is reading.
  const { data, error, refetch } = useQuery(AssessmentFormChoicesDocument, { fetchPolicy: 'no-cache' });
  const label = (name: Record<string, string>, version: string, draft = false) =>
    t(draft ? 'form.modelDraft' : 'form.modelChoice', { name: pickText(name, i18n.language), version });
  const choices = data && {
    minimumGroupSize: data.organization.minimumGroupSize,
    models: data.maturityModelVersions.map((model) => ({
      value: model.id,
      modelKey: model.modelKey,
      label: label(model.name, model.version, model.state === 'DRAFT'),
    })),
    units: unitChoices(data.businessUnits),
    waves: waveChoices(data, except).map((wave) => ({
      value: wave.id,
      label: `${wave.name} · ${label(wave.modelName, wave.modelVersion)}`,
    })),
  };
  return { choices, error, retry: () => void refetch() };
}

/** Only waves that have been asked can stand before another. */
function waveChoices(data: AssessmentFormChoicesQuery, except: string | undefined) {
  return data.assessments.edges
    .map((edge) => edge.node)
    .filter((wave) => wave.id !== except && wave.state !== 'DRAFT' && wave.state !== 'OPEN');
}
