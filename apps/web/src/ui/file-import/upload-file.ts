import type { AppError } from '../../api/app-error.js';

/** Larger files are refused before they are sent; the server has the same limit. */
export const MAXIMUM_UPLOAD = 50 * 1024 * 1024;

const isAnswer = (value: unknown): value is { fileId: string } =>
  typeof value === 'object' && value !== null && 'fileId' in value && typeof value.fileId === 'string';

/** Sends one file with its progress. Not through the GraphQL client: files travel as multipart and may be large. */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
): Promise<{ fileId: string } | { error: AppError }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.setRequestHeader('x-touchstone-csrf', '1');
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => resolve({ error: { code: 'OFFLINE' } });
    request.onload = () => {
      const answer: unknown = request.response;
      resolve(
        request.status < 300 && isAnswer(answer)
          ? { fileId: answer.fileId }
          : { error: refusal(request.status, answer) },
      );
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** The server's own sentence where it gave one: it knows which limit or format stood against the file. */
export function refusal(status: number, answer: unknown): AppError {
  const message =
    typeof answer === 'object' && answer !== null && 'message' in answer && typeof answer.message === 'string'
      ? answer.message
      : undefined;
  if (status === 401) return { code: 'UNAUTHENTICATED' };
  if (status === 403) return { code: 'FORBIDDEN' };
  if (status === 429) return { code: 'RATE_LIMITED' };
  if (status >= 502 && status <= 504) return { code: 'UNAVAILABLE' };
  return status >= 400 && status < 500 ? { code: 'VALIDATION', message } : { code: 'INTERNAL' };
}
