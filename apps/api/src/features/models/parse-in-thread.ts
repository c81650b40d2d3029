import { type ModelReading, ValidationError } from '@touchstone/domain';
import { inThread, threadFile, ThreadLimitError } from '../../platform/threads/in-thread.js';

const THREAD = threadFile(import.meta.url, './parse-model.thread.js');
const LIMITS = { seconds: 20, megabytes: 512 };

/**
 * A stranger's model file in a thread of its own: an ordinary one takes a moment, one of a megabyte that was made to be
 * slow takes seconds, in which this process goes on serving everybody else.
 */
export async function parseInThread(source: string): Promise<ModelReading> {
  let reading: ModelReading | undefined;
  try {
    await inThread<ModelReading>(THREAD, source, LIMITS, (message) => {
      reading = message;
    });
  } catch (error) {
    if (!(error instanceof ThreadLimitError)) throw error;
    throw ValidationError.of('source', 'too_large', 'This file takes too long to read; is it the right one?');
  }
  if (!reading) throw new Error('The thread that read a model ended without a word.');
  return reading;
}
