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

/** Errors may be far up a long form: the reader is taken to the first in the order of the page. */
export function focusFirst(paths: readonly string[]): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const field = fields.find((each) => paths.includes(each.dataset.path ?? ''));
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
