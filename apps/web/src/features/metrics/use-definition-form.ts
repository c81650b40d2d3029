import { useForm, type UseFormReturnType } from '@mantine/form';
import { useFieldText } from '../../ui/field-errors.js';
import { type DefinitionValues, problemsOf } from './metric-form.js';

/** A form that holds a definition among its values and says what stands against it before it is sent. */
export function useDefinitionForm<Values extends DefinitionValues>(
  initialValues: Values,
  validateMore: (values: Values) => Record<string, string>,
): UseFormReturnType<Values> {
  const say = useFieldText('metrics');
  return useForm<Values>({
    initialValues,
    validate: (values) => ({
      ...Object.fromEntries(problemsOf(values).map((problem) => [problem.path, say({ ...problem })])),
      ...validateMore(values),
    }),
  });
}

/**
 * The part of such a form that says what a metric means. It reads and sets fields of the definition only; that a form of
 * more fields can do that is beyond what its types can say of themselves.
 */
export const definitionPart = <Values extends DefinitionValues>(
  form: UseFormReturnType<Values>,
): UseFormReturnType<DefinitionValues> => form as unknown as UseFormReturnType<DefinitionValues>;

/** Errors may be far up a long form: the reader is taken to the first in the order of the page. */
export function focusFirst(paths: readonly string[]): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const field = fields.find((each) => paths.includes(each.dataset.path ?? ''));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
