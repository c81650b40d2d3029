import type { AppError } from '../../api/app-error.js';

/** The server refuses larger maps; it is not sent first. */
export const LARGEST_MAP_BYTES = 10 * 1024 * 1024;

/** Sends a file and gives its id. Maps are small: there is no progress to show. */
export async function uploadMap(file: File): Promise<{ fileId: string } | { error: AppError }> {
  const form = new FormData();
  form.append('file', file);
  let response: Response;
  try {
    response = await fetch('/files', { method: 'POST', headers: { 'x-touchstone-csrf': '1' }, body: form });
  } catch {
    return { error: { code: 'OFFLINE' } };
  }
  if (response.status === 401) return { error: { code: 'UNAUTHENTICATED' } };
  if (response.status === 403) return { error: { code: 'FORBIDDEN' } };
  const answer = (await response.json().catch(() => null)) as { fileId?: string; message?: string } | null;
  if (response.ok && answer?.fileId) return { fileId: answer.fileId };
  if (response.status >= 500) return { error: { code: response.status === 503 ? 'UNAVAILABLE' : 'INTERNAL' } };
  return { error: { code: 'VALIDATION', message: answer?.message } };
}
