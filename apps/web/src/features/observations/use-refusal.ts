import { useTranslation } from 'react-i18next';
import type { AppError } from '../../api/app-error.js';
import { useFieldText } from '../../ui/field-errors.js';
import type { MappingInput } from './mapping.js';

/** A refused mapping in sentences that name the column: the server knows columns by their place alone. */
export function useRefusal(
  { columns }: MappingInput,
  headers: readonly { readonly index: number; readonly header: string }[],
): (error: AppError) => AppError {
  const { t } = useTranslation('observations');
  const say = useFieldText('observations');
  return (error) => {
    if (error.code !== 'VALIDATION' || !error.fields?.length) return error;
    const sentences = error.fields.map((field) => {
      const place = /^mapping\.columns\.(\d+)/.exec(field.path)?.[1];
      const column = place === undefined ? undefined : columns[Number(place)]?.column;
      const header = headers.find(({ index }) => index === column)?.header;
      return header ? t('map.ofColumn', { column: header, problem: say(field) }) : say(field);
    });
    return { ...error, message: sentences.join(' ') };
  };
}
