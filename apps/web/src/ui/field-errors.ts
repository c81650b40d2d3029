import type { AppError } from '../api/app-error.js';

/**
 * Puts a refusal's field errors beside their fields; returns what is left for the whole form.
 * The server names fields by path (`name`, `input.deadline`); the last step is the form's own name.
 */
export function placeFieldErrors(
  form: { setErrors(errors: Record<string, string>): void },
  fieldNames: readonly string[],
  error: AppError,
): AppError | null {
  if (error.code !== 'VALIDATION' || !error.fields?.length) return error;
  const placed: Record<string, string> = {};
  const homeless = error.fields.filter((field) => {
    const name = [field.path, field.path.split('.').at(-1) ?? ''].find((path) => fieldNames.includes(path));
    if (name) placed[name] ??= field.message;
    return !name;
  });
  form.setErrors(placed);
  if (!homeless.length) return null;
  return { ...error, message: homeless.map((field) => field.message).join(' '), fields: homeless };
}
