import type { CustomTypeOptions } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, FieldError } from '../api/app-error.js';

export type Catalogue = keyof CustomTypeOptions['resources'];

interface FormLike {
  setErrors(errors: Record<string, string>): void;
}

/**
 * A field's problem in the reader's language, by its code; a code we have no sentence for is said in general.
 * @param own the catalogue of a feature that has sentences of its own, under `field`.
 */
export function useFieldText(own?: Catalogue): (field: FieldError) => string {
  const { t, i18n } = useTranslation('errors');
  return useCallback(
    (field) => {
      const key = `field.${field.code}`;
      if (own && i18n.exists(key, { ns: own }))
        return i18n.t(key as 'field.other', { ...field.params, ns: own as 'errors' });
      // Codes come from the API: which of them have a sentence is only known when they arrive.
      if (i18n.exists(key, { ns: 'errors' })) return t(key as 'field.other', field.params ?? {});
      return i18n.language.startsWith('en') && field.message ? field.message : t('field.other');
    },
    [t, i18n, own],
  );
}

/**
 * Puts a refusal's field errors beside their fields; returns what is left for the whole form.
 * The server names fields by path (`name`, `input.deadline`); the last step is the form's own name.
 */
export function usePlaceFieldErrors(own?: Catalogue) {
  const say = useFieldText(own);
  return useCallback(
    (form: FormLike, fieldNames: readonly string[], error: AppError): AppError | null => {
      if (error.code !== 'VALIDATION' || !error.fields?.length) return error;
      const placed: Record<string, string> = {};
      const homeless = error.fields.filter((field) => {
        const name = [field.path, field.path.split('.').at(-1) ?? ''].find((path) => fieldNames.includes(path));
        if (name) placed[name] ??= say(field);
        return !name;
      });
      form.setErrors(placed);
      if (!homeless.length) return null;
      return { ...error, message: homeless.map(say).join(' '), fields: homeless };
    },
    [say],
  );
}
